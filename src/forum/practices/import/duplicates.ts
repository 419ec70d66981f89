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

/** A name to hold others against: of the catalogue, or of an earlier row. */
interface Name {
  key: string;
  words: number;
  title: string;
  countries: string[];
  slug?: string;
  row?: number;
}

/**
 * Finds, for one new row after the other, the name most like its own, where that is alike enough to be looked at by a person:
 * among `titles` and the rows before it. Names are held against each other only where they share half of the telling words
 * of the shorter one: of a hundred thousand names, that leaves a few.
 */
export function duplicateFinder(
  titles: readonly TitleEntry[],
): (row: ImportRow, content: PracticeContent) => LikelyDuplicate | null {
  const names: Name[] = [];
  const byWord = new Map<string, number[]>();
  /** How many telling words each name shares with the row in hand. */
  let shared = new Uint8Array(1024);
  const add = (name: Omit<Name, 'words'>) => {
    const words = new Set(name.key.split(' '));
    const at = names.push({ ...name, words: words.size }) - 1;
    for (const word of words) {
      const list = byWord.get(word);
      if (list) list.push(at);
      else byWord.set(word, [at]);
    }
    if (names.length > shared.length) shared = new Uint8Array(shared.length * 2);
  };
  for (const { titleKey: key, title, countries, slug } of titles) add({ key, title, countries, slug });

  /** The names that share enough words to be looked at. */
  function candidates(key: string): Name[] {
    const lists = [...new Set(key.split(' '))].map((word) => byWord.get(word) ?? []);
    const telling = lists.filter((list) => list.length <= COMMON);
    for (const list of telling) for (const at of list) shared[at]!++;
    const found: Name[] = [];
    for (const list of telling)
      for (const at of list) {
        const name = names[at]!;
        if (2 * shared[at]! >= Math.min(telling.length, name.words)) found.push(name);
        shared[at] = 0;
      }
    return found;
  }

  return (row, content) => {
    const key = titleKey(content.title);
    let best = 0;
    let like: Name | undefined;
    for (const name of candidates(key)) {
      const alike = likeness(key, name.key);
      const near = mayBeSamePlace(name.countries, content.countries);
      if (alike <= best || alike < (near ? ALIKE_IN_ONE_PLACE : ALIKE_ANYWHERE)) continue;
      best = alike;
      like = name;
    }
    add({ key, title: content.title, countries: content.countries, row: row.number });
    if (!like) return null;
    const { title, slug, row: other } = like;
    const of = { title, ...(slug !== undefined && { slug }), ...(other !== undefined && { row: other }) };
    return { row: row.number, title: content.title, of };
  };
}
