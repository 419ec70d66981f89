import { likeness, mayBeSamePlace } from './titles.ts';

/** A title to hold others against, by its key (`titleKey`), and the countries where it takes place. */
export interface NamedTitle {
  key: string;
  countries: readonly string[];
}

// Chosen on the 42 practices of 2020 (import/duplicates.test.ts): two of them in one place are at most 0.44 alike, any two at
// most 0.57; a title of three words or more with one word added, left out or misspelt stays above 0.6 of itself.
const ALIKE_IN_ONE_PLACE = 0.6;
const ALIKE_ANYWHERE = 0.9;
/** A word in more titles than this tells nothing ("migration"), and looking at them all would take too long. */
const COMMON = 500;

/** Titles that can be asked for those like another. */
export interface LikeTitles<Name extends NamedTitle> {
  add(name: Name): void;
  /** Those alike enough to be looked at by a person, the likest first. */
  like(title: NamedTitle): { name: Name; alike: number }[];
}

/**
 * A collection of titles. They are held against each other only where they share half of the telling words of the shorter
 * one: of a hundred thousand, that leaves a few.
 */
export function likeTitles<Name extends NamedTitle>(): LikeTitles<Name> {
  const names: { name: Name; words: number }[] = [];
  const byWord = new Map<string, number[]>();
  /** How many telling words each title shares with the one in hand. */
  let shared = new Uint8Array(1024);

  function candidates(key: string): Name[] {
    const lists = [...new Set(key.split(' '))].map((word) => byWord.get(word) ?? []);
    const telling = lists.filter((list) => list.length <= COMMON);
    for (const list of telling) for (const at of list) shared[at]!++;
    const found: Name[] = [];
    for (const list of telling)
      for (const at of list) {
        const { name, words } = names[at]!;
        if (2 * shared[at]! >= Math.min(telling.length, words)) found.push(name);
        shared[at] = 0;
      }
    return found;
  }

  return {
    add(name) {
      const words = new Set(name.key.split(' '));
      const at = names.push({ name, words: words.size }) - 1;
      for (const word of words) {
        const list = byWord.get(word);
        if (list) list.push(at);
        else byWord.set(word, [at]);
      }
      // All zero between a question and the next.
      if (names.length > shared.length) shared = new Uint8Array(shared.length * 2);
    },
    like: ({ key, countries }) =>
      candidates(key)
        .map((name) => ({ name, alike: likeness(key, name.key) }))
        .filter(
          ({ name, alike }) =>
            alike >= (mayBeSamePlace(name.countries, countries) ? ALIKE_IN_ONE_PLACE : ALIKE_ANYWHERE),
        )
        .sort((a, b) => b.alike - a.alike),
  };
}
