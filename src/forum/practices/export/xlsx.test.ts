import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { practice } from './practices.fixture.ts';
import { workbookOf } from './workbook.ts';
import { writeXlsx } from './xlsx.ts';

const partOf = (bytes: Uint8Array, path: string): string => strFromU8(unzipSync(bytes)[path]!);
const SHEET = 'xl/worksheets/sheet1.xml';

test('what looks like a formula is a text cell, and no cell is a formula', async () => {
  const bytes = await writeXlsx([practice({ title: '=HYPERLINK("http://x")', partners: ['+1', '@x'] })]);
  expect(partOf(bytes, SHEET)).not.toMatch(/<f\b/);
  expect(partOf(bytes, 'xl/sharedStrings.xml')).toContain('=HYPERLINK(&#34;http://x&#34;)');
});

test('years are numbers, so that a spreadsheet can sort and count them', async () => {
  const sheet = partOf(await writeXlsx([practice({ start: 2018, end: 2021 })]), SHEET);
  expect(sheet).toMatch(/<c r="L2"[^>]*><v>2018<\/v><\/c><c r="M2"[^>]*><v>2021<\/v>/);
});

test('the header stays in view', async () => {
  expect(partOf(await writeXlsx([practice()]), SHEET)).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
});

test('words that programs trip over are written as they are', async () => {
  const words = ['constructor', '__proto__', 'toString', '#0', '_x000D_', '\ufffd', ' around '];
  const bytes = await workbookOf({
    name: 'Words',
    rows: words.map((text) => [{ text }]),
    headerRows: 1,
    widths: [20],
  });
  const texts = [...partOf(bytes, 'xl/sharedStrings.xml').matchAll(/<t xml:space="preserve">(.*?)<\/t>/g)];
  expect(texts.map(([, text]) => text)).toEqual(words.map((word) => word.replace('_x000D_', '_x005F_x000D_')));
});

test('a linked cell is found by its place, behind cells that take several columns', async () => {
  const link = 'https://forum.example/practices/a?b=1&c="2"';
  const bytes = await workbookOf({
    name: 'Links',
    rows: [
      [{ text: 'Title', span: 3 }],
      [
        { text: 'wide', span: 2 },
        { text: 'Name', link },
      ],
    ],
    headerRows: 1,
    widths: [10, 10, 10],
    landscape: true,
  });
  expect(partOf(bytes, SHEET)).toMatch(
    /<\/mergeCells><hyperlinks><hyperlink ref="C2" r:id="link1"\/><\/hyperlinks><pageMargins/,
  );
  expect(partOf(bytes, 'xl/worksheets/_rels/sheet1.xml.rels')).toContain(
    'Target="https://forum.example/practices/a?b=1&#38;c=&#34;2&#34;" TargetMode="External"',
  );
});
