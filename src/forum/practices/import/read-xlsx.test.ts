import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readWhole, type WholeTable } from './read-whole.fixture.ts';
import { toContent } from './rows.ts';
import { sheetRow, workbook } from './sheet-files.fixture.ts';

async function read(bytes: Uint8Array, name = 'practices.xlsx'): Promise<WholeTable> {
  const result = await readWhole({ name, bytes });
  if (!result.ok) throw new Error(result.problem.key);
  return result.table;
}

async function problem(bytes: Uint8Array): Promise<string> {
  const result = await readWhole({ name: 'practices.xlsx', bytes });
  return result.ok ? 'read' : result.problem.key;
}

const HEADER = ['Title', 'SDG', 'Dates', 'Country', 'Summary'];
const of = (...rows: string[]) => workbook({ rows: [sheetRow(1, ...HEADER), ...rows].join('') });

describe('a sheet', () => {
  test('as a spreadsheet program writes it is read', async () => {
    const text = (value: string) => ({ value, type: String });
    const file = await writeExcelFile([
      HEADER.map(text),
      [
        text('Papyrus'),
        { value: 10.7, type: Number },
        text('2017 – current'),
        text('Switzerland'),
        text('Line one\nLine two'),
      ],
    ]).toBuffer();
    const { rows } = await read(file);
    expect(rows[0]).toMatchObject({
      number: 2,
      cells: {
        title: 'Papyrus',
        sdg: '10.7',
        dates: '2017 – current',
        countries: 'Switzerland',
        summary: 'Line one\nLine two',
      },
    });
  });

  test('has its numbers read as they were typed', async () => {
    const inexact = '<c r="B2"><v>8.1999999999999993</v></c>';
    const { rows } = await read(await of(sheetRow(2, 'a', inexact, 2019), sheetRow(3, 'b', 8.1), sheetRow(4, 'c', 10)));
    expect(rows.map(({ cells }) => cells.sdg)).toEqual(['8.2', '8.1', '10']);
    expect(rows[0]!.cells.dates).toBe('2019');
  });

  test('has its dates read by their years', async () => {
    const table = await read(await of(sheetRow(2, 'a', '8.8', '<c r="C2" s="1"><v>43252</v></c>')));
    expect(table.rows[0]!.cells.dates).toBe('2018-06-01');
    expect(toContent(table.rows[0]!, table).content).toMatchObject({ start: 2018, end: 2018 });
  });

  test('has its formulas and errors refused by row and column', async () => {
    const table = await read(
      await of(
        sheetRow(2, 'a', '<c r="B2"><f>1+1</f><v>2</v></c>'),
        sheetRow(3, 'b', '8.8', '<c r="C3" t="e"><v>#REF!</v></c>'),
        sheetRow(4, 'c', '8.8', '', '', '<c r="E4" t="str"><f>HYPERLINK("https://example.org")</f></c>'),
      ),
    );
    const refusals = table.rows.flatMap((row) =>
      toContent(row, table).refusals.map((one) => ({ row: row.number, ...one })),
    );
    expect(refusals.map(({ row, column, read: text, why }) => [row, column, text, why.key])).toEqual([
      [2, 'SDG', '=1+1', 'import.formula'],
      [3, 'Dates', '', 'import.error-value'],
      [4, 'Summary', '=HYPERLINK("https://example.org")', 'import.formula'],
    ]);
  });

  test('has its parts told by rows of one cell, and rows counted as the sheet counts them', async () => {
    const { rows } = await read(
      await workbook({
        rows: [
          sheetRow(2, 'Practices of 2022'),
          sheetRow(4, ...HEADER),
          sheetRow(5, 'Call for inputs'),
          sheetRow(6, 'Papyrus', '8.8'),
          sheetRow(9, 'Outcomes of GFMD 2019 Roundtables'),
          sheetRow(10, 'Remit Hydro', '10.c'),
          sheetRow(11, 'Another name alone'),
        ].join(''),
        after: '<mergeCells count="1"><mergeCell ref="A9:E9"/></mergeCells>',
      }),
    );
    expect(rows.map(({ number, section }) => [number, section])).toEqual([
      [6, 'Call for inputs'],
      [10, 'Outcomes of GFMD 2019 Roundtables'],
      [11, 'Outcomes of GFMD 2019 Roundtables'],
    ]);
  });

  test('repeats a cell that is merged over several rows, and gives the link of a name', async () => {
    const { rows, edition } = await read(
      await workbook({
        rows: [
          sheetRow(1, ...HEADER),
          sheetRow(2, 'a', '8.8', '', 'Nepal', 'x'),
          sheetRow(3, 'b', '8.8', '', '', 'y'),
        ].join(''),
        after:
          '<mergeCells count="1"><mergeCell ref="D2:D3"/></mergeCells><hyperlinks><hyperlink ref="A3" r:id="rId9"/></hyperlinks>',
      }),
      'practices-2022.xlsx',
    );
    expect(rows.map(({ cells }) => cells.countries)).toEqual(['Nepal', 'Nepal']);
    expect(rows.map(({ cells }) => cells.links)).toEqual([undefined, ['https://example.org/practice']]);
    expect(edition).toBe(2022);
  });

  test('is the first one with a header that is not hidden', async () => {
    const practices = (title: string) => ({ rows: sheetRow(1, ...HEADER) + sheetRow(2, title, '8.8') });
    const notes = { rows: sheetRow(1, 'Read me') };
    const { rows } = await read(await workbook(notes, { ...practices('hidden'), hidden: true }, practices('shown')));
    expect(rows.map(({ cells }) => cells.title)).toEqual(['shown']);
  });

  test('of our own is read by its codes, word for word', async () => {
    const { exchange, rows } = await read(
      await workbook({
        rows: sheetRow(1, 'id', 'slug', 'title', 'sdg') + sheetRow(2, '', '', ' Two  spaces ', '8.8; 10.7'),
      }),
    );
    expect(exchange).toBe(true);
    expect(rows[0]!.cells).toEqual({ id: '', slug: '', title: ' Two  spaces ', sdg: '8.8; 10.7' });
  });

  test.each([
    ['a cell far to the right', '<row r="2"><c r="XFD2"><v>1</v></c></row>', 'import.too-many-columns'],
    ['a cell far below', '<row r="1048576"><c r="A1048576"><v>1</v></c></row>', 'import.too-many-rows'],
    ['a row with an impossible number', '<row r="1e300"><c r="A2"><v>1</v></c></row>', 'import.too-many-rows'],
    ['a cell without a place', '<row r="2"><c><v>1</v></c></row>', 'import.unreadable'],
    ['cells out of order', sheetRow(3, 'a') + sheetRow(2, 'b'), 'import.unreadable'],
  ])('with %s is refused before it fills the memory', async (_what, rows, key) => {
    expect(await problem(await of(rows))).toBe(key);
  });

  test('with a document type is refused', async () => {
    expect(await problem(await workbook({ rows: '', after: '<!DOCTYPE x [<!ENTITY a "b">]>' }))).toBe(
      'import.xml-entities',
    );
  });

  test('without a header is refused', async () => {
    expect(await problem(await workbook({ rows: sheetRow(1, 'a', 'b') }))).toBe('import.no-header');
  });
});
