import type { Locale } from '#vocab/language.ts';
import type { Database } from '#platform/database.ts';
import { practicesOfEdition, sourcesOfPractices } from '#forum/practices/index.ts';
import { annexOf, annexTitle } from './annex.ts';
import type { Annex } from './model.ts';

/** A report that can be read: the last part of its address, and what stands in it. */
export interface ReportEntry {
  /** "annex-2020". */
  slug: string;
  edition: number;
  title: string;
  /** How many practices it holds. */
  count: number;
}

/** The reports there are, the latest edition first: an annex for every edition that practices came from. */
export async function reportsOf(db: Database, locale: Locale): Promise<ReportEntry[]> {
  const counts = new Map<number, number>();
  for (const { source, count } of await sourcesOfPractices(db)) {
    if (source.edition !== null) counts.set(source.edition, (counts.get(source.edition) ?? 0) + count);
  }
  return [...counts]
    .sort(([one], [other]) => other - one)
    .map(([edition, count]) => ({ slug: `annex-${edition}`, edition, title: annexTitle(edition, locale), count }));
}

/** The edition whose annex has this address; null where the address is not that of an annex. */
export function editionOfReport(slug: string): number | null {
  const year = /^annex-(\d{4})$/.exec(slug)?.[1];
  return year === undefined ? null : Number(year);
}

/** The annex of an edition; null where no practice came from it. `origin` is the address under which the catalogue stands. */
export async function annexReport(
  db: Database,
  edition: number,
  locale: Locale,
  origin: string,
): Promise<Annex | null> {
  const practices = await practicesOfEdition(db, edition);
  return practices.length === 0 ? null : annexOf(practices, edition, { locale, origin });
}
