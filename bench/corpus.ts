import type { SearchDocument } from '../src/forum/search/search-document.ts';

/** Facets as a practice has them: how many values there are, and how many a document carries at most. */
export const SHAPES = {
  goal: { values: 17, most: 4 },
  target: { values: 169, most: 5 },
  gcm: { values: 23, most: 4 },
  country: { values: 195, most: 6 },
  region: { values: 22, most: 4 },
  theme: { values: 45, most: 4 },
  kind: { values: 7, most: 1 },
  status: { values: 3, most: 1 },
  year: { values: 12, most: 3 },
};
export type Facet = keyof typeof SHAPES;
export const FACETS = Object.keys(SHAPES) as Facet[];
export const VOCABULARY = 20_000;

/** Numbers from 0 to 1, the same at every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A rank below `many`, the chance of each falling with its number, as Zipf has it. */
export const skewed = (random: () => number, many: number): number => Math.floor(many ** random()) - 1;

/** A made-up word for a rank: syllables, so that words share beginnings. */
export function wordFor(rank: number): string {
  const syllables = ['mi', 'gra', 'tion', 'la', 'bour', 're', 'mo', 'ta', 'fi', 'sud', 'pro', 'ne', 'lo', 'cal', 'da'];
  let word = '';
  for (let left = rank + syllables.length; left > 0; left = Math.floor(left / syllables.length)) {
    word += syllables[left % syllables.length];
  }
  return word;
}

/** Synthetic practices, the same at every run: a title of 8 words, a summary of 80, all facets. */
export function corpus(size: number): SearchDocument<Facet>[] {
  const random = randomFrom(2020);
  const text = (words: number) => Array.from({ length: words }, () => wordFor(skewed(random, VOCABULARY))).join(' ');
  return Array.from({ length: size }, (_, document) => {
    const values = {} as Record<Facet, string[]>;
    for (const facet of FACETS) {
      const { values: many, most } = SHAPES[facet];
      const carried = Array.from({ length: 1 + Math.floor(random() * most) }, () => String(skewed(random, many)));
      values[facet] = [...new Set(carried)];
    }
    return {
      id: String(document).padStart(9, '0'),
      texts: [
        { weight: 4, text: text(8), language: 'en' },
        { weight: 1, text: text(80), language: 'en' },
      ],
      values,
      sortKeys: { start: 2000 + Math.floor(random() * 25) },
    };
  });
}
