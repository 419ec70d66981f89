import { AREAS, countryName, namesInPackage } from './countries.ts';
import { LOCALES } from './language.ts';
import { COUNTRY_VARIANTS } from './place-data/country-variants.ts';
import { GLOBAL_NAMES, NAMED_AREAS } from './place-data/named-areas.ts';
import { REGION_VARIANTS } from './place-data/region-variants.ts';
import { REGIONS, regionName } from './regions.ts';

/** What a name stands for. An area is kept as a place under the name it has, and tells in which regions it lies. */
export type PlaceMeaning =
  | { kind: 'country'; code: string }
  | { kind: 'regions'; codes: string[] }
  | { kind: 'area'; codes: string[] }
  | { kind: 'global' };

/** No name is longer: a hostile cell is not worth looking up. */
const LONGEST_NAME = 100;

/** "Australia and New Zealand" names two countries before it names the region that consists of them. */
const READ_AS_COUNTRIES = '053';

const names = new Map<string, PlaceMeaning>();

/**
 * Every name, in the form in which names are compared (lower case, no accents, "&" for every "and"), with what it stands
 * for: for those who look for names in running text.
 */
export const PLACE_NAMES: ReadonlyMap<string, PlaceMeaning> = names;
const codes = new Map(AREAS.flatMap(({ code, alpha3 }) => [code, alpha3].map((written) => [written, code])));

// Later ones win: a name we print before one that the package keeps as an alias ("Congo"), our variants before both.
for (const { code } of AREAS)
  for (const locale of LOCALES) name(namesInPackage(code, locale), { kind: 'country', code });
for (const { code } of AREAS)
  name(
    LOCALES.map((locale) => countryName(code, locale)),
    { kind: 'country', code },
  );
for (const [code, variants] of Object.entries(COUNTRY_VARIANTS)) name(variants.split('|'), { kind: 'country', code });
for (const { code } of REGIONS) {
  if (code === READ_AS_COUNTRIES) continue;
  const meaning: PlaceMeaning = code === '001' ? { kind: 'global' } : { kind: 'regions', codes: [code] };
  name(
    LOCALES.map((locale) => regionName(code, locale)),
    meaning,
  );
}
for (const [variants, regions] of REGION_VARIANTS)
  name(variants.split('|'), { kind: 'regions', codes: regions.split(' ') });
for (const [variants, regions] of NAMED_AREAS) name(variants.split('|'), { kind: 'area', codes: regions.split(' ') });
name(GLOBAL_NAMES.split('|'), { kind: 'global' });

function name(written: string[], meaning: PlaceMeaning): void {
  for (const key of written.map(keyOf)) {
    names.set(key, meaning);
    names.set(withoutArabicArticle(key), meaning);
  }
}

/**
 * What a name stands for, in any of the four languages; null for any other text. Case, accents, dots, hyphens and the
 * kind of "and" do not count; "the" and "Republic of" may stand before it. ISO codes are read in capitals only.
 */
export function meaningOf(text: string): PlaceMeaning | null {
  if (text.length > LONGEST_NAME) return null;
  const country = codes.get(text);
  if (country !== undefined) return { kind: 'country', code: country };
  const key = withoutArabicArticle(keyOf(text));
  return names.get(key) ?? names.get(key.replace(ARTICLE, '')) ?? formalCountry(key) ?? formalRegion(key);
}

const ARTICLE = /^(?:the|la|le|les|l|el|los|las) /;
const FORM_OF_STATE =
  /^(?:the )?(?:federal republic of|republic of|kingdom of|republique|royaume|republica|reino|جمهوريه|مملكه)(?: (?:de la|de l|del|des|de los|du|de|d|the))? /;

function formalCountry(key: string): PlaceMeaning | null {
  const meaning = FORM_OF_STATE.test(key) ? names.get(withoutArabicArticle(key.replace(FORM_OF_STATE, ''))) : undefined;
  return meaning?.kind === 'country' ? meaning : null;
}

function formalRegion(key: string): PlaceMeaning | null {
  const meaning = key.endsWith(' region') ? names.get(key.slice(0, -' region'.length).replace(ARTICLE, '')) : undefined;
  return meaning?.kind === 'regions' || meaning?.kind === 'area' ? meaning : null;
}

function withoutArabicArticle(key: string): string {
  return key.replace(/^ال(?=.{3})/u, '');
}

/** A name in the form in which names are compared. A comma stays: "Guinea, Bissau" is not Guinea-Bissau. */
function keyOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}ـ.*]/gu, '')
    .toLowerCase()
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/،/g, ',')
    .replace(/[^\p{L}\p{N},&]+/gu, ' ')
    .replace(/&/g, ' & ')
    .replace(/(?<=\s)(?:and|et|y|و)(?=\s)/gu, '&')
    .replace(/\bst(?=\s)/g, 'saint')
    .replace(/\s*,\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .trim();
}
