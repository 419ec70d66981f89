import type { Notice } from '#platform/languages.ts';
import { LOCALES } from '#vocab/language.ts';
import { TRANSLATED } from '../model.ts';
import type { TranslationColumn } from '../exchange.ts';
import type { CellValue, Field } from './table.ts';

export type Cells = Partial<Record<Field, CellValue>>;
/** Says of a column that a thing read in it cannot be taken, and why. */
export type Refuse = (field: Field, read: string, why: Notice) => void;

/** A cell as one text; the items of a list one a line. */
export function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join('\n') : String(value);
}

/** What would be accepted in a column. */
export const ACCEPTED: Record<Field, Notice> = {
  id: { key: 'import.accepts-id' },
  slug: { key: 'import.accepts-slug' },
  title: { key: 'import.accepts-title' },
  summary: { key: 'import.accepts-summary' },
  kind: { key: 'import.accepts-kind' },
  sdg: { key: 'import.accepts-sdg' },
  gcm: { key: 'import.accepts-gcm' },
  countries: { key: 'import.accepts-countries' },
  places: { key: 'import.accepts-text' },
  regions: { key: 'import.accepts-regions' },
  global: { key: 'import.accepts-yes-or-no' },
  start: { key: 'import.accepts-year' },
  end: { key: 'import.accepts-year' },
  ongoing: { key: 'import.accepts-yes-or-no' },
  partners: { key: 'import.accepts-text' },
  themes: { key: 'import.accepts-themes' },
  stakeholders: { key: 'import.accepts-stakeholders' },
  links: { key: 'import.accepts-links' },
  owner: { key: 'import.accepts-text' },
  results: { key: 'import.accepts-summary' },
  evaluations: { key: 'import.accepts-links' },
  costs: { key: 'import.accepts-summary' },
  lessons: { key: 'import.accepts-summary' },
  needs: { key: 'import.accepts-summary' },
  replicates: { key: 'import.accepts-replicates' },
  translations: { key: 'import.accepts-translations' },
  language: { key: 'import.accepts-language' },
  sourceEdition: { key: 'import.accepts-year' },
  sourceLabel: { key: 'import.accepts-text' },
  confirmedAt: { key: 'import.accepts-time' },
  createdAt: { key: 'import.accepts-time' },
  updatedAt: { key: 'import.accepts-time' },
  dates: { key: 'import.accepts-dates' },
  where: { key: 'import.accepts-text' },
  ...(Object.fromEntries(
    LOCALES.flatMap((locale) =>
      TRANSLATED.map((field) => [
        `${field}.${locale}`,
        { key: field === 'title' ? 'import.accepts-title' : 'import.accepts-summary' },
      ]),
    ),
  ) as Record<TranslationColumn, Notice>),
};

/** Whether an address can be followed from a page: http or https, and well formed. */
export function isWebAddress(address: string): boolean {
  if (!/^https?:\/\/[^\s]+$/i.test(address) || address.length > 2_000) return false;
  const url = URL.parse(address);
  return url !== null && url.hostname !== '' && url.username === '' && url.password === '';
}

/**
 * The longest name of a practice, and the longest text or list, in characters: what an Excel cell can hold (32,767), with
 * room for the signs that part a list, so that whatever is taken can be exported again.
 */
export const LONGEST_TITLE = 300;
export const LONGEST_CELL = 30_000;
