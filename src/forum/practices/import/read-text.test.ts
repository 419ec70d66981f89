import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { readWhole, type WholeTable } from './read-whole.fixture.ts';
import { toContent } from './rows.ts';

async function read(content: string | Uint8Array, name = 'practices.csv'): Promise<WholeTable> {
  const result = await readWhole({ name, bytes: Buffer.from(content) });
  if (!result.ok) throw new Error(result.problem.key);
  return result.table;
}

async function problem(content: string | Uint8Array, name = 'practices.csv'): Promise<string> {
  const result = await readWhole({ name, bytes: Buffer.from(content) });
  return result.ok ? 'read' : result.problem.key;
}

const refusals = (table: WholeTable) =>
  table.rows.flatMap((row) => toContent(row, table).refusals.map(({ column, why }) => [row.number, column, why.key]));

describe('a CSV', () => {
  test.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('is read with %s between its cells', async (_name, sign) => {
    const { rows } = await read(`Title${sign}SDG${sign}Summary\nPapyrus${sign}"10.7, 8.8"${sign}"a, b; c"\n`);
    expect(rows[0]).toMatchObject({ number: 2, cells: { title: 'Papyrus', sdg: '10.7, 8.8', summary: 'a, b; c' } });
  });

  test('may say its separator in a first line, as Excel does', async () => {
    const { rows } = await read('sep=;\r\nTitle;SDG\r\nPapyrus;8.8\r\n');
    expect(rows[0]).toMatchObject({ number: 3, cells: { title: 'Papyrus', sdg: '8.8' } });
  });

  const accented = 'Titre;ODD;Résumé\nIntégration à Genève;8.8;« Œuvre » – l’été\n';
  test.each([
    ['UTF-8', Buffer.from(accented)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${accented}`)],
    ['UTF-16 LE', Buffer.from(`\ufeff${accented}`, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\ufeff${accented}`, 'utf16le').swap16()],
    [
      'Windows-1252',
      Buffer.from(accented.replaceAll('Œ', '\x8c').replaceAll('–', '\x96').replaceAll('’', '\x92'), 'latin1'),
    ],
  ])('is read in %s', async (_encoding, bytes) => {
    const { rows } = await read(bytes);
    expect(rows[0]!.cells).toEqual({ title: 'Intégration à Genève', sdg: '8.8', summary: '« Œuvre » – l’été' });
  });

  test('keeps lines within a cell, and counts records as a spreadsheet counts rows', async () => {
    const { rows } = await read('Title,Summary\n"One","a\n\n b"\n\n"Two","c"\n');
    expect(rows.map(({ number, cells }) => [number, cells.summary])).toEqual([
      [2, 'a\nb'],
      [4, 'c'],
    ]);
  });

  test('has formulas refused by row and column, and gives texts that were guarded against being one', async () => {
    const table = await read(`Title,SDG,Summary\nOne,8.8,=1+1\nTwo,8.8,'=1+1\nThree,8.8,- a dash\n`);
    expect(refusals(table)).toEqual([[2, 'Summary', 'import.formula']]);
    expect(table.rows.map(({ cells }) => cells.summary)).toEqual([undefined, '=1+1', '- a dash']);
  });

  test('has a row with more cells than headers refused, since its cells may have moved', async () => {
    expect(refusals(await read('Title,SDG\nRights, work and skills,8.8\n'))).toContainEqual([
      2,
      '',
      'import.more-cells-than-headers',
    ]);
  });

  test('has NUL refused and other control characters left out', async () => {
    const table = await read('Title,SDG\nO\0ne,8.8\nT\u0007wo,8.8\n');
    expect(refusals(table)).toEqual([[2, 'Title', 'import.nul']]);
    expect(table.rows[1]!.cells.title).toBe('Two');
  });

  test('of our own is read by its codes, word for word', async () => {
    const table = await read(
      `id,slug,title,summary,partners,global,url\n,,'=Sum,"a  b\n\nc",A\\; B; C,true,https://example.org/x\n`,
    );
    expect(table.exchange).toBe(true);
    expect(table.rows[0]!.cells).toMatchObject({ title: '=Sum', summary: 'a  b\n\nc', partners: 'A\\; B; C' });
    expect(table.unknownHeaders).toEqual(['url']);
  });

  test('names a column without a header', async () => {
    expect((await read('Title,,SDG\nOne,x,8.8\n')).unknownHeaders).toEqual(['#2']);
  });

  test.each([
    ['a quotation mark stays open', 'Title,SDG\n"One,8.8\n', 'import.delimited-broken'],
    ['it has no header', 'a,b\nc,d\n', 'import.no-header'],
    ['two columns mean the same', 'Title,Name,SDG\na,b,8.8\n', 'import.column-twice'],
    ['it is marked as UTF-16 and is not', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41]), 'import.text-damaged'],
    ['it has too many rows', `Title,SDG\n${'a,8.8\n'.repeat(1_000_001)}`, 'import.too-many-rows'],
    ['it has too many columns', `Title,SDG${',x'.repeat(120)}\n`, 'import.too-many-columns'],
  ])('is refused where %s', async (_why, content, key) => {
    expect(await problem(content)).toBe(key);
  });
});

