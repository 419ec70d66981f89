import { countryName } from '#vocab/countries.ts';
import { LOCALES } from '#vocab/language.ts';
import { ancestorsOf, regionName } from '#vocab/regions.ts';
import { goalOf } from '#vocab/sdg.ts';
import { themeLabel } from '#vocab/themes.ts';
import { type Facet, type Practice, sourceCode, statusOf, yearsOf } from '#forum/practices/index.ts';
import { gcmWord, sdgWord } from './knowledge.ts';
import type { SearchDocument, SearchText } from './search-document.ts';

const unique = (values: string[]): string[] => [...new Set(values)];
/** The texts of a practice that count as the rest. */
const TOLD = ['results', 'lessons', 'needs', 'costs'] as const;

const joined = (texts: string[]): string => texts.filter((text) => text !== '').join('\n');

/** The text, where there is any: most practices have no more than a title and a summary, and each text takes room. */
const restOf = (text: SearchText): SearchText[] => (text.text === '' ? [] : [text]);

/** A practice as the index sees it: title over summary over the rest, and a value for every facet. */
export function documentOf(practice: Practice, year: number): SearchDocument<Facet> {
  const { sdg, countries, regions, themes, source, language } = practice;
  return {
    id: practice.id,
    texts: [
      // The first two are those by which practices are alike.
      { weight: 6, text: practice.title, language },
      { weight: 2, text: practice.summary, language },
      ...restOf({ weight: 1, language, text: joined([practice.owner, ...TOLD.map((field) => practice[field])]) }),
      ...LOCALES.flatMap((spoken) => {
        const translation = practice.translations[spoken];
        if (!translation) return [];
        return [
          ...restOf({ weight: 6, language: spoken, text: translation.title }),
          ...restOf({ weight: 2, language: spoken, text: translation.summary }),
          ...restOf({ weight: 1, language: spoken, text: joined(TOLD.map((field) => translation[field])) }),
        ];
      }),
      { weight: 1, text: [...practice.places, ...practice.partners].join('\n') },
      { weight: 1, text: [...sdg, ...unique(sdg.flatMap((code) => [goalOf(code), code])).map(sdgWord)].join(' ') },
      { weight: 1, text: practice.gcm.map(gcmWord).join(' ') },
      // In all languages, so that a French word for a country or a theme finds an English practice.
      ...LOCALES.map((spoken) => ({
        weight: 1,
        language: spoken,
        text: [
          ...countries.map((code) => countryName(code, spoken)),
          ...regions.map((code) => regionName(code, spoken)),
          ...themes.map((code) => themeLabel(code, spoken)),
        ].join('\n'),
      })),
    ],
    values: {
      goal: unique(sdg.map(goalOf)),
      target: sdg.filter((reference) => reference.includes('.')),
      gcm: practice.gcm,
      country: countries,
      // A region is found by each region it lies in. Global practices stand under the world alone: they are of no region.
      region: unique([...regions.flatMap(ancestorsOf), ...(practice.global ? ['001'] : [])]),
      stakeholder: practice.stakeholders,
      theme: themes,
      kind: practice.kind === null ? [] : [practice.kind],
      status: [statusOf(practice, year)],
      year: yearsOf(practice).map(String),
      source: sourceCode(source) === '' ? [] : [sourceCode(source)],
    },
    sortKeys: {
      newest: practice.createdAt,
      name: practice.title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
      start: practice.start,
    },
  };
}
