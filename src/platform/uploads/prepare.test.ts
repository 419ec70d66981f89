import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MagickFormat } from '@imagemagick/magick-wasm';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { say } from '../languages.ts';
import {
  asFromTelephone,
  changedWord,
  claimingPng,
  EICAR,
  handmadePdf,
  picture,
  seenOf,
  setPdf,
  word,
} from './files.fixture.ts';
import { prepareFile, prepareFiles, type PreparedFile } from './prepare.ts';
import type { FileRoom } from './room.ts';
import { scanned } from './scan.ts';

let folder: string;
let sent = 0;
const room = (scanner?: string[]): FileRoom => ({ folder, scanner });

/** What becomes of a file: what it is kept as, or what its sender is told. */
async function prepared(
  bytes: Uint8Array | string,
  name = 'law.pdf',
  scanner?: string[],
): Promise<PreparedFile | string> {
  const path = join(folder, `sent-${sent++}`);
  writeFileSync(path, bytes);
  const found = await prepareFile(room(scanner), { field: 'attachments', sentName: name, path, size: bytes.length });
  if (found.ok) return found.value;
  expect(say('ar', found.problem)).not.toBe('');
  return found.problem.key;
}
const kept = async (...words: Parameters<typeof prepared>) => (await prepared(...words)) as PreparedFile;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'common-space-files-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('What a file is', () => {
  test('is told by its content and never by its name: a PDF called page.html is a PDF, and is called so', async () => {
    expect(await prepared(await setPdf(), 'page.html')).toMatchObject({ type: 'application/pdf', name: 'page.pdf' });
  });

  test('a Word document is taken as one', async () => {
    expect(await prepared(await word(), 'law.docx')).toMatchObject({
      type: expect.stringContaining('wordprocessingml'),
      name: 'law.docx',
    });
  });

  test.each([
    ['a page', '<!doctype html><script>alert(1)</script>', 'files.is-page'],
    ['a page behind blanks and a comment', '\n\n <!-- x -->\n<HTML><body onload=alert(1)>', 'files.is-page'],
    ['a page in UTF-16', Buffer.from('\ufeff<html><script>', 'utf16le'), 'files.is-page'],
    [
      'a drawing',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      'files.is-drawing',
    ],
    ['a program of Windows', 'MZ\x90\0', 'files.is-program'],
    ['a program of Linux', '\x7fELF\x02', 'files.is-program'],
    ['a script', '#!/bin/sh\nrm -rf /', 'files.is-program'],
    ['an old Word document', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'files.is-old-office'],
    ['a photograph of a telephone in HEIC', '\0\0\0\x18ftypheic', 'files.is-photo-format'],
    ['a film', '\0\0\0\x18ftypmp42', 'files.is-film'],
    ['plain text', 'What a city learnt.', 'files.unknown-kind'],
    ['EICAR', EICAR, 'files.unknown-kind'],
  ])('%s is refused, whatever it is called, and its sender is told why', async (_, bytes, key) => {
    expect(await prepared(bytes, 'picture.png')).toBe(key);
  });

  test('bytes of any kind are refused or kept, and never throw', async () => {
    const beginnings = [
      '',
      '%PDF-1.4\n',
      'PK\x03\x04',
      '\x89PNG\r\n\x1a\n',
      '\xff\xd8\xff\xe0',
      'GIF89a',
      'RIFF\0\0\0\0WEBP',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 200 }), async (beginning, rest) => {
        const found = await prepared(Buffer.concat([Buffer.from(beginning, 'latin1'), rest]));
        expect(typeof found === 'string' ? found.slice(0, 6) : 'files.').toBe('files.');
      }),
      { numRuns: 25 },
    );
  });
});

