import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { workbookOf } from './workbook.ts';

const partOf = (bytes: Uint8Array, path: string): string => strFromU8(unzipSync(bytes)[path]!);
const SHEET = 'xl/worksheets/sheet1.xml';

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
