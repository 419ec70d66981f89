import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { type Locale, LOCALES } from '#vocab/language.ts';
import { annexOf } from './annex.ts';
import { annexDocx } from './annex-docx.ts';
import { practice, READER, samplePractices } from './practices.fixture.ts';

async function partsOf(
  practices: Parameters<typeof annexOf>[0],
  locale: Locale = 'en',
): Promise<Record<string, string>> {
  const bytes = await annexDocx(annexOf(practices, 2020, { ...READER, locale }), locale);
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}
const rowsOf = (document: string): string[] => document.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];

describe('the annex as a Word document', async () => {
  const parts = await partsOf(samplePractices());
  const document = parts['word/document.xml']!;
  const rows = rowsOf(document);

  test('is one table: its header, two parts, 42 practices', () => {
    expect(document.match(/<w:tbl>/g)).toHaveLength(1);
    expect(rows).toHaveLength(1 + 2 + 42);
    expect(document.match(/<w:gridCol /g)).toHaveLength(6);
    expect(document).toContain('<w:tblLayout w:type="fixed"/>');
  });

  test('repeats its header on every page, and no other row', () => {
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual(rows.map((_, at) => at === 0));
  });

  test('splits no row between two pages, and leaves no part’s heading alone at the foot of one', () => {
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    const headings = rows.filter((row) => row.includes('<w:gridSpan w:val="6"/>'));
    expect(headings).toHaveLength(2);
    expect(headings.every((row) => row.includes('<w:keepNext/>') && row.includes('<w:shd '))).toBe(true);
  });

  test('is A4 landscape', () => {
    expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/);
  });

  test('links every name to the practice in the catalogue', () => {
    const targets = new Map(
      [...parts['word/_rels/document.xml.rels']!.matchAll(/Id="([^"]+)"[^>]*Target="([^"]+)"/g)].map(([, id, to]) => [
        id,
        to,
      ]),
    );
    const linked = [...document.matchAll(/<w:hyperlink [^>]*r:id="([^"]+)".*?<w:rStyle w:val="Hyperlink"\/>/g)];
    expect(linked.map(([, id]) => targets.get(id))).toEqual(
      samplePractices().map(({ slug }) => `https://forum.example/practices/${slug}`),
    );
  });

  test('has a title and an author, counts its pages, and says nothing of when it was made', () => {
    expect(parts['docProps/core.xml']).toContain('<dc:title>Annex 2020: practices brought to the Forum</dc:title>');
    expect(parts['docProps/core.xml']).toContain('<dc:creator>Common Space</dc:creator>');
    expect(parts['docProps/core.xml']).not.toContain('dcterms:created');
    expect(parts['word/footer1.xml']).toMatch(/>Page <.*PAGE.*> of <.*NUMPAGES/s);
  });

  test('has no empty cell and no broken part: Word refuses both', () => {
    expect(document).not.toMatch(/<w:tc>(?:<w:tcPr>(?:(?!<\/w:tcPr>).)*<\/w:tcPr>)?<\/w:tc>/);
    for (const [path, xml] of Object.entries(parts)) {
      if (/\.(xml|rels)$/.test(path)) expect(() => new SaxesParser().write(xml).close(), path).not.toThrow();
    }
  });
});

test.each(LOCALES)('the document says that it is in %s', async (locale) => {
  const styles = (await partsOf([practice()], locale))['word/styles.xml']!;
  expect(/<w:docDefaults>.*<w:lang w:val="(\w\w)-\w\w"/s.exec(styles)?.[1]).toBe(locale);
});

test('an Arabic annex runs from right to left, an English name in it from left to right', async () => {
  const document = (await partsOf([practice()], 'ar'))['word/document.xml']!;
  expect(document).toContain('<w:bidiVisual/>');
  const [header, , row] = rowsOf(document);
  expect(header!.match(/<w:bidi\/>/g)).toHaveLength(6);
  expect(header).toContain('<w:rtl/>');
  const name = /<w:p>(?:(?!<w:p>).)*Skills partnership/s.exec(row!)![0];
  expect(name).not.toContain('<w:bidi/>');
  expect(name).toContain('<w:lang w:val="en-GB"/>');
});

test('signs of XML in a name stay signs', async () => {
  const document = (await partsOf([practice({ title: 'Work & <learn> "here"', summary: ']]>' })]))[
    'word/document.xml'
  ]!;
  expect(document).toContain('Work &amp; &lt;learn&gt; ');
});

test('the same annex has the same bytes', async () => {
  const annex = annexOf(samplePractices(), 2020, READER);
  const first = await annexDocx(annex, 'en');
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await annexDocx(annex, 'en')).toEqual(first);
});
