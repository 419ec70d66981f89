import type { PracticeContent } from '../model.ts';
import { likeTitles, type NamedTitle } from '../like-titles.ts';
import { titleKey } from '../titles.ts';
import type { ImportRow } from './import-row.ts';

/** A practice of the catalogue, as far as its name goes. */
export interface TitleEntry {
  id: string;
  slug: string;
  title: string;
  titleKey: string;
  countries: string[];
}

/** A new row that may be a practice we have, or an earlier row of the file, under a slightly different name. */
export interface LikelyDuplicate {
  row: number;
  title: string;
  of: { title: string; slug?: string; row?: number };
}

/** A name to hold others against: of the catalogue, or of an earlier row. */
interface Name extends NamedTitle {
  title: string;
  slug?: string;
  row?: number;
}

/**
 * Finds, for one new row after the other, the name most like its own, where that is alike enough to be looked at by a person:
 * among `titles` and the rows before it.
 */
export function duplicateFinder(
  titles: readonly TitleEntry[],
): (row: Pick<ImportRow, 'number'>, content: PracticeContent) => LikelyDuplicate | null {
  const names = likeTitles<Name>();
  for (const { titleKey: key, title, countries, slug } of titles) names.add({ key, title, countries, slug });

  return (row, content) => {
    const own = { key: titleKey(content.title), title: content.title, countries: content.countries, row: row.number };
    const [best] = names.like(own);
    names.add(own);
    if (!best) return null;
    const { title, slug, row: other } = best.name;
    const of = { title, ...(slug !== undefined && { slug }), ...(other !== undefined && { row: other }) };
    return { row: row.number, title: content.title, of };
  };
}
