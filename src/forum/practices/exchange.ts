import { LOCALES, type Locale } from '#vocab/language.ts';
import { type Practice, TRANSLATED, type TranslatedField, type Translations } from './model.ts';

/**
 * The lossless table form of a practice: what CSV and XLSX exports hold and what an import reads back word for word.
 * A file is recognised as one by its header, which has `id`, `slug` and `title` under exactly these names.
 */
export const EXCHANGE_COLUMNS = [
  'id',
  'slug',
  'title',
  'summary',
  'kind',
  'sdg',
  'gcm',
  'countries',
  'places',
  'regions',
  'global',
  'start',
  'end',
  'ongoing',
  'partners',
  'themes',
  'stakeholders',
  'links',
  'owner',
  'results',
  'evaluations',
  'costs',
  'lessons',
  'needs',
  'replicates',
  'translations',
  'language',
  'sourceEdition',
  'sourceLabel',
  'confirmedAt',
  'createdAt',
  'updatedAt',
] as const;

/** A text in another language: "title.fr". The column `translations` names the languages there are. */
export type TranslationColumn = `${TranslatedField}.${Locale}`;
export type ExchangeColumn = (typeof EXCHANGE_COLUMNS)[number] | TranslationColumn;

/** The columns of one language, in the order of the model. */
const columnsIn = (locale: Locale): TranslationColumn[] =>
  TRANSLATED.map((field): TranslationColumn => `${field}.${locale}`);

/** Every column there can be: those of texts in other languages stand behind all others. */
export const ALL_COLUMNS: readonly ExchangeColumn[] = [...EXCHANGE_COLUMNS, ...LOCALES.flatMap(columnsIn)];

/** The columns these practices need: a language that none of them is translated into has none. */
export function columnsFor(practices: readonly Pick<Practice, 'translations'>[]): ExchangeColumn[] {
  const spoken = LOCALES.filter((locale) => practices.some(({ translations }) => translations[locale] !== undefined));
  return [...EXCHANGE_COLUMNS, ...spoken.flatMap(columnsIn)];
}

/** The text and the language of a column such as "title.fr"; null for any other. */
export function translationColumn(name: string): { field: TranslatedField; locale: Locale } | null {
  const [text, language, more] = name.split('.');
  const field = TRANSLATED.find((known) => known === text);
  const locale = LOCALES.find((known) => known === language);
  return field && locale && more === undefined ? { field, locale } : null;
}

/** The columns that hold a list in one cell. */
export const LIST_COLUMNS = [
  'sdg',
  'gcm',
  'countries',
  'places',
  'regions',
  'partners',
  'themes',
  'stakeholders',
  'links',
  'evaluations',
  'replicates',
  'translations',
] as const satisfies readonly ExchangeColumn[];

/** Several texts in one cell, joined by "; ". A semicolon or backslash within a text is preceded by a backslash. */
export function encodeList(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\;]/g, '\\$&')).join('; ');
}

/** The texts of a cell written by `encodeList`. Empty and blank ones are left out, spaces around each are dropped. */
export function decodeList(cell: string): string[] {
  const items: string[] = [];
  let item = '';
  for (let at = 0; at < cell.length; at++) {
    const sign = cell[at]!;
    if (sign === '\\' && at + 1 < cell.length) item += cell[++at]!;
    else if (sign === ';') {
      items.push(item);
      item = '';
    } else item += sign;
  }
  items.push(item);
  return items.map((text) => text.trim()).filter((text) => text !== '');
}

/** What a spreadsheet might run when a CSV is opened: OWASP, "CSV Injection". Apostrophes before it are part of the guard. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** The cell with an apostrophe before it where a spreadsheet would take it for a formula. */
export function guardFormula(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `guardFormula`. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** A practice as one row of text cells, not yet guarded against formulas. */
export function toExchangeRow(practice: Practice): Partial<Record<ExchangeColumn, string>> {
  return {
    id: practice.id,
    slug: practice.slug,
    title: practice.title,
    summary: practice.summary,
    kind: practice.kind ?? '',
    sdg: encodeList(practice.sdg),
    gcm: encodeList(practice.gcm),
    countries: encodeList(practice.countries),
    places: encodeList(practice.places),
    regions: encodeList(practice.regions),
    global: String(practice.global),
    start: practice.start?.toString() ?? '',
    end: practice.end?.toString() ?? '',
    ongoing: String(practice.ongoing),
    partners: encodeList(practice.partners),
    themes: encodeList(practice.themes),
    stakeholders: encodeList(practice.stakeholders),
    links: encodeList(practice.links),
    owner: practice.owner,
    results: practice.results,
    evaluations: encodeList(practice.evaluations),
    costs: practice.costs,
    lessons: practice.lessons,
    needs: practice.needs,
    replicates: encodeList(practice.replicates),
    translations: encodeList(Object.keys(practice.translations)),
    language: practice.language,
    sourceEdition: practice.source.edition?.toString() ?? '',
    sourceLabel: practice.source.label,
    confirmedAt: practice.confirmedAt ?? '',
    createdAt: practice.createdAt,
    updatedAt: practice.updatedAt,
    ...translationCells(practice.translations),
  };
}

/** A language that there is no translation into has no cells. */
function translationCells(translations: Translations): Partial<Record<TranslationColumn, string>> {
  return Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const texts = translations[locale];
      return texts ? TRANSLATED.map((field) => [`${field}.${locale}`, texts[field]]) : [];
    }),
  );
}
