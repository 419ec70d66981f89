import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCountry } from '#vocab/countries.ts';
import { isGcm } from '#vocab/gcm.ts';
import { type Locale, LOCALES } from '#vocab/language.ts';
import { isRegion } from '#vocab/regions.ts';
import { isGoal, isTarget } from '#vocab/sdg.ts';
import { isTheme } from '#vocab/themes.ts';
import type { Practice } from '#forum/practices/index.ts';
import { CONCEPTS } from './lexicon/concepts.ts';
import { MOST } from './limits.ts';
import { type Already, type DraftText, NOTHING, type Suggestion, type Suggestions } from './model.ts';
import { createSuggester } from './suggester.ts';

const sample = JSON.parse(readFileSync('sample/practices.json', 'utf8')) as Practice[];
const practices = sample.map((content, at) => ({
  ...content,
  id: String(at).padStart(3, '0'),
  slug: `practice-${at}`,
}));
const suggester = createSuggester(practices);

const KINDS = ['sdg', 'gcm', 'themes', 'countries', 'regions', 'places'] as const;
const about = (text: string, language: Locale = 'en', already: Partial<Already> = {}, title = ''): Suggestions =>
  suggester.suggest({
    texts: [
      { field: 'title', text: title, language },
      { field: 'summary', text, language },
    ],
    already: { ...NOTHING, ...already },
    practice: null,
  });
const codes = (suggestions: readonly Suggestion[]) => suggestions.map(({ code }) => code);
const wordsOf = (suggestions: readonly Suggestion[], code: string) =>
  suggestions.find((one) => one.code === code)?.words.map(({ words }) => words);

describe('What a focal point writes', () => {
  test('in French about money sent home to Senegal is recognised, with the words that say so', () => {
    const said = about(
      'Les travailleurs sénégalais paient moins cher leurs envois de fonds, et leurs familles ouvrent un compte bancaire.',
      'fr',
    );
    expect(codes(said.sdg)[0]).toBe('10.c');
    expect(codes(said.sdg)).toContain('8');
    expect(codes(said.gcm)).toContain('20');
    expect(wordsOf(said.themes, 'remittances')).toContain('envois de fonds');
    expect(said.countries).toMatchObject([{ code: 'SN', explicit: true, words: [{ words: 'sénégalais' }] }]);
  });

  test.each([
    ['en', 'Recruitment fees are paid by the employer, and inspectors check the working conditions.', '6'],
    ['fr', 'Les victimes de la traite des personnes sont hébergées et conseillées.', '10'],
    ['es', 'Los retornados reciben apoyo para su reintegración.', '21'],
    ['ar', 'تجري السلطات تعداداً لجمع بيانات الهجرة.', '1'],
  ] as const)('%s: “%s” is objective %s first', (language, text, objective) => {
    expect(codes(about(text, language).gcm)[0]).toBe(objective);
  });

  test('of drinking water gets target 6.1, which no practice of the catalogue carries', () => {
    expect(codes(about('Wells bring safe drinking water to every household.').sdg)).toEqual(['6.1']);
  });

  test('in words that every text has gets nothing, and those words are no reason for what it gets', () => {
    const ordinary = {
      ...{ ...practices[0]!, id: 'loi', slug: 'loi', language: 'fr' as const, title: 'Loi' },
      summary: 'La loi fut adoptée par le ministère. Plusieurs pays ont participé au projet. Des horlogers réparent.',
    };
    const own = createSuggester([...practices, ordinary]);
    const said = (text: string) =>
      own.suggest({ texts: [{ field: 'summary', text, language: 'fr' }], already: NOTHING, practice: null });
    const nothing = said('Une loi nouvelle : le ministère a participé au projet avec plusieurs pays.');
    expect([...nothing.sdg, ...nothing.gcm, ...nothing.themes]).toEqual([]);
    const some = said('La loi règle les envois de fonds. Le ministère a participé au projet.');
    const words = [...some.sdg, ...some.gcm, ...some.themes].flatMap((one) => one.words.map(({ words: it }) => it));
    expect(words).toContain('envois de fonds');
    expect(words.filter((word) => /loi|particip|ministère|projet/i.test(word))).toEqual([]);
  });

  test('as practices do that carry no such target is not suggested that target', () => {
    const suggested = (sdg: string[]) => {
      const wells = Array.from({ length: 6 }, (_, at) => ({
        ...{ ...practices[0]!, id: `well${at}`, slug: `well${at}`, title: `Wells ${at}`, sdg },
        summary: 'Wells bring safe drinking water.',
      }));
      const texts: DraftText[] = [{ field: 'summary', text: 'Safe drinking water for all.', language: 'en' }];
      return codes(createSuggester(wells).suggest({ texts, already: NOTHING, practice: null }).sdg);
    };
    expect(suggested(['6.1'])).toContain('6.1');
    expect(suggested(['3.9'])).not.toContain('6.1');
  });

  test('of lighthouses gets nothing', () => {
    const said = about('Every spring sailors repaint the lighthouse and sing together.');
    expect(KINDS.flatMap((kind) => said[kind])).toEqual([]);
    expect(said.duplicates).toEqual([]);
  });

  test('by number is named, comes first, and is as good as certain', () => {
    const [first, ...rest] = about('Migrant workers are protected (SDG 16.b).').sdg;
    expect(first).toMatchObject({ code: '16.b', explicit: true, words: [{ words: 'SDG 16.b' }] });
    expect(rest.every(({ explicit, confidence }) => !explicit && confidence < first!.confidence)).toBe(true);
  });

  test('is shown practices that carry the same', () => {
    const theme = about('Post offices pay out remittances in villages.').themes.find(
      ({ code }) => code === 'remittances',
    );
    expect(theme!.practices.map(({ title }) => title)).toContain(
      'Scaling up remittances and financial inclusion in rural areas through post offices',
    );
  });

  test('already carried is not suggested again, nor a goal whose target is carried, nor the region of a country', () => {
    const text = 'In Senegal and all of West Africa, SDG 10 and remittances: the cities of the Sahel, SDG 10.c.';
    const said = about(text, 'en', { sdg: ['10.c'], themes: ['remittances'], countries: ['SN'], places: ['sahel'] });
    expect(codes(said.sdg)).not.toContain('10.c');
    expect(codes(said.sdg)).not.toContain('10');
    expect(codes(said.themes)).not.toContain('remittances');
    expect([...said.countries, ...said.regions, ...said.places]).toEqual([]);
  });

  test('is learnt from practices: what they carry and the lexicon does not know is suggested, with their words', () => {
    const own = createSuggester([
      ...practices,
      {
        ...practices[0]!,
        id: 'kite',
        slug: 'kite',
        title: 'Kite school',
        summary: 'Kites, strings and a steady wind over dunes.',
        sdg: ['14.5'],
        gcm: [],
        themes: [],
        countries: [],
      },
    ]);
    const said = own.suggest({
      texts: [{ field: 'summary', text: 'Dunes and kites on strings, whenever the wind is steady.', language: 'en' }],
      already: NOTHING,
      practice: null,
    });
    expect(said.sdg).toMatchObject([{ code: '14.5', explicit: false, practices: [{ slug: 'kite' }] }]);
    expect(said.sdg[0]!.words.length).toBeGreaterThan(0);
    own.remove('kite');
    expect(
      own.suggest({
        texts: [{ field: 'summary', text: 'Dunes and kites on strings, whenever the wind is steady.', language: 'en' }],
        already: NOTHING,
        practice: null,
      }).sdg,
    ).toEqual([]);
  });
});

