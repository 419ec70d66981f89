import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { say } from '#platform/languages.ts';
import { FILE_KINDS } from './file-kind.ts';
import { zipped } from './office-files.fixture.ts';
import { readImport } from './read.ts';
import { readWhole } from './read-whole.fixture.ts';
import { toContent } from './rows.ts';
import { sheetRow, workbook } from './sheet-files.fixture.ts';

const fixture = (name: string) => readFile(new URL(`../../../../tests/fixtures/${name}`, import.meta.url));

/** Real files, small enough to be spoilt and read many times. */
async function realFiles(): Promise<{ name: string; bytes: Uint8Array }[]> {
  const sheet = sheetRow(1, 'Title', 'SDG', 'Dates') + sheetRow(2, 'Papyrus', 10.7, '2017 – current');
  const csv = 'Title;SDG;Dates\n"Papyrus";10.7;"2017 – current"\n';
  return [
    { name: 'a.docx', bytes: await fixture('annex-2020.docx') },
    { name: 'a.txt', bytes: await fixture('annex-2020.txt') },
    { name: 'a.xlsx', bytes: await workbook({ rows: sheet }) },
    { name: 'a.csv', bytes: Buffer.from(csv) },
    { name: 'a.tsv', bytes: Buffer.from(`\ufeff${csv}`.replaceAll(';', '\t'), 'utf16le') },
    {
      name: 'a.json',
      bytes: Buffer.from('[{"title":"Papyrus","sdg":["10.7"],"source":{"edition":2020,"label":"x"}}]'),
    },
    { name: 'a.ndjson', bytes: Buffer.from('{"title":"Papyrus","sdg":["10.7"]}\n{"title":"b","sdg":"8"}\n') },
  ];
}

/** Reads and understands a file; whatever is refused must be sayable. */
async function takeIn(name: string, bytes: Uint8Array): Promise<void> {
  const result = await readWhole({ name, bytes });
  if (!result.ok) return void expect(say('en', result.problem)).not.toBe('');
  for (const row of result.table.rows) {
    for (const { why, accepts } of toContent(row, result.table).refusals) {
      expect(say('en', why)).not.toBe('');
      expect(say('en', accepts)).not.toBe('');
    }
  }
}

/** Bytes put, taken out or repeated at places told as parts of the whole. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 12 }),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc.constantFrom('<', '</w:tc>', '&', '"', '\t', '\0', '<f>', ']]>', '\n').map((text) => Buffer.from(text)),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

function damaged(bytes: Uint8Array, damages: { at: number; length: number; put: Uint8Array }[]): Uint8Array {
  return damages.reduce((whole, { at, length, put }) => {
    const place = Math.floor(at * whole.length);
    return Buffer.concat([whole.subarray(0, place), put, whole.subarray(place + length)]);
  }, Buffer.from(bytes));
}

describe('no file makes the import fail, it is read or refused', () => {
  test.each(FILE_KINDS)('random bytes named .%s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await takeIn(`a.${kind}`, bytes);
        await takeIn(`a.${kind}`, Buffer.concat([Buffer.from('PK\x03\x04'), bytes]));
      }),
      { numRuns: 60 },
    );
  });

  test.each(FILE_KINDS)('a spoilt .%s', async (kind) => {
    const file = (await realFiles()).find(({ name }) => name.endsWith(`.${kind}`))!;
    await takeIn(file.name, file.bytes);
    await fc.assert(
      fc.asyncProperty(damage, async (damages) => {
        await takeIn(file.name, damaged(file.bytes, damages));
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['a.docx', 'word/document.xml'],
    ['a.xlsx', 'xl/worksheets/sheet1.xml'],
    ['a.xlsx', 'xl/workbook.xml'],
  ])('a %s whose %s is spoilt before it is packed', async (name, part) => {
    const file = (await realFiles()).find((one) => one.name === name)!;
    const zip = await JSZip.loadAsync(file.bytes);
    const parts: Record<string, Uint8Array> = {};
    for (const entry of Object.values(zip.files)) if (!entry.dir) parts[entry.name] = await entry.async('uint8array');
    await fc.assert(
      fc.asyncProperty(damage, async (damages) => {
        await takeIn(name, await zipped({ ...parts, [part]: damaged(parts[part]!, damages) }));
      }),
      { numRuns: 40 },
    );
  });
});

test.each([
  ['a Word file', 'a.docx', 100],
  ['a JSON', 'a.json', 100],
  ['a CSV', 'a.csv', 2_048],
])('%s (%s) larger than %i MB is refused, and no more is read of it than that', async (_what, name, most) => {
  const megabyte = new Uint8Array(1024 * 1024);
  let given = 0;
  function* endless() {
    for (; ; given++) yield megabyte;
  }
  const problem = { key: 'import.too-large', values: { most } };
  expect(await readImport({ name, chunks: endless })).toEqual({ ok: false, problem });
  expect(given).toBe(most);
});

test('a name that is a path or has no extension is refused by its kind', async () => {
  for (const name of ['annex', '.csv/annex', 'a.b/c', '']) {
    const result = await readWhole({ name, bytes: Buffer.from('Title,SDG\na,8.8\n') });
    expect(result).toMatchObject({ ok: false, problem: { key: 'import.unknown-kind' } });
  }
});
