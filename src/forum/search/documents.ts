import { countryName } from '#vocab/countries.ts';
import { LOCALES } from '#vocab/language.ts';
import { ancestorsOf, regionName } from '#vocab/regions.ts';
import { goalOf } from '#vocab/sdg.ts';
import { themeLabel } from '#vocab/themes.ts';
import { type Facet, type Practice, sourceCode, statusOf, yearsOf } from '#forum/practices/index.ts';
import { gcmWord, sdgWord } from './knowledge.ts';
import type { SearchDocument } from './search-document.ts';

const unique = (values: string[]): string[] => [...new Set(values)];
/** A practice as the index sees it: title over summary over the rest, and a value for every facet. */
export function documentOf(practice: Practice, year: number): SearchDocument<Facet> {
  const { sdg, countries, regions, themes, source } = practice;
  return {
    id: practice.id,
    texts: [
      { weight: 6, text: practice.title, language: practice.language },
      { weight: 2, text: practice.summary, language: practice.language },
      { weight: 1, text: [...practice.places, ...practice.partners].join('\n') },
      { weight: 1, text: [...sdg, ...unique(sdg.flatMap((code) => [goalOf(code), code])).map(sdgWord)].join(' ') },
      { weight: 1, text: practice.gcm.map(gcmWord).join(' ') },
      // In all languages, so that a French word for a country or a theme finds an English practice.
      ...LOCALES.map((language) => ({
        weight: 1,
        language,
        text: [
          ...countries.map((code) => countryName(code, language)),
          ...regions.map((code) => regionName(code, language)),
          ...themes.map((code) => themeLabel(code, language)),
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
