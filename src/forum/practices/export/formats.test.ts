import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_CONTENT, merged } from '../content.ts';
import { readWhole } from '../import/read-whole.fixture.ts';
import { toContent } from '../import/rows.ts';
import type { Practice } from '../model.ts';
import { EXPORT_FORMATS, type ExportFormat, writeExport } from './formats.ts';
import { anyCatalogue, practice } from './practices.fixture.ts';

const ORIGIN = 'https://forum.example';
const write = async (format: ExportFormat, practices: Practice[]): Promise<Uint8Array> =>
  (await writeExport(format, practices, ORIGIN, 2024)).body;

/** The practices of a file, as an import into an empty catalogue would keep them. */
async function imported(format: ExportFormat, bytes: Uint8Array): Promise<Practice[]> {
  const read = await readWhole({ name: `practices.${format}`, bytes });
  if (!read.ok) throw new Error(read.problem.key);
  expect(read.table.unknownHeaders).toEqual([]);
  return read.table.rows.map((row) => {
    const { refusals, content, id, slug, confirmedAt = null, createdAt, updatedAt } = toContent(row, read.table);
    expect(refusals).toEqual([]);
    return {
      ...practice(),
      ...merged(EMPTY_CONTENT, content),
      ...({ id, slug, version: 1, confirmedAt, createdAt, updatedAt } as Practice),
    };
  });
}

describe.each(EXPORT_FORMATS)('a catalogue written as %s', (format) => {
  test('imports again without a difference, and is then written with the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(anyCatalogue, async (practices) => {
        const bytes = await write(format, practices);
        const again = await imported(format, bytes);
        expect(again).toEqual(practices);
        expect(await write(format, again)).toEqual(bytes);
      }),
      { numRuns: format === 'xlsx' ? 60 : 150 },
    );
  });

  test('has the same bytes when it is written again', async () => {
    const practices = [
      practice(),
      practice({ id: '0197f3c2-7a10-7000-8000-000000000002', slug: 'other', title: 'Other' }),
    ];
    const first = await write(format, practices);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await write(format, practices)).toEqual(first);
  });

  test('keeps a summary as long as any that the catalogue takes', async () => {
    const long = practice({ summary: 'Wages & “work” — '.repeat(1750).trim() });
    expect((await imported(format, await write(format, [long])))[0]!.summary).toBe(long.summary);
  });

  test('can be without a single practice', async () => {
    expect((await write(format, [])).length).toBeGreaterThanOrEqual(format === 'ndjson' ? 0 : 1);
  });
});

test('JSON is a list of items, NDJSON an item a line', async () => {
  const list = JSON.parse(new TextDecoder().decode(await write('json', [practice(), practice({ slug: 'other' })])));
  expect(list.map(({ url }: { url: string }) => url)).toEqual([
    `${ORIGIN}/practices/skills-partnership`,
    `${ORIGIN}/practices/other`,
  ]);
  const lines = new TextDecoder().decode(await write('ndjson', [practice(), practice()])).split('\n');
  expect(lines.map((line) => (line === '' ? 'end' : (JSON.parse(line) as Practice).title))).toEqual([
    'Skills partnership',
    'Skills partnership',
    'end',
  ]);
});

test('CSV begins with the mark by which Excel knows UTF-8, and its lines end as RFC 4180 has them', async () => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    await write('csv', [practice({ summary: 'A\nB' })]),
  );
  expect(text.startsWith('\ufeffid,slug,title,')).toBe(true);
  expect(text).toContain('"A\nB"');
  expect(text.replace(/"[^"]*"/g, '').split('\r\n')).toHaveLength(3);
});

test('no cell of a CSV begins as a formula does', async () => {
  const nasty = ['=1+1', '+1', '-1', '@x', "'=1"].map((title, at) =>
    practice({ title, slug: `p-${at}`, partners: [title] }),
  );
  const text = new TextDecoder().decode(await write('csv', nasty));
  for (const cell of text.split(/,|\r\n/)) expect(cell).not.toMatch(/^"?[=+\-@]/);
});

describe('What is attached to a practice', () => {
  const attachments = [
    {
      id: '0197f3c2-7a10-7000-8000-0000000000aa',
      name: 'Étude 1.pdf',
      type: 'application/pdf',
      size: 12,
      caption: 'A study',
    },
  ];

  test('is told in JSON with the address it is kept at, and an import leaves it as it is', async () => {
    const bytes = await write('json', [practice({ attachments })]);
    const [item] = JSON.parse(new TextDecoder().decode(bytes)) as { attachments: unknown[] }[];
    expect(item!.attachments).toEqual([
      {
        name: 'Étude 1.pdf',
        type: 'application/pdf',
        size: 12,
        caption: 'A study',
        url: `${ORIGIN}/files/0197f3c2-7a10-7000-8000-0000000000aa/%C3%89tude%201.pdf`,
      },
    ]);
    const read = await readWhole({ name: 'practices.json', bytes });
    if (!read.ok) throw new Error(read.problem.key);
    expect(read.table.unknownHeaders).toEqual([]);
    expect(toContent(read.table.rows[0]!, read.table).content).not.toHaveProperty('attachments');
  });
});

test('a table has columns for the languages that occur, behind all others', async () => {
  const translations = { fr: { title: 'Un', summary: '', results: '', costs: '', lessons: '', needs: '' } };
  const header = async (list: Practice[]) =>
    new TextDecoder()
      .decode(await write('csv', list))
      .split('\r\n')[0]!
      .split(',');
  expect((await header([practice()])).at(-1)).toBe('updatedAt');
  expect((await header([practice(), practice({ translations })])).slice(-6)).toEqual(
    ['title', 'summary', 'results', 'costs', 'lessons', 'needs'].map((field) => `${field}.fr`),
  );
});