describe('JSON', () => {
  const item = {
    id: '0190b6a1-0000-7000-8000-000000000001',
    slug: 'papyrus',
    title: 'Papyrus',
    sdg: ['8.8', '10.7'],
    start: 2017,
    end: null,
    ongoing: true,
    source: { edition: 2020, label: '2019 Roundtables' },
    url: 'https://example.org/practices/papyrus',
    status: 'ongoing',
  };

  test.each([
    ['as a list', 'p.json', JSON.stringify([item])],
    ['as our API answers', 'p.json', JSON.stringify({ total: 1, items: [item] })],
    ['as a line each', 'p.ndjson', `${JSON.stringify(item)}\n\n`],
  ])('of our own is read %s', async (_how, name, content) => {
    const table = await read(content, name);
    expect(table).toMatchObject({ exchange: true, unknownHeaders: [] });
    expect(toContent(table.rows[0]!, table)).toMatchObject({
      id: item.id,
      slug: 'papyrus',
      refusals: [],
      content: {
        title: 'Papyrus',
        sdg: ['8.8', '10.7'],
        start: 2017,
        end: null,
        ongoing: true,
        source: { edition: 2020, label: '2019 Roundtables' },
      },
    });
  });

  test('of others is read by the meaning of its names', async () => {
    const table = await read(
      JSON.stringify([{ Titre: 'Papyrus', ODD: ['8.8', 10.7], Pays: 'Suisse', Liens: ['https://example.org'] }]),
      'p.json',
    );
    expect(toContent(table.rows[0]!, table).content).toMatchObject({
      title: 'Papyrus',
      sdg: ['8.8', '10.7'],
      countries: ['CH'],
      links: ['https://example.org'],
    });
  });

  test('has a line that is none refused by its number, and a value of several parts by its name', async () => {
    const table = await read('{"title":"One","sdg":"8.8"}\n{"title":\n{"title":"Two","sdg":{"a":1}}\n[]\n', 'p.ndjson');
    expect(refusals(table)).toEqual([
      [2, '', 'import.json-line-broken'],
      [3, 'sdg', 'import.nested-value'],
      [4, '', 'import.json-no-record'],
    ]);
  });

  test.each([
    ['it is none', '[{"title": "a"},\n{', 'import.json-broken'],
    ['it is no list', '{"title": "a"}', 'import.json-no-list'],
    ['it is empty', '[]', 'import.no-header'],
    ['no name is given', '[{"sdg": "8.8", "country": "Nepal"}]', 'import.no-title-column'],
    ['it is nested without end', '['.repeat(100_000) + ']'.repeat(100_000), 'import.no-header'],
  ])('is refused where %s', async (_why, content, key) => {
    expect(await problem(content, 'p.json')).toBe(key);
  });
});

describe('a text', () => {
  test('with tabs between its cells is read like a sheet', async () => {
    const { rows } = await read('SDG\tTitle\tAim\n8.8\tPapyrus\t"Two\nlines"\n', 'annex.txt');
    expect(rows[0]!.cells).toEqual({ sdg: '8.8', title: 'Papyrus', summary: 'Two\nlines' });
  });

  test('with a cell a line is read with its columns in any order', async () => {
    const text = [
      'Prose.',
      '',
      '\tName',
      '\tAim',
      '\tSDG',
      '',
      '\tOne',
      '\tWhat one does',
      'and more',
      '',
      '\t8.8',
      '',
      '\tTwo',
      '\t',
      '\t10.7',
    ];
    const { rows } = await read(text.join('\n'), 'annex.txt');
    expect(rows.map(({ number, cells }) => [number, cells])).toEqual([
      [7, { title: 'One', summary: 'What one does\nand more', sdg: '8.8' }],
      [13, { title: 'Two', summary: '', sdg: '10.7' }],
    ]);
  });

  test('has an SDG cell that cannot be read refused, and not taken for the heading of a part', async () => {
    const row = (sdg: string) => ['', `\t${sdg}`, '\tName', '\t2019'];
    const table = await read(
      ['\tSDG', '\tName', '\tDates', ...row('8.8'), ...row('skills'), ...row('8.7')].join('\n'),
      'a.txt',
    );
    expect(table.rows).toHaveLength(3);
    expect(refusals(table)).toEqual([[9, 'SDG', 'import.sdg-unreadable']]);
  });

  test('without a table is refused', async () => {
    expect(await problem('Only prose.\nAnd more.\n', 'a.txt')).toBe('import.no-header');
  });
});
