import type { Locale } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import type { Practice } from '#forum/practices/index.ts';
import { type Annex, ANNEX_COLUMNS, type Reader } from './model.ts';
import { partHeading, rowOf } from './wording.ts';

/**
 * The annex made of these practices. Parts stand in the order in which they first appear, the practices of a part in the
 * order given; those without a part come first, so that no heading of another part stands above them.
 */
export function annexOf(practices: readonly Practice[], edition: number, reader: Reader): Annex {
  const byPart = Map.groupBy(practices, ({ source }) => source.label);
  const labels = [...byPart.keys()].sort((one, other) => Number(one !== '') - Number(other !== ''));
  return {
    edition,
    title: annexTitle(edition, reader.locale),
    parts: labels.map((label) => ({
      heading: partHeading(label, reader.locale),
      rows: byPart.get(label)!.map((practice) => rowOf(practice, reader)),
    })),
  };
}

/** The name of an edition's annex. */
export function annexTitle(edition: number, locale: Locale): string {
  return translate(locale, 'reports.annex-title', { edition: String(edition) });
}

/** The sentence that opens an annex: how many practices it holds, and how they stand in it. */
export function annexIntroduction(annex: Annex, locale: Locale): string {
  const count = annex.parts.reduce((sum, part) => sum + part.rows.length, 0);
  return translate(locale, 'reports.annex-introduction', { count, edition: String(annex.edition) });
}

/** The headings of the six columns. */
export function columnHeadings(locale: Locale): string[] {
  return ANNEX_COLUMNS.map((column) => translate(locale, `reports.${column}`));
}
