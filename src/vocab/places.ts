import { compareCountries, countryName } from './countries.ts';
import type { Locale } from './language.ts';
import { meaningOf } from './place-names.ts';
import { type PlacePiece, placePiecesOf } from './place-pieces.ts';
import { regionName, regionsOf } from './regions.ts';

/** Where a practice takes place (PRODUCT.md, rule 5). */
export interface Places {
  /** ISO 3166-1 alpha-2, sorted. */
  countries: string[];
  /** Places within or beside countries, as written, in the order in which they stand. */
  places: string[];
  /** M49 codes, sorted: the sub-region of every country, and the regions that are named themselves. */
  regions: string[];
  /** The whole world; countries may be named beside it. */
  global: boolean;
}

/**
 * Reads what people write in a cell "Country/Region/City": names of countries in four languages and many forms, regions,
 * "Global", and places, in a list of any shape. What is no country, no region and not the world stays as a place, never
 * dropped; only the words that introduce a list of countries ("operating in 22 partner countries:") are.
 */
export function parsePlaces(text: string): Places {
  if (/^\s*n\/a\s*$/i.test(text)) return { countries: [], places: [], regions: [], global: false };
  const pieces = placePiecesOf(text).filter((piece, at, all) => !introducesCountries(piece, all[at + 1]));
  const meanings = pieces.map(({ meaning }) => meaning);
  const countries = sorted(meanings.flatMap((meaning) => (meaning?.kind === 'country' ? [meaning.code] : [])));
  const places = pieces.filter(({ meaning }) => meaning === null || meaning.kind === 'area').map((piece) => piece.text);
  const regions = meanings.flatMap((meaning) => (meaning?.kind === 'regions' ? meaning.codes : []));
  return {
    countries,
    places: [...new Set(places)],
    regions: sorted([...regions, ...regionsImpliedBy(countries, places)]),
    global: meanings.some((meaning) => meaning?.kind === 'global'),
  };
}

const sorted = (codes: string[]) => [...new Set(codes)].sort();

/** "currently operating in 22 partner countries:" says nothing that the countries behind it do not: no name is in it. */
function introducesCountries({ text, meaning, introduces }: PlacePiece, next: PlacePiece | undefined): boolean {
  if (!introduces || meaning !== null || next?.meaning?.kind !== 'country') return false;
  const speaksOfCountries = /(?<!\p{L})(?:countries|pays|países)(?!\p{L})|\d.*(?:دولة|دول|بلد)/u.test(text);
  return speaksOfCountries && !/\p{Lu}/u.test(text);
}

/** The regions that go without saying: those in which the countries and the named areas lie. */
function regionsImpliedBy(countries: readonly string[], places: readonly string[]): string[] {
  const areas = places.map(meaningOf).flatMap((meaning) => (meaning?.kind === 'area' ? meaning.codes : []));
  return sorted([...regionsOf(countries), ...areas]);
}

const GLOBAL: Record<Locale, string> = { en: 'Global', fr: 'Mondial', es: 'Mundial', ar: 'عالمي' };
const COLON: Record<Locale, string> = { en: ': ', fr: ' : ', es: ': ', ar: ': ' };

/**
 * Places as one line in a language: places, then countries by name, then the regions that neither implies, behind
 * "Global:" where they are beside the whole world. What `parsePlaces` has read, it reads again from this line.
 */
export function printPlaces(places: Places, locale: Locale): string {
  const separators = locale === 'ar' ? ['، ', '؛ '] : [', ', '; '];
  const lines = separators.map((separator) => lineOf(places, locale, separator));
  // Two places side by side can look like one name ("Virgin Islands", "British"): a semicolon keeps them apart.
  return lines.find((line) => sameAs(parsePlaces(line), places)) ?? lines[0]!;
}

function lineOf({ countries, places, regions, global }: Places, locale: Locale, separator: string): string {
  const implied = regionsImpliedBy(countries, places);
  const list = [
    ...places,
    ...countries.toSorted(compareCountries(locale)).map((code) => countryName(code, locale)),
    ...regions.filter((code) => !implied.includes(code)).map((code) => regionName(code, locale)),
  ].join(separator);
  if (!global) return list;
  return list === '' ? GLOBAL[locale] : `${GLOBAL[locale]}${COLON[locale]}${list}`;
}

function sameAs(one: Places, other: Places): boolean {
  const parts = ({ countries, places, regions, global }: Places) =>
    JSON.stringify([countries, places, regions, global]);
  return parts(one) === parts(other);
}