test('Of several files of a form each is kept or refused for itself, and whoever sent them is told which', async () => {
  const files = [handmadePdf(), Buffer.from('<html>'), handmadePdf()].map((bytes, at) => {
    const path = join(folder, `several-${at}`);
    writeFileSync(path, bytes);
    return { field: 'attachments', sentName: `C:\\a\\${at}.pdf`, path, size: bytes.length };
  });
  const before = { name: 'attachments', notice: { key: 'files.empty' as const }, file: 'z' };
  const form = { fields: new FormData(), files, complaints: [before], discard: async () => undefined };
  const { prepared: good, complaints } = await prepareFiles(room(), form);
  expect(good.map(({ name }) => name)).toEqual(['0.pdf', '2.pdf']);
  expect(complaints).toEqual([before, { name: 'attachments', notice: { key: 'files.is-page' }, file: '1.pdf' }]);
});

describe('A PDF', () => {
  test('by hand or by our own engine is kept as it is', async () => {
    const bytes = await setPdf();
    const file = await kept(bytes);
    expect(await readFile(file.paths.whole)).toEqual(bytes);
    expect([file.width, file.paths.small]).toEqual([null, null]);
    expect(await prepared(handmadePdf())).toMatchObject({ type: 'application/pdf' });
  });

  const password = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (${'a'.repeat(32)}) /U (${'b'.repeat(32)}) >> /ID [(aaaaaaaaaaaaaaaa) (aaaaaaaaaaaaaaaa)]`;
  const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
  const file = '<< /Type /Filespec /F (a.exe) /EF << /F 4 0 R >> >>';
  const stream = '<< /Length 2 >>\nstream\nMZ\nendstream';
  test.each([
    ['with a password', handmadePdf({ trailer: password }), 'files.pdf-encrypted'],
    ['that runs a script when it is opened', handmadePdf({ catalog: `/OpenAction ${script}` }), 'files.pdf-script'],
    [
      'that runs a named script',
      handmadePdf({ catalog: `/Names << /JavaScript << /Names [(a) ${script}] >> >>` }),
      'files.pdf-script',
    ],
    ['that runs a script when a page is turned', handmadePdf({ page: `/AA << /O ${script} >>` }), 'files.pdf-script'],
    [
      'that holds a file',
      handmadePdf({ catalog: `/Names << /EmbeddedFiles << /Names [(a.exe) ${file}] >> >>`, more: stream }),
      'files.pdf-files',
    ],
    [
      'with a file pinned to a page',
      handmadePdf({
        page: `/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS ${file} >>]`,
        more: stream,
      }),
      'files.pdf-files',
    ],
    ['that was cut off', handmadePdf().subarray(0, 150), 'files.broken'],
    ['that has nothing in it', '%PDF-1.7\nnothing\n%%EOF', 'files.broken'],
    ['with something behind its end', Buffer.concat([handmadePdf(), Buffer.from('MZ\x90\0')]), 'files.hidden-content'],
    [
      'that is a page as well',
      handmadePdf().toString('latin1').replace('\n', '\n%<script>alert(1)</script>\n'),
      'files.hidden-content',
    ],
  ])('%s is refused', async (_, bytes, key) => {
    expect(await prepared(bytes)).toBe(key);
  });

  test('that is a zip archive as well is refused, also where its own end is hidden in the archive’s comment', async () => {
    const zip = Buffer.from(zipSync({ 'a.exe': strToU8('MZ') }));
    const end = zip.lastIndexOf('PK\x05\x06');
    const comment = Buffer.from('\n%%EOF\n');
    zip.writeUInt16LE(comment.length, end + 20);
    expect(await prepared(Buffer.concat([handmadePdf(), zip, comment]))).toBe('files.hidden-content');
  });
});

describe('A Word document', () => {
  const relations = (type: string, target: string) => (before: string) =>
    before.replace(
      '</Relationships>',
      `<Relationship Id="x9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
    );
  const RELATIONS = 'word/_rels/document.xml.rels';

  test.each([
    ['with a link', { [RELATIONS]: relations('hyperlink', 'https://example.org/') }],
    [
      'made from a template of its writer’s own',
      { [RELATIONS]: relations('attachedTemplate', 'file:///C:\\Users\\a\\Normal.dotm') },
    ],
    ['with a chart, whose figures are a workbook', { 'word/embeddings/figures.xlsx': 'PK' }],
  ])('%s is taken', async (_, changes) => {
    expect(await prepared(await changedWord(changes))).toMatchObject({ name: 'law.docx' });
  });

  test.each([
    ['with macros', { 'word/vbaProject.bin': 'x' }, 'files.word-macros'],
    [
      'whose macros have another name',
      {
        '[Content_Types].xml': (b: string) =>
          b.replace(
            '</Types>',
            '<Override PartName="/word/a.xml" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
          ),
      },
      'files.word-macros',
    ],
    [
      'that says it has macros',
      {
        '[Content_Types].xml': (b: string) =>
          b.replace(
            /application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml/,
            'application/vnd.ms-word.document.macroEnabled.main+xml',
          ),
      },
      'files.word-macros',
    ],
    ['with a program in it', { 'word/embeddings/oleObject1.bin': 'MZ' }, 'files.word-macros'],
    ['with a control', { 'word/activeX/activeX1.xml': '<x/>' }, 'files.word-macros'],
    [
      'that fetches its template',
      { [RELATIONS]: relations('attachedTemplate', 'https://evil.example/t.dotm') },
      'files.word-fetches',
    ],
    [
      'that fetches its template from a share',
      { [RELATIONS]: relations('attachedTemplate', '\\\\evil.example\\t.dotm') },
      'files.word-fetches',
    ],
    ['that fetches an object', { [RELATIONS]: relations('oleObject', 'https://evil.example/x') }, 'files.word-fetches'],
    [
      'whose lists declare entities',
      { [RELATIONS]: (b: string) => b.replace(/^(<\?xml[^>]*\?>)?/, '$1<!DOCTYPE x [<!ENTITY a "b">]>') },
      'files.broken',
    ],
    ['without its main part', { 'word/document.xml': null }, 'files.not-word'],
    ['without a list of contents', { '[Content_Types].xml': null }, 'files.is-archive'],
    ['in which a part grows a thousandfold', { 'word/media/a.png': new Uint8Array(30 << 20) }, 'files.archive-bomb'],
  ] as [string, Parameters<typeof changedWord>[0], string][])('%s is refused', async (_, changes, key) => {
    expect(await prepared(await changedWord(changes))).toBe(key);
  });

  test('that is an archive of other files, or something before, within or behind its parts, is refused', async () => {
    const bytes = await word();
    expect(await prepared(zipSync({ 'a.txt': strToU8('x') }))).toBe('files.is-archive');
    expect(await prepared(Buffer.concat([bytes, Buffer.from('MZ')]))).toBe('files.archive-damaged');
    const list = bytes.readUInt32LE(bytes.length - 6);
    const within = Buffer.concat([bytes.subarray(0, list), Buffer.alloc(100, 'MZ'), bytes.subarray(list)]);
    within.writeUInt32LE(list + 100, within.length - 6);
    expect(await prepared(within)).toBe('files.hidden-content');
    expect(await prepared(bytes.subarray(0, bytes.length - 30))).toBe('files.archive-damaged');
  });
});

