import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { LOCALES } from '#vocab/language.ts';
import { GCM_OBJECTIVES } from '#vocab/gcm.ts';
import { AREAS } from '#vocab/countries.ts';
import { GOALS, TARGETS } from '#vocab/sdg.ts';
import { REGIONS } from '#vocab/regions.ts';
import { STAKEHOLDERS } from '#vocab/stakeholders.ts';
import { THEMES } from '#vocab/themes.ts';
import { canonical, EMPTY_CONTENT, NEW } from '../content.ts';
import { KINDS, type Practice, TRANSLATED, type Translation } from '../model.ts';

/** A practice as the catalogue keeps it, with what a test cares about. */
export function practice(said: Partial<Practice> = {}): Practice {
  return {
    ...EMPTY_CONTENT,
    ...NEW,
    id: '0197f3c2-7a10-7000-8000-000000000001',
    slug: 'skills-partnership',
    title: 'Skills partnership',
    summary: 'Nurses learn and work in two countries.\nBoth count the years.',
    kind: 'programme',
    sdg: ['8.8', '10.7'],
    gcm: ['5'],
    countries: ['DE', 'MA'],
    places: ['Mannheim'],
    regions: ['015', '155'],
    global: false,
    start: 2018,
    end: 2021,
    ongoing: false,
    partners: ['International Labour Organization (ILO)', 'GIZ'],
    themes: ['labour-mobility'],
    stakeholders: ['state'],
    links: ['https://example.org/skills'],
    language: 'en',
    source: { edition: 2020, label: 'Call for inputs' },
    version: 1,
    createdAt: '2026-01-02T03:04:05.678Z',
    updatedAt: '2026-02-03T04:05:06.789Z',
    ...said,
  };
}

/** What people and their spreadsheets trip over: formulas, quotation marks, separators, scripts, signs of our own formats. */
const PIECES = [
  ...String.raw`=1+1 - @home ' '= '=x " "" ; \ \; , | # #0 % &amp; <b> ]]> … – é ß İ a x مدينة الهجرة 移民 Ελλάδα 👩🏽‍🌾 🌍`.split(
    ' ',
  ),
  ...'_x000D_ _x005F_ constructor __proto__ null true 2020 10.10 1e5 007 12/03 sep=; Current'.split(' '),
  '+33 1',
  'Wages & work',
];
const line = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })), {
    minLength: 1,
    maxLength: 6,
  })
  .chain((pieces) => fc.constantFrom(' ', '').map((between) => canonicalText(pieces.join(between))))
  .filter((text) => text !== '');

/** As the import keeps a text of one line: NFC, single spaces, none around it, no control characters. */
function canonicalText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

const codes = (list: readonly { code: string }[]) =>
  fc.uniqueArray(fc.constantFrom(...list.map(({ code }) => code)), { maxLength: 4 });
const year = fc.integer({ min: 1900, max: 2100 });
const moment = fc
  .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 0, 1) })
  .map((time) => new Date(time).toISOString());
const paragraphs = fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n'));
const texts = fc.uniqueArray(line, { maxLength: 4 });

const translation = fc.record(
  Object.fromEntries(TRANSLATED.map((field) => [field, fc.oneof(fc.constant(''), line)])) as Record<
    keyof Translation,
    fc.Arbitrary<string>
  >,
  { noNullPrototype: true },
);

/** Practices of every shape the catalogue can hold, with texts that are hard to write and read again. */
export const anyPractice: fc.Arbitrary<Practice> = fc
  .record({
    title: line,
    summary: paragraphs,
    kind: fc.option(fc.constantFrom(...KINDS)),
    sdg: codes([...GOALS, ...TARGETS]),
    gcm: codes(GCM_OBJECTIVES),
    countries: codes(AREAS),
    places: texts,
    regions: codes(REGIONS),
    global: fc.boolean(),
    years: fc.tuple(fc.option(year), fc.option(year)),
    ongoing: fc.boolean(),
    partners: texts,
    themes: codes(THEMES),
    stakeholders: codes(STAKEHOLDERS),
    links: fc.uniqueArray(fc.webUrl(), { maxLength: 2 }),
    owner: fc.oneof(fc.constant(''), line),
    results: paragraphs,
    evaluations: fc.uniqueArray(fc.webUrl(), { maxLength: 2 }),
    costs: paragraphs,
    lessons: paragraphs,
    needs: paragraphs,
    translations: fc.dictionary(fc.constantFrom(...LOCALES), translation, { maxKeys: 2, noNullPrototype: true }),
    language: fc.constantFrom(...LOCALES),
    source: fc.record(
      { edition: fc.option(fc.integer({ min: 2007, max: 2099 })), label: fc.oneof(fc.constant(''), line) },
      { noNullPrototype: true },
    ),
    confirmedAt: fc.option(moment),
    createdAt: moment,
    updatedAt: moment,
  })
  .map(({ years: [one, other], ...said }) => {
    const [start, end] = one !== null && other !== null && one > other ? [other, one] : [one, other];
    return { ...practice(), ...canonical({ ...practice(), ...said, start, end }) };
  });

/** A catalogue: its practices have ids and addresses of their own, and each is taken over from earlier ones or from none. */
export const anyCatalogue: fc.Arbitrary<Practice[]> = fc
  .array(fc.tuple(anyPractice, fc.nat({ max: 31 })), { minLength: 1, maxLength: 5 })
  .map((list) => {
    const ids = list.map((_, at) => uuidv7({ msecs: 1, seq: at }));
    return list.map(([one, origins], at) => ({
      ...one,
      id: ids[at]!,
      slug: `practice-${at}`,
      replicates: ids.filter((_, earlier) => earlier < at && (origins >> earlier) % 2 === 1),
    }));
  });
