import { countryName } from '#vocab/countries.ts';
import { LOCALES } from '#vocab/language.ts';
import { ancestorsOf, regionName } from '#vocab/regions.ts';
import { goalOf } from '#vocab/sdg.ts';
import { themeLabel } from '#vocab/themes.ts';
import { type Facet, type Practice, sourceCode, statusOf, yearsOf } from '#forum/practices/index.ts';
import type { SearchDocument } from './engine.ts';

const unique = (values: string[]): string[] => [...new Set(values)];
const inAllLanguages = (codes: string[], name: (code: string, locale: (typeof LOCALES)[number]) => string): string =>
  unique(codes.flatMap((code) => LOCALES.map((locale) => name(code, locale)))).join(' · ');

/** A practice as the index sees it: title before place and theme before the rest, and a value for every facet. */
export function documentOf(practice: Practice, year: number): SearchDocument<Facet> {
  const { sdg, countries, regions, themes, source } = practice;
  return {
    id: practice.id,
    texts: [
      { weight: 4, text: practice.title },
      {
        weight: 2,
        text: [
          practice.places.join(' · '),
          inAllLanguages(countries, countryName),
          inAllLanguages(regions, regionName),
          inAllLanguages(themes, themeLabel),
          sdg.join(' '),
        ].join(' · '),
      },
      { weight: 1, text: `${practice.summary}\n${practice.partners.join('\n')}` },
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