describe('A picture', () => {
  test('of a telephone is turned upright, and neither place nor device is left in it', async () => {
    // 6: what was above is at the right of the stored picture; so its left upper corner is seen at the upper right.
    const bytes = asFromTelephone(await picture(MagickFormat.Jpeg), 6);
    expect(bytes.includes('GPS-PLACE')).toBe(true);
    expect((await seenOf(bytes)).profiles).toContain('exif');
    const file = await kept(bytes, 'IMG_0001.jpeg');
    const whole = await readFile(file.paths.whole);
    const seen = await seenOf(whole);
    expect(seen).toMatchObject({ format: 'JPEG', width: 40, height: 60, profiles: [] });
    expect(seen.corners).toEqual({ upperLeft: 'blue', upperRight: 'red', lowerLeft: 'blue' });
    expect(whole.includes('GPS-PLACE')).toBe(false);
    expect(file).toMatchObject({ name: 'IMG_0001.jpg', type: 'image/jpeg', width: 40, height: 60, size: whole.length });
  });

  test.each([
    [MagickFormat.Png, 'image/png', 'PNG'],
    [MagickFormat.WebP, 'image/webp', 'WEBP'],
    [MagickFormat.Gif, 'image/png', 'PNG'],
  ])('in %s is kept as %s, with a small one beside it', async (format, type, written) => {
    const file = await kept(await picture(format, 600, 400), 'a');
    expect(file.type).toBe(type);
    const corners = { upperLeft: 'red', upperRight: 'blue', lowerLeft: 'blue' };
    expect(await seenOf(await readFile(file.paths.whole))).toMatchObject({ format: written, width: 600, corners });
    expect(await seenOf(await readFile(file.paths.small!))).toMatchObject({
      format: 'WEBP',
      width: 480,
      height: 320,
      corners,
    });
  });

  test('that is large is made as small as pictures are kept', async () => {
    expect(await kept(await picture(MagickFormat.Jpeg, 3_000, 1_500))).toMatchObject({ width: 2_400, height: 1_200 });
  });

  test('with a program or an archive behind it loses that', async () => {
    const zip = zipSync({ 'a.exe': strToU8('MZ-payload') }, { level: 0 });
    const file = await kept(Buffer.concat([await picture(MagickFormat.Jpeg), zip]));
    expect((await readFile(file.paths.whole)).includes('MZ-payload')).toBe(false);
  });

  test('of more pixels than memory has is refused before it is decoded', async () => {
    const before = performance.now();
    expect(await prepared(claimingPng(15_000, 15_000))).toBe('files.too-many-pixels');
    expect(await prepared(claimingPng(60_000, 60_000))).toBe('files.too-many-pixels');
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  test('that is damaged, or says it is one and is not, is refused', async () => {
    expect(await prepared(Buffer.from('\x89PNG\r\n\x1a\n<svg onload="alert(1)"/>', 'latin1'))).toBe(
      'files.picture-broken',
    );
    const png = await picture(MagickFormat.Png);
    expect(await prepared(png.subarray(0, 40))).toBe('files.picture-broken');
  });
});

describe('The virus scanner', () => {
  const script = (name: string, text: string) => {
    mkdirSync(join(folder, 'bin'), { recursive: true });
    const path = join(folder, 'bin', name);
    writeFileSync(path, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    return path;
  };
  const looking = () => script('looking', `if grep -qa EICAR-STANDARD-ANTIVIRUS "$2"; then exit 1; else exit 0; fi`);
  const infectedPdf = () =>
    Buffer.from(handmadePdf().toString('latin1').replace('%%EOF', `%${EICAR}\n%%EOF`), 'latin1');

  test('that finds something has the file refused, also where it is in a Word document', async () => {
    expect(await prepared(infectedPdf(), 'a.pdf', [looking(), '--quiet'])).toBe('files.infected');
    expect(await prepared(await changedWord({ 'word/note.txt': EICAR }, 0), 'a', [looking(), '-q'])).toBe(
      'files.infected',
    );
  });

  test('that finds nothing lets it pass, and where there is none, the file is kept as not scanned', async () => {
    expect(await prepared(handmadePdf(), 'a.pdf', [looking(), '--quiet'])).toMatchObject({ scan: 'clean' });
    expect(await prepared(infectedPdf())).toMatchObject({ scan: 'unscanned' });
  });

  test('that fails, hangs or is not there says nothing: the file waits', async () => {
    expect(await prepared(handmadePdf(), 'a.pdf', [script('fails', 'exit 2')])).toMatchObject({ scan: 'waiting' });
    expect(await prepared(handmadePdf(), 'a.pdf', [join(folder, 'none')])).toMatchObject({ scan: 'waiting' });
    const began = performance.now();
    expect(await scanned([script('hangs', 'exec sleep 30')], 'x', 300)).toBe('unknown');
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('is given the path as one word, and no shell reads it', async () => {
    const path = join(folder, 'a b; touch owned');
    writeFileSync(path, 'x');
    expect(await scanned([script('counts', '[ $# = 1 ] && [ -f "$1" ]')], path)).toBe('clean');
    expect(readdirSync(folder)).not.toContain('owned');
  });
});