describe('Likely duplicates', () => {
  test('are found by a title a little different, in the same place', () => {
    const [first] = about('A law.', 'en', { countries: ['DE'] }, 'Skilled Worker Immigration Law').duplicates;
    expect(first).toMatchObject({ title: 'Skilled Workers Immigration Law', titleIsAlike: true, countries: ['DE'] });
  });

  test('are found by their words under another title, and say which', () => {
    const { summary, title } = practices[30]!;
    const sentences = summary.split(/(?<=\.) /);
    const [first] = about(sentences.slice(0, 3).join(' '), 'en', {}, 'Something else').duplicates;
    expect(first).toMatchObject({ title, titleIsAlike: false });
    expect(first!.words.length).toBeGreaterThan(1);
  });

  test('are neither the practice that is being updated nor those that only share a subject', () => {
    for (const { id, title, summary, countries } of practices) {
      const texts: DraftText[] = [
        { field: 'title', text: title, language: 'en' },
        { field: 'summary', text: summary, language: 'en' },
      ];
      expect(suggester.suggest({ texts, already: { ...NOTHING, countries }, practice: id }).duplicates).toEqual([]);
    }
  });
});

/** Words of the lexicon, names, numbers and whatever else, in any order. */
const pieces = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...CONCEPTS.flatMap((concept) => LOCALES.flatMap((locale) => concept[locale].split('|'))),
    ),
  },
  fc.constantFrom(
    'Kenya',
    'kényane',
    'الأردن',
    'Congo',
    'Guinea-Bissau',
    'West Africa',
    'the Sahel',
    'St. Lucia',
    'US',
  ),
  fc.constantFrom('SDG 10.7', 'ODD 8', 'Objective 20 of the Global Compact', 'SDGs 1-17', 'الغاية ١٠٫٧', 'SDG 99'),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(' ', '.', '\n', '\u200b', '\u0301', '\ud800', 'ﷺ', '½', 'İ', '-', "'", '٪') }),
);
const texts: fc.Arbitrary<DraftText[]> = fc.array(
  fc.record({
    field: fc.constantFrom('title', 'summary', 'results'),
    text: fc.array(pieces, { maxLength: 40 }).map((list) => list.join(' ')),
    language: fc.constantFrom(...LOCALES),
  }),
  { maxLength: 3 },
);
const KNOWN: Record<(typeof KINDS)[number], (code: string) => boolean> = {
  sdg: (code) => isGoal(code) || isTarget(code),
  gcm: isGcm,
  themes: isTheme,
  countries: isCountry,
  regions: isRegion,
  places: (name) => name !== '',
};

