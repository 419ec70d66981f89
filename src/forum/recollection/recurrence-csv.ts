import { stringify } from 'csv-stringify/sync';
import type { Locale } from '#vocab/language.ts';
import { themeLabel } from '#vocab/themes.ts';
import { guardFormula } from '#forum/practices/index.ts';
import type { Recurrence } from './model.ts';

/**
 * The recurrence of themes as CSV (RFC 4180): a line a theme and edition, every cell guarded against being run as a formula. Columns are named in English, as
 * in all tables for programs; names of themes are in the reader's language.
 */
export function recurrenceCsv(recurrences: readonly Recurrence[], locale: Locale): string {
  const lines = recurrences.flatMap(({ theme, occurrences }) =>
    occurrences.map(({ edition, chosen, sessions }) => [
      theme,
      themeLabel(theme, locale),
      String(edition.number),
      edition.years.join(' '),
      chosen ? 'yes' : 'no',
      String(sessions),
    ]),
  );
  return stringify(
    [
      ['theme', 'name', 'edition', 'years', 'themeOfEdition', 'sessions'],
      ...lines.map((line) => line.map(guardFormula)),
    ],
    {
      bom: true,
      record_delimiter: 'windows',
    },
  );
}
