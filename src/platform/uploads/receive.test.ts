import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequest } from '@sveltejs/kit/node';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { say } from '../languages.ts';
import { LARGEST_FILE, LARGEST_FORM, MOST_FILES, MOST_TEXT } from './limits.ts';
import { receiveForm } from './receive.ts';
import { arrivingIn, type FileRoom } from './room.ts';

/** What a server that receives one form has to say of it. */
interface Told {
  texts: [string, string][];
  files: { field: string; sentName: string; size: number; beginning: string }[];
  complaints: { name: string; key: string; file?: string }[];
}

let room: FileRoom;
let server: Server;
let address: string;
let told: PromiseWithResolvers<Told>;

/** A real server, which makes its requests as the one in use does (adapter-node). */
beforeAll(async () => {
  room = { folder: mkdtempSync(join(tmpdir(), 'common-space-receive-')), scanner: undefined };
  server = createServer(async (request, response) => {
    const form = await receiveForm(getRequest({ request, base: address, bodySizeLimit: LARGEST_FORM }), room);
    const files = await Promise.all(
      form.files.map(async ({ field, sentName, size, path }) => {
        const beginning = (await readFile(path)).toString('latin1', 0, 40);
        return { field, sentName, size, beginning };
      }),
    );
    await form.discard();
    const complaints = form.complaints.map(({ name, notice, file }) => ({
      name,
      key: notice.key,
      ...(file && { file }),
    }));
    for (const { notice } of form.complaints) say('ar', notice);
    const texts = [...form.fields.entries()].map(([name, value]) => [name, String(value)] as [string, string]);
    told.resolve({ texts, files, complaints });
    response.end('taken');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => expect(readdirSync(arrivingIn(room))).toEqual([]));
afterAll(() => {
  server.close();
  rmSync(room.folder, { recursive: true });
});

async function sent(body: BodyInit, headers: Record<string, string> = {}): Promise<Told> {
  told = Promise.withResolvers();
  await fetch(address, { method: 'POST', body, headers }).catch(() => undefined);
  return told.promise;
}
const formOf = (...entries: [string, string | File][]) => {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
};
const HEAD = 'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=x\r\n';
const part = '--x\r\ncontent-disposition: form-data; name="attachments"; filename="a.pdf"\r\n\r\n%PDF-';
const file = (name: string, bytes: BlobPart) => new File([bytes], name, { type: 'text/html' });

test('texts and files arrive as they were sent, in any script', async () => {
  const { texts, files, complaints } = await sent(
    formOf(
      ['title', 'قانون'],
      ['attachments', file('قانون الهجرة.pdf', '%PDF-')],
      ['title', 'a\r\nb'],
      ['other', file('b', 'x')],
    ),
  );
  expect(texts).toEqual([
    ['title', 'قانون'],
    ['title', 'a\r\nb'],
  ]);
  expect(files).toEqual([
    { field: 'attachments', sentName: 'قانون الهجرة.pdf', size: 5, beginning: '%PDF-' },
    { field: 'other', sentName: 'b', size: 1, beginning: 'x' },
  ]);
  expect(complaints).toEqual([]);
});

test('whatever texts are sent arrive the same', async () => {
  const name = fc.stringMatching(/^[a-z_]{1,20}$/);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, fc.string({ unit: 'grapheme' })), { minLength: 1 }), async (entries) => {
      const { texts, complaints } = await sent(formOf(...entries));
      // A browser sends every end of a line as CR LF (HTML, "constructing the entry list").
      expect(texts).toEqual(entries.map(([key, value]) => [key, value.replace(/\r\n|\r|\n/g, '\r\n')]));
      expect(complaints).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('a field in which no file was chosen brings no file and no complaint; an empty file has one', async () => {
  const { files, complaints } = await sent(formOf(['attachments', file('', '')], ['picture', file('a.png', '')]));
  expect(files).toEqual([]);
  expect(complaints).toEqual([{ name: 'picture', key: 'files.empty', file: 'a.png' }]);
});

test('a file of just the largest size is taken; one of a byte more is not, and the others are', async () => {
  const largest = new Uint8Array(LARGEST_FILE).fill(65);
  const { files, complaints } = await sent(
    formOf(
      ['attachments', file('a', largest)],
      ['attachments', file('b', [...'x'].join(''))],
      ['big', new File([largest, 'x'], 'c')],
    ),
  );
  expect(files.map(({ sentName, size }) => [sentName, size])).toEqual([
    ['a', LARGEST_FILE],
    ['b', 1],
  ]);
  expect(complaints).toEqual([{ name: 'big', key: 'files.too-large', file: 'c' }]);
});

test('what has come of a file is on the disk while the rest of it is still on its way', async () => {
  told = Promise.withResolvers();
  const line = connect(Number(new URL(address).port), '127.0.0.1');
  const body = `${part}${'x'.repeat(4 << 20)}`;
  const end = '\r\n--x--\r\n';
  line.write(`${HEAD}content-length: ${body.length + end.length}\r\n\r\n${body}`);
  const sizes = () =>
    readdirSync(arrivingIn(room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  await expect.poll(sizes, { timeout: 10_000 }).toEqual([expect.closeTo(4 << 20, -6)]);
  line.end(end);
  expect((await told.promise).files).toMatchObject([{ size: (4 << 20) + 5 }]);
});

test('more files than are taken are said to be too many', async () => {
  const many = Array.from({ length: MOST_FILES + 2 }, (_, at) => ['attachments', file(`${at}`, 'x')] as [string, File]);
  const { files, complaints } = await sent(formOf(...many));
  expect(files).toHaveLength(MOST_FILES);
  expect(complaints).toEqual([{ name: 'attachments', key: 'files.too-many' }]);
});

test('too much text is refused, and nothing is kept', async () => {
  const half = 'x'.repeat(MOST_TEXT / 2 + 1);
  const { files, texts, complaints } = await sent(formOf(['attachments', file('a', 'x')], ['a', half], ['b', half]));
  expect([files, texts, complaints]).toEqual([[], [], [{ name: '', key: 'files.form-too-large' }]]);
});

test('a form larger than all that may be sent is not read to its end', async () => {
  const { complaints } = await sent('x', { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '1' });
  expect(complaints).toEqual([{ name: '', key: 'files.cut-off' }]);
  const large = await raw(`content-length: ${LARGEST_FORM + 1}`, '--x\r\n');
  expect(large.complaints).toEqual([{ name: '', key: 'files.form-too-large' }]);
});

/** What is told of a request that is written to the line by hand, which is then cut. */
async function raw(header: string, body: string): Promise<Told> {
  told = Promise.withResolvers();
  const line = connect(Number(new URL(address).port), '127.0.0.1');
  line.on('error', () => undefined);
  line.write(`${HEAD}${header}\r\n\r\n${body}`);
  setTimeout(() => line.destroy(), 300);
  return told.promise;
}

test.each([
  ['in the middle of a file', 'content-length: 1000', part],
  ['behind a file that is whole', 'content-length: 1000', `${part}\r\n--x\r\n`],
  ['in the middle of a header', 'content-length: 1000', '--x\r\ncontent-dispo'],
  ['before anything came', 'content-length: 1000', ''],
])('a line that is cut %s leaves nothing behind', async (_, header, body) => {
  const { files, complaints } = await raw(header, body);
  expect([files, complaints]).toEqual([[], [{ name: '', key: 'files.cut-off' }]]);
});

test('a form that ends before its end, on a line that was not cut, is not taken for whole', async () => {
  const { files, complaints } = await sent(part, { 'content-type': 'multipart/form-data; boundary=x' });
  expect([files, complaints]).toEqual([[], [{ name: '', key: 'files.cut-off' }]]);
});

test.each(['application/x-www-form-urlencoded', 'multipart/form-data', 'multipart/mixed; boundary=x', 'text/plain'])(
  'what is sent as %s is no form with files',
  async (type) => {
    const { complaints } = await sent('a=b', { 'content-type': type });
    expect(complaints).toEqual([{ name: '', key: 'files.no-form' }]);
  },
);

test('a path in the name of a file or of a field leads nowhere', async () => {
  const body = `--x\r\ncontent-disposition: form-data; name="../../a"; filename="../../../etc/cron.d/x"\r\n\r\nx\r\n--x--\r\n`;
  const { files } = await sent(body, { 'content-type': 'multipart/form-data; boundary=x' });
  expect(files).toHaveLength(1);
  expect(readdirSync(room.folder)).toEqual(['arriving']);
});