describe('Whatever is written', () => {
  test('suggestions are of the vocabularies, in order, few, each once, and point at words as they stand', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const named = list.map((text, at) => ({
          ...text,
          field: text.field === 'title' ? 'title' : `${text.field}${at}`,
        }));
        const unique = named.filter(({ field }, at) => named.findIndex((one) => one.field === field) === at);
        const said = suggester.suggest({ texts: unique, already: NOTHING, practice: null });
        for (const kind of KINDS) {
          expect(codes(said[kind]).every(KNOWN[kind])).toBe(true);
          expect(new Set(codes(said[kind])).size).toBe(said[kind].length);
          expect(said[kind].length).toBeLessThanOrEqual(MOST.named + MOST.inferred);
          const inferred = said[kind].filter(({ explicit }) => !explicit);
          expect(inferred.length).toBeLessThanOrEqual(MOST.inferred);
          const order = inferred.map(({ confidence }) => confidence);
          expect(order).toEqual(order.toSorted((a, b) => b - a));
          for (const { confidence, words } of said[kind]) {
            expect(confidence > 0 && confidence < 1).toBe(true);
            expect(words.length).toBeGreaterThan(0);
          }
        }
        for (const { words } of [...KINDS.flatMap((kind) => said[kind]), ...said.duplicates]) {
          for (const { field, start, end, words: written } of words) {
            expect(unique.find((text) => text.field === field)!.text.slice(start, end)).toBe(written);
            expect(written).not.toBe('');
          }
        }
      }),
    );
  });

  test('the same text gets the same answer, and nothing that the draft then carries is suggested again', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const draft = { texts: list, already: NOTHING, practice: null };
        const said = suggester.suggest(draft);
        expect(suggester.suggest(draft)).toEqual(said);
        const already = Object.fromEntries(KINDS.map((kind) => [kind, codes(said[kind])])) as unknown as Already;
        const again = suggester.suggest({ ...draft, already });
        for (const kind of KINDS) expect(codes(again[kind]).filter((code) => already[kind].includes(code))).toEqual([]);
      }),
    );
  });

  test('learning and forgetting a practice leaves everything as it was, in whatever order practices came', () => {
    const other = createSuggester(practices.toReversed());
    fc.assert(
      fc.property(texts, fc.constantFrom(...practices), (list, practice) => {
        const draft = { texts: list, already: NOTHING, practice: null };
        other.remove(practice.id);
        other.put(practice);
        expect(other.suggest(draft)).toEqual(suggester.suggest(draft));
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['en', 'Recruitment fees and remittances help returnees', (text: string) => text.toUpperCase()],
    [
      'fr',
      'Réintégration des réfugiés, égalité et éducation',
      (text: string) => text.normalize('NFD').replace(/\p{M}/gu, ''),
    ],
    ['es', 'Reintegración, protección social y educación de la niñez', (text: string) => text.normalize('NFD')],
    ['ar', 'حماية العمال المهاجرين والتحويلات المالية', (text: string) => text.replace(/م/g, 'مُ').replace(/ل/g, 'ـلَ')],
  ] as const)('%s: capitals, accents and vowel signs change nothing', (language, text, written) => {
    const plain = about(text, language);
    const other = about(written(text), language);
    for (const kind of ['sdg', 'gcm', 'themes'] as const) expect(codes(other[kind])).toEqual(codes(plain[kind]));
    expect(plain.themes.length).toBeGreaterThan(0);
  });

  test.each([
    'migration ',
    'a',
    'SDG 1, ',
    'SDG 10.7 and ',
    'goal 1. ',
    'objective 5 & ',
    'Guinea ',
    'Trinidad and ',
    'South ',
    'St. ',
    'human trafficking of persons ',
    '\u0301',
    '1.',
    'الال',
    'هدف ',
    '\n',
  ])('a text of %j again and again takes time by its length alone', (piece) => {
    const timeOf = (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const language = /\p{Script=Arabic}/u.test(piece) ? 'ar' : 'en';
      // Time of the processor in milliseconds, not of the clock: other tests run beside this one.
      const times = Array.from({ length: 5 }, () => {
        const began = process.cpuUsage();
        about(text, language);
        return process.cpuUsage(began).user / 1000;
      });
      return Math.min(...times);
    };
    timeOf(10_000);
    // Eight times the length: 64 times the time if it were quadratic. A few milliseconds are noise.
    expect(timeOf(160_000)).toBeLessThan(25 * timeOf(20_000) + 30);
  });
});
