import { strFromU8, unzipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '#vocab/language.ts';
import { themeLabel } from '#vocab/themes.ts';
import type { Edition } from '#forum/editions/index.ts';
import type { Observation, Recommendation } from '#forum/observations/index.ts';
import type { Session } from '#forum/programme/index.ts';
import type { Remembered } from '#forum/recollection/index.ts';
import { writeRecollection } from './formats.ts';
import { practice, READER } from './practices.fixture.ts';
import { recollectionDocument } from './recollection.ts';

const FEES = {
  en: 'Fees are still paid by workers',
  fr: 'Les frais pèsent encore sur les travailleurs',
  es: 'Las tasas aún recaen en los trabajadores',
  ar: 'رسوم يدفعون',
};
const SKILLS = {
  en: 'Skills that travel',
  fr: 'Des compétences qui voyagent',
  es: 'Competencias que viajan',
  ar: 'تدريب جديد',
};
const subThemes = [{ title: SKILLS, themes: ['labour-mobility'] }];
const edition = {
  id: '1',
  slug: '2014',
  number: 7,
  years: [2013, 2014],
  stage: 'past',
  subThemes,
} as unknown as Edition;
const session = {
  id: 's',
  slug: '2014-fees',
  edition: '1',
  title: FEES,
  themes: ['labour-mobility'],
} as unknown as Session;
const REMEMBERED: Remembered = {
  theme: 'labour-mobility',
  recurrence: {
    theme: 'labour-mobility',
    occurrences: [{ edition, chosen: true, sessions: 1 }],
    chosen: 1,
    takenUp: 1,
    sessions: 1,
    first: edition,
    isNew: false,
  },
  chapters: [{ edition, subThemes, sessions: [session] }],
  observations: [{ observation: { text: FEES } as Observation, session }],
  recommendations: [{ recommendation: { slug: '2014-skills', title: SKILLS } as Recommendation, edition }],
  sdg: [{ code: '10.7', practices: 2, sessions: 1 }],
  gcm: [{ code: '6', practices: 1, sessions: 0 }],
  related: [{ code: 'remittances', practices: 1, sessions: 3 }],
  practices: { total: 1, first: [practice({ title: 'Papyrus Project' })] },
};

const made = (locale: Locale) =>
  recollectionDocument(
    [REMEMBERED],
    {
      title: themeLabel('labour-mobility', locale),
      address: 'https://forum.example/themes',
      now: new Date('2026-11-24'),
    },
    { ...READER, locale },
  );

/** The paragraphs of a Word file, as text. */
function paragraphsOf(body: Uint8Array): string[] {
  const xml = strFromU8(unzipSync(body)['word/document.xml']!);
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  );
}

describe.each(LOCALES)('A recollection in %s', (locale) => {
  const words = [
    themeLabel('labour-mobility', locale),
    FEES[locale],
    SKILLS[locale],
    'Papyrus Project',
    themeLabel('remittances', locale),
  ];

  test('is a Word file that reads back: the theme, what was heard, recommended and done', async () => {
    const { body } = await writeRecollection('docx', made(locale), locale);
    const text = paragraphsOf(body).join('\n');
    for (const word of words) expect(text).toContain(word);
    expect(text).toMatch(/2013–2014/);
    expect(text).toContain('10.7');
    expect((await writeRecollection('docx', made(locale), locale)).body).toEqual(body);
  });

  test('is a tagged PDF in that language, in which its words are found', async () => {
    const { body } = await writeRecollection('pdf', made(locale), locale);
    const pdf = await getDocumentProxy(new Uint8Array(body), { verbosity: 0 });
    const { info } = await pdf.getMetadata();
    expect((info as Record<string, unknown>)['Language']).toBe(locale);
    expect(Buffer.from(body).includes('/Marked true')).toBe(true);
    let text = '';
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      text += items.map((item) => ('str' in item ? item.str : '')).join('');
    }
    // A reader of Arabic PDF gives words one by one, and ligatures in its own way: of the last one, "المالية" has two.
    const found = text.normalize('NFKC').replace(/\s+/g, '');
    const expected = words.slice(0, locale === 'ar' ? -1 : undefined).flatMap((said) => said.split(' '));
    expect(expected.filter((word) => !found.includes(word.normalize('NFKC')))).toEqual([]);
  });
});

test('what a theme does not have is no heading of its recollection', () => {
  const empty = { chapters: [], observations: [], recommendations: [], sdg: [], gcm: [], related: [] };
  const document = recollectionDocument(
    [{ ...REMEMBERED, ...empty, practices: { total: 0, first: [] } }],
    { title: 'x', address: 'y', now: new Date() },
    READER,
  );
  expect(document.themes[0]!.parts.map(({ heading }) => heading)).toEqual(['Practices']);
});
