import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '#vocab/language.ts';
import { annexOf } from './annex.ts';
import { writeAnnex, writeHandout } from './formats.ts';
import { handoutOf } from './handout.ts';
import { practice, READER, samplePractices } from './practices.fixture.ts';

const HEAD = {
  title: 'Collection',
  address: 'https://forum.example/collection',
  now: new Date('2026-11-24T12:00:00Z'),
};
const handout = async (practices: ReturnType<typeof practice>[], locale: Locale = 'en') =>
  (await writeHandout('pdf', handoutOf(practices, HEAD, { ...READER, locale }), locale)).body;

/** What a PDF says to a program: whether it is tagged, in what language it is, its text and how that is tagged. */
async function readPdf(body: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(body), { verbosity: 0 });
  const { info } = await pdf.getMetadata();
  let text = '';
  const roles = new Set<string>();
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    text += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
    const walk = (node: object) => {
      if ('role' in node) roles.add(String(node.role));
      if ('children' in node) for (const child of node.children as object[]) walk(child);
    };
    walk((await page.getStructTree()) ?? {});
  }
  const said = {
    marked: Buffer.from(body).includes('/Marked true'),
    info: info as Record<string, unknown>,
    text,
    roles,
  };
  return { ...said, pages: pdf.numPages };
}

describe('the annex as PDF', () => {
  test.each(LOCALES)('is tagged as a table, in %s, and holds every practice', async (locale) => {
    const practices = samplePractices();
    const annex = annexOf(practices, 2020, { ...READER, locale });
    const { body } = await writeAnnex('pdf', annex, locale);
    const { marked, info, text, roles } = await readPdf(body);
    expect([marked, info['Title'], info['Language']]).toEqual([true, annex.title, locale]);
    for (const role of ['Table', 'TH', 'TD', 'Link']) expect([...roles]).toContain(role);
    const plain = (words: string) => words.replace(/\s+/g, '');
    // Not `toContain` of the text itself, which would print all of it.
    expect(practices.filter(({ title }) => !plain(text).includes(plain(title)))).toEqual([]);
  });
});

test('a row longer than a page loses no word', async () => {
  const words = Array.from({ length: 3000 }, (_, at) => `w${at}`);
  const annex = annexOf([practice({ summary: words.join(' '), partners: words.slice(0, 900) })], 2020, READER);
  const { text, pages } = await readPdf((await writeAnnex('pdf', annex, 'en')).body);
  expect(pages).toBeGreaterThan(5);
  expect(words.filter((word) => !new RegExp(`${word}(?!\\d)`).test(text))).toEqual([]);
});

describe('a handout as PDF', () => {
  test('has headings, facts, texts and references', async () => {
    const { text, roles } = await readPdf(await handout([practice()]));
    expect([...roles]).toEqual(expect.arrayContaining(['H1', 'P', 'L', 'Link']));
    for (const words of ['Where: Germany, Morocco', 'Both count the years.', 'References'])
      expect(text).toContain(words);
  });

  test('can be searched in Arabic', async () => {
    const { text } = await readPdf(await handout([practice({ title: 'مشروع في ألمانيا', language: 'ar' })], 'ar'));
    expect(text.normalize('NFKC')).toContain('مشروع');
  });

  test('tells what came of it, what it cost, what was learnt and what is needed, each under its heading', async () => {
    const told = {
      results: 'Four hundred nurses.',
      costs: 'Two million.',
      lessons: 'Start early.',
      needs: 'A registry.',
    };
    const { text } = await readPdf(await handout([practice({ ...told, owner: 'Ministry of Health' })]));
    for (const words of [
      ...Object.values(told),
      'What came of it',
      'What it cost and saved',
      'Responsible: Ministry of Health',
    ])
      expect(text).toContain(words);
    expect(text).toContain('Nobody has confirmed for a year');
    const { text: bare } = await readPdf(await handout([practice()]));
    expect(bare).not.toContain('What came of it');
  });

  test.each(['pdf', 'docx'] as const)(
    'speaks Arabic where somebody translated it, and cites the original: %s',
    async (format) => {
      const texts = {
        title: 'شراكة المهارات',
        summary: '',
        results: 'أربعمئة ممرضة',
        costs: '',
        lessons: '',
        needs: '',
      };
      const translated = practice({ results: 'Four hundred nurses.', translations: { ar: texts } });
      const made = handoutOf([translated], HEAD, { ...READER, locale: 'ar' });
      const [told] = made.practices;
      expect(told).toMatchObject({
        title: texts.title,
        language: 'ar',
        summaryLanguage: 'en',
        referenceLanguage: 'en',
      });
      expect(told!.told).toEqual([{ heading: 'النتائج', text: [texts.results], language: 'ar' }]);
      expect(told!.reference).toContain('Skills partnership');
      expect(told!.facts.map(({ value }) => value)).toContainEqual(expect.stringContaining('الإنجليزية'));
      const { body } = await writeHandout(format, made, 'ar');
      if (format === 'pdf') expect((await readPdf(body)).text.normalize('NFKC')).toContain('ممرضة');
      else expect(strFromU8(unzipSync(body)['word/document.xml']!)).toMatch(/<w:bidi\/>.*أربعمئة ممرضة/s);
    },
  );

  test('the same practices give the same bytes', async () => {
    expect(Buffer.from(await handout([practice()])).equals(Buffer.from(await handout([practice()])))).toBe(true);
  });

  test('whatever people write is set as text, never as markup', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), async (words) => {
        const body = await handout([practice({ title: `x ${words}`, summary: words })]);
        expect(Buffer.from(body.subarray(0, 5)).toString()).toBe('%PDF-');
      }),
      { numRuns: 20 },
    );
    const { text } = await readPdf(await handout([practice({ title: '#panic("x") *a* $b$ \\ <c> @d' })]));
    expect(text).toContain('#panic("x") *a* $b$ \\ <c> @d');
  });
});
