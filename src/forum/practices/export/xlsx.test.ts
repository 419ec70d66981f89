import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { practice } from './practices.fixture.ts';
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
