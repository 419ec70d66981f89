import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import ar from 'i18n-iso-countries/langs/ar.json' with { type: 'json' };
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import es from 'i18n-iso-countries/langs/es.json' with { type: 'json' };
import fr from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import type { GroupCode } from './groups.ts';
import type { Locale } from './language.ts';
import { COUNTRY_LABELS } from './place-data/country-labels.ts';
import { groupOf, statehoodOf } from './place-data/states.ts';
import { leafRegionOf } from './place-data/sub-regions.ts';

/** A country or area of ISO 3166-1, and Kosovo under the code in common use for it. */
export interface Area {
  /** ISO 3166-1 alpha-2. */
  code: string;
  alpha3: string;
  /** M49 number, three digits; null where M49 has none: Kosovo, Taiwan. */
  m49: string | null;
  /** M49 leaf sub-region; null for Antarctica alone, which lies in none. */
  region: string | null;
  /** What it is to the United Nations: one of the 193 member states, one of the two observer states, or neither. */
  state: 'member' | 'observer' | null;
  /** UN regional group; null for whoever is no member. */
  group: GroupCode | null;
}

const NOT_IN_M49 = ['TW', 'XK'];
const packageNames: Record<Locale, Record<string, string | string[]>> = {
  en: en.countries,
  fr: fr.countries,
  es: es.countries,
  ar: ar.countries,
};

/** Every country and area, by code. */
export const AREAS: readonly Area[] = codes
  .map(([code = '', alpha3 = '', number = '']) => ({
    code,
    alpha3,
    m49: NOT_IN_M49.includes(code) ? null : number,
    region: leafRegionOf(code),
    state: statehoodOf(code),
    group: groupOf(code),
  }))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

/** How many member states the United Nations have. */
export const MEMBER_STATES: number = AREAS.filter(({ state }) => state === 'member').length;

const known = new Set(AREAS.map(({ code }) => code));

/** Whether a code names a country or area (alpha-2, capitals). */
export function isCountry(code: string): boolean {
  return known.has(code);
}

/** The short name of a country or area; the code itself where there is none. */
export function countryName(code: string, locale: Locale): string {
  if (!isCountry(code)) return code;
  return COUNTRY_LABELS[locale][code] ?? namesInPackage(code, locale)[0] ?? code;
}

/** Every name the package knows a country by in one language, the preferred one first. */
export function namesInPackage(code: string, locale: Locale): string[] {
  return isCountry(code) ? [packageNames[locale][code] ?? []].flat() : [];
}

/** Compares two country codes by their names, as the language orders them. */
export function compareCountries(locale: Locale): (a: string, b: string) => number {
  const { compare } = new Intl.Collator(locale);
  return (a, b) => compare(countryName(a, locale), countryName(b, locale));
}
