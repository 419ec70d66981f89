import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import {
  cell,
  HEADER,
  heading,
  packedZeros,
  paragraph,
  rawZip,
  row,
  sectionRow,
  table,
  wordFile,
  wordParts,
  zipped,
} from './office-files.fixture.ts';
import { readWhole, type WholeTable } from './read-whole.fixture.ts';
import { toContent } from './rows.ts';

async function read(bytes: Uint8Array, name = 'annex.docx'): Promise<WholeTable> {
  const result = await readWhole({ name, bytes });
  if (!result.ok) throw new Error(result.problem.key);
  return result.table;
}

async function problem(bytes: Uint8Array, name = 'annex.docx'): Promise<string> {
  const result = await readWhole({ name, bytes });
  return result.ok ? 'read' : result.problem.key;
}

const readBody = async (body: string, name?: string) => read(await wordFile(body), name);
const FIRST = ['10.7', 'Papyrus', '2017 - current', 'Switzerland', 'Work for all', 'Geneva'];

describe('a Word annex', () => {
  test('is read with its columns in any order', async () => {
    const order = [4, 1, 0, 5, 3, 2];
    const turned = (cells: string[]) => row(...order.map((at) => cells[at]!));
    const { rows } = await readBody(table(turned(HEADER), turned(FIRST)));
    expect(rows[0]!.cells).toEqual({
      sdg: '10.7',
      title: 'Papyrus',
      dates: '2017 - current',
      where: 'Switzerland',
      summary: 'Work for all',
      partners: 'Geneva',
    });
  });

  test.each([
    ['fr', ['ODD', 'Nom et lien', 'Années', 'Pays/Région/Ville', 'But', 'Partenaires']],
    ['es', ['ODS', 'Nombre y enlace', 'Fechas', 'País/Región/Ciudad', 'Objetivo', 'Socios']],
    ['ar', ['أهداف', 'الاسم والرابط', 'التاريخ', 'البلد/المنطقة/المدينة', 'الهدف', 'الشركاء']],
  ])('is read with its headers in another language (%s)', async (_language, headers) => {
    const { columns } = await readBody(table(row(...headers), row(...FIRST)));
    expect(columns.map(({ field }) => field)).toEqual(['sdg', 'title', 'dates', 'where', 'summary', 'partners']);
  });

  test('keeps each practice under the heading of its part, merged over the table or not', async () => {
    const { rows } = await readBody(
      table(
        row(...HEADER),
        sectionRow('Submissions to the call for inputs'),
        row(...FIRST),
        row('Outcomes of GFMD 2019 Roundtables', '', '', '', '', ''),
        row(...FIRST),
        row('', 'Good examples of 2018:', '', '', '', ''),
        row(...FIRST),
      ),
    );
    expect(rows.map(({ section, number }) => [section, number])).toEqual([
      ['Submissions to the call for inputs', 3],
      ['Outcomes of GFMD 2019 Roundtables', 5],
      ['Good examples of 2018:', 7],
    ]);
  });

  test('does not take a practice of which only the name or the SDG is given for a heading', async () => {
    const { rows } = await readBody(
      table(row(...HEADER), row('', 'Papyrus', '', '', '', ''), row('10.7', '', '', '', '', '')),
    );
    expect(rows.map(({ cells }) => [cells.title, cells.sdg])).toEqual([
      ['Papyrus', ''],
      ['', '10.7'],
    ]);
  });

  test('is read without the header that is repeated further down, and without empty rows', async () => {
    const { rows } = await readBody(
      table(row(...HEADER), row(...FIRST), row(...HEADER), row('', '', '', '', '', ''), row(...FIRST)),
    );
    expect(rows.map(({ number }) => number)).toEqual([2, 5]);
  });

  test('may have a title row above its header', async () => {
    const { rows } = await readBody(table(sectionRow('Practices of 2020'), row(...HEADER), row(...FIRST)));
    expect(rows).toHaveLength(1);
  });

  test('keeps curly quotes and makes no-break spaces plain', async () => {
    const { rows } = await readBody(
      table(row(...HEADER), row('10.7', '“Mannheim\u00a02030”', '', '', 'migrants’ \u00a0rights', '')),
    );
    expect(rows[0]!.cells).toMatchObject({ title: '“Mannheim 2030”', summary: 'migrants’ rights' });
  });

  test('is read with its tracked changes accepted', async () => {
    const changed = `<w:p><w:r><w:t xml:space="preserve">From </w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText>2016</w:delText></w:r></w:del><w:ins w:id="2" w:author="A"><w:r><w:t>2017</w:t></w:r></w:ins><w:moveFrom w:id="3" w:author="A"><w:r><w:t xml:space="preserve"> on</w:t></w:r></w:moveFrom><w:moveTo w:id="4" w:author="A"><w:r><w:t xml:space="preserve"> onwards</w:t></w:r></w:moveTo></w:p>`;
    const deletedRow = row(...FIRST).replace('<w:tr>', '<w:tr><w:trPr><w:del w:id="5" w:author="A"/></w:trPr>');
    const { rows } = await readBody(table(row(...HEADER), row('10.7', 'Papyrus', '', '', changed, ''), deletedRow));
    expect(rows.map(({ cells }) => cells.summary)).toEqual(['From 2017 onwards']);
  });

  test('keeps lists and paragraphs as lines', async () => {
    const item = (list: number, text: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const aim = [
      paragraph('It has aims:'),
      item(1, 'skills'),
      item(1, 'work'),
      paragraph('And steps:'),
      item(2, 'plan'),
      item(2, 'do'),
    ];
    const broken = '<w:p><w:r><w:t>GIZ</w:t><w:br/><w:t>ILO</w:t></w:r></w:p>';
    const { rows } = await readBody(table(row(...HEADER), row('10.7', 'Papyrus', '', '', aim.join(''), broken)));
    expect(rows[0]!.cells.summary).toBe('It has aims:\n• skills\n• work\nAnd steps:\n1. plan\n2. do');
    expect(rows[0]!.cells.partners).toBe('GIZ\nILO');
  });

  test('gives the address a name is linked to', async () => {
    const linked = '<w:p><w:hyperlink r:id="rId9"><w:r><w:t>Papyrus</w:t></w:r></w:hyperlink></w:p>';
    const field =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/field" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Field</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
    const { rows } = await readBody(
      table(row(...HEADER), row('10.7', linked, '', '', '', ''), row('10.7', field, '', '', '', '')),
    );
    expect(rows.map(({ cells }) => [cells.title, cells.links])).toEqual([
      ['Papyrus', ['https://example.org/practice']],
      ['Field', ['https://example.org/field']],
    ]);
  });

  test('may be in several tables, whose headings name the parts', async () => {
    const one = table(row(...HEADER), row(...FIRST));
    const { rows, edition } = await readBody(
      [
        heading('Annex to the input of 2022'),
        one,
        paragraph('Outcomes of GFMD 2021 Roundtables'),
        heading('Outcomes of GFMD 2021 Roundtables'),
        one,
        table(row('Name', 'Telephone'), row('A person', '12')),
      ].join(''),
    );
    expect(rows.map(({ section, number }) => [section, number])).toEqual([
      ['', 2],
      ['Outcomes of GFMD 2021 Roundtables', 4],
    ]);
    expect(edition).toBe(2022);
  });

  test('is read with a table in a cell as text', async () => {
    const { rows } = await readBody(
      table(
        row(...HEADER),
        row('10.7', 'Papyrus', '', '', cell(`${table(row('a', 'b'), row('c', 'd'))}${paragraph('end')}`), ''),
      ),
    );
    expect(rows[0]!.cells.summary!.toString().replace(/\s+/g, ' ')).toBe('a b c d end');
  });

  test('repeats a cell that is merged over several rows in each of them', async () => {
    const merged = (first: boolean) =>
      cell(first ? 'Indonesia' : '', first ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>');
    const { rows } = await readBody(
      table(
        row(...HEADER),
        row('17.18', 'One Data', '', merged(true), 'x', ''),
        row('8.7', 'Villages', '', merged(false), 'y', ''),
        row('8.8', 'Insurance', '', 'Nepal', 'z', ''),
      ),
    );
    expect(rows.map(({ cells }) => [cells.title, cells.where, cells.summary])).toEqual([
      ['One Data', 'Indonesia', 'x'],
      ['Villages', 'Indonesia', 'y'],
      ['Insurance', 'Nepal', 'z'],
    ]);
  });

  test('loses no word of fields, of runs from right to left and of footnotes', async () => {
    const aim =
      '<w:p><w:fldSimple w:instr="DOCPROPERTY x"><w:r><w:t xml:space="preserve">One </w:t></w:r></w:fldSimple><w:bdo w:val="rtl"><w:r><w:t>two</w:t></w:r></w:bdo><w:r><w:footnoteReference w:id="2"/></w:r></w:p>';
    const { rows } = await readBody(table(row(...HEADER), row('10.7', 'Papyrus', '', '', aim, '')));
    expect(rows[0]!.cells.summary).toBe('One two\nAs of March 2020.');
  });

  test('is of the edition its text names, else of that in its name', async () => {
    const practices = table(row(...HEADER), row(...FIRST));
    const text = paragraph('Since 2007') + paragraph('Annex to the input of 2020') + paragraph('Roundtables of 2019');
    expect((await readBody(text + practices, 'annex-2018.docx')).edition).toBe(2020);
    expect((await readBody(practices, 'annex-2018.docx')).edition).toBe(2018);
    expect((await readBody(practices)).edition).toBeNull();
  });

  test('names the columns it does not know', async () => {
    const { unknownHeaders } = await readBody(table(row('Title', 'Budget', 'SDG'), row('Papyrus', '12', '8.8')));
    expect(unknownHeaders).toEqual(['Budget']);
  });
});

describe('a Word file that cannot be read says why', () => {
  test.each([
    ['there is no table', paragraph('Text'), 'import.no-header'],
    ['its table has no headers', table(row('a', 'b'), row('c', 'd')), 'import.no-header'],
    ['no column holds names', table(row('SDG', 'Country'), row('8.8', 'Nepal')), 'import.no-title-column'],
    ['two columns mean the same', table(row('Title', 'SDG', 'ODD'), row('a', '8.8', '8.7')), 'import.column-twice'],
    [
      'it has too many columns',
      table(row('Title', 'SDG', ...Array.from({ length: 120 }, () => 'x'))),
      'import.too-many-columns',
    ],
  ])('%s', async (_why, body, key) => {
    expect(await problem(await wordFile(body))).toBe(key);
  });

  test('a text too long for a cell is refused by its row and column', async () => {
    const { rows, ...tableRead } = await readBody(
      table(row(...HEADER), row('8.8', 'Papyrus', '', '', 'x'.repeat(50_001), '')),
    );
    const { refusals, number } = toContent(rows[0]!, { ...tableRead });
    expect([number, refusals[0]!.column, refusals[0]!.why.key]).toEqual([2, 'Aim', 'import.cell-too-long']);
  });

  const body = table(row(...HEADER), row(...FIRST));

  test('macros, by name or by content', async () => {
    const parts = wordParts(body);
    expect(await problem(await zipped(parts), 'annex.docm')).toBe('import.macros');
    expect(await problem(await zipped({ ...parts, 'word/vbaProject.bin': 'x' }))).toBe('import.macros');
    const types = parts['[Content_Types].xml']!.replace(
      'openxmlformats-officedocument.wordprocessingml.document.main',
      'ms-word.document.macroEnabled.main',
    );
    expect(await problem(await zipped({ ...parts, '[Content_Types].xml': types }))).toBe('import.macros');
  });

  test('old formats, wrong names and other contents', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(await problem(old)).toBe('import.old-office');
    expect(await problem(old, 'annex.doc')).toBe('import.save-as');
    expect(await problem(await wordFile(body), 'annex.xlsx')).toBe('import.wrong-extension');
    expect(await problem(await wordFile(body), 'annex.csv')).toBe('import.wrong-extension');
    expect(await problem(Buffer.from('SDG,Title'))).toBe('import.not-office');
    expect(await problem(await zipped({ 'a.txt': 'x' }))).toBe('import.not-office');
    expect(await problem(Buffer.from('x'), 'annex.exe')).toBe('import.unknown-kind');
    expect(await problem(Buffer.alloc(0))).toBe('import.empty');
  });

  test('a document type or entities, in UTF-8 and in UTF-16', async () => {
    const bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const parts = wordParts(body);
    const document = parts['word/document.xml']!.replace('?>', `?>${bomb}`);
    expect(await problem(await zipped({ ...parts, 'word/document.xml': document }))).toBe('import.xml-entities');
    for (const bytes of [
      Buffer.from(`\ufeff${document}`, 'utf16le'),
      Buffer.from(document, 'utf16le'),
      Buffer.from(`\ufeff${document}`, 'utf16le').swap16(),
    ]) {
      expect(await problem(await zipped({ ...parts, 'word/document.xml': bytes }))).toBe('import.xml-entities');
    }
  });

  test('but a document in UTF-16 without them is read', async () => {
    const parts = wordParts(body);
    const bytes = Buffer.from(`\ufeff${parts['word/document.xml']!.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect((await read(await zipped({ ...parts, 'word/document.xml': bytes }))).rows).toHaveLength(1);
  });

  test('a zip bomb of a gigabyte, whether it says its size or not, before it costs memory', async () => {
    const packed = packedZeros(1024);
    const honest = rawZip([{ name: 'word/document.xml', packed, declared: 1024 * 1024 * 1024 }]);
    const lying = rawZip([{ name: 'word/document.xml', packed, declared: 9 * 1024 * 1024 }]);
    const before = process.memoryUsage.rss();
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
    expect(await problem(honest)).toBe('import.archive-too-large');
    expect(await problem(lying)).toBe('import.archive-damaged');
    clearInterval(watch);
    expect(Math.max(peak, process.memoryUsage.rss()) - before).toBeLessThan(150 * 1024 * 1024);
  });

  test('a part packed more strongly than text can be', async () => {
    const packed = packedZeros(30);
    expect(await problem(rawZip([{ name: 'word/a.bin', packed, declared: 30 * 1024 * 1024 }]))).toBe(
      'import.archive-bomb',
    );
  });

  test('too many parts, a part twice, a part with a password, half a file', async () => {
    const packed = packedZeros(0);
    const entries = Array.from({ length: 2_001 }, (_, at) => ({ name: `a${at}`, packed, declared: 0 }));
    expect(await problem(rawZip(entries))).toBe('import.archive-too-many-entries');
    const entry = { name: 'word/document.xml', packed, declared: 0 };
    expect(await problem(rawZip([entry, entry]))).toBe('import.archive-damaged');
    expect(await problem(rawZip([{ ...entry, encrypted: true }]))).toBe('import.archive-encrypted');
    const whole = await wordFile(body);
    expect(await problem(whole.slice(0, whole.length / 2))).toBe('import.archive-damaged');
  });

  test('more elements than a document of practices has', async () => {
    expect(await problem(await wordFile('<w:p/>'.repeat(310_000)))).toBe('import.document-too-large');
  });

  test('elements nested without end', async () => {
    const deep = '<w:smartTag>'.repeat(60_000) + '</w:smartTag>'.repeat(60_000);
    expect(await problem(await wordFile(deep))).toMatch(/^import\./);
  });
});
