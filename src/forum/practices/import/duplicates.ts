import type { PracticeContent } from '../model.ts';
import { likeness, mayBeSamePlace, titleKey } from '../titles.ts';
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

// Chosen on the 42 practices of 2020 (duplicates.test.ts): two of them in one place are at most 0.44 alike, any two at most
// 0.57; a title of three words or more with one word added, left out or misspelt stays above 0.6 of itself.
const ALIKE_IN_ONE_PLACE = 0.6;
const ALIKE_ANYWHERE = 0.9;
/** A word in more titles than this tells nothing ("migration"), and looking at them all would take too long. */
const COMMON = 500;

/** For each new row the name most like its own, where that is alike enough to be looked at by a person. */
export function likelyDuplicates(
  fresh: readonly { row: ImportRow; content: PracticeContent }[],
  titles: readonly TitleEntry[],
): LikelyDuplicate[] {
  const names: { key: string; title: string; countries: string[]; slug?: string; row?: number }[] = [];
  const byWord = new Map<string, number[]>();
  const add = (name: (typeof names)[number]) => {
    const at = names.push(name) - 1;
    for (const word of new Set(name.key.split(' '))) {
      const list = byWord.get(word);
      if (list) list.push(at);
      else byWord.set(word, [at]);
    }
  };
  for (const { titleKey: key, title, countries, slug } of titles) add({ key, title, countries, slug });

  const found: LikelyDuplicate[] = [];
  for (const { row, content } of fresh) {
    const key = titleKey(content.title);
    let best = 0;
    let like: (typeof names)[number] | undefined;
    const seen = new Set<number>();
    for (const word of new Set(key.split(' '))) {
      const list = byWord.get(word) ?? [];
      if (list.length > COMMON) continue;
      for (const at of list) {
        if (seen.has(at)) continue;
        seen.add(at);
        const name = names[at]!;
        const alike = likeness(key, name.key);
        const near = mayBeSamePlace(name.countries, content.countries);
        if (alike > best && alike >= (near ? ALIKE_IN_ONE_PLACE : ALIKE_ANYWHERE)) {
          best = alike;
          like = name;
        }
      }
    }
    if (like) {
      const { title, slug, row: other } = like;
      found.push({
        row: row.number,
        title: content.title,
        of: { title, ...(slug !== undefined && { slug }), ...(other !== undefined && { row: other }) },
      });
    }
    add({ key, title: content.title, countries: content.countries, row: row.number });
  }
  return found;
}
