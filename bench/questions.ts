import { stemOf } from '../src/forum/search/stems.ts';
import { type Facet, FACETS, randomFrom, SHAPES, skewed, wordFor } from './corpus.ts';

/** One question of the mix, as any engine can be asked: whole words, or the beginning of one. */
export interface Question {
  kind: string;
  words: string[];
  /** The words are beginnings of words. */
  beginning: boolean;
  selections: Partial<Record<Facet, string[]>>;
}

const KINDS: [kind: string, facets: number, words: (random: () => number) => string[], beginning?: true][] = [
  ['nothing asked', 0, () => []],
  ['one facet', 1, () => []],
  ['two facets', 2, () => []],
  ['three facets', 3, () => []],
  ['common word', 0, (random) => [wordFor(Math.floor(random() * 20))]],
  ['rare word', 0, (random) => [wordFor(5_000 + Math.floor(random() * 10_000))]],
  ['two words', 0, (random) => [wordFor(Math.floor(random() * 200)), wordFor(Math.floor(random() * 200))]],
  ['common word and a facet', 1, (random) => [wordFor(Math.floor(random() * 20))]],
  ['two words and two facets', 2, (random) => [wordFor(Math.floor(random() * 60)), wordFor(Math.floor(random() * 60))]],
  ['beginning of a word', 0, (random) => [beginning(random)], true],
];

/** A beginning that has no stem of its own: by its stem ours would find more than its peers are asked for. */
function beginning(random: () => number): string {
  for (;;) {
    const begins = wordFor(300 + Math.floor(random() * 3_000)).slice(0, 5);
    if (stemOf(begins, 'en') === begins) return begins;
  }
}

/** The mix: 200 questions, the same at every run, twenty of each kind. */
export function questions(): Question[] {
  const random = randomFrom(10);
  return Array.from({ length: 20 }, () =>
    KINDS.map(([kind, facets, words, beginning = false]): Question => {
      const chosen = new Set<Facet>();
      while (chosen.size < facets) chosen.add(FACETS[Math.floor(random() * FACETS.length)]!);
      const selections = Object.fromEntries(
        [...chosen].map((facet) => [
          facet,
          [...new Set([0, 0].map(() => String(skewed(random, SHAPES[facet].values))))].slice(
            0,
            1 + (random() < 0.4 ? 1 : 0),
          ),
        ]),
      );
      return { kind, words: [...new Set(words(random))], beginning, selections };
    }),
  ).flat();
}
