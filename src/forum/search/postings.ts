import { numberList } from './number-list.ts';
import { wordsOf } from './tokens.ts';

/** Which words occur in which documents. Documents are numbered from 0 in the order in which they came. */
export interface Postings {
  /** Every word of every document, in code-unit order: the words that begin alike are neighbours. */
  terms: string[];
  /** Where each term's postings begin in the two columns below, and at the end where the last one's end. */
  starts: Uint32Array;
  documents: Uint32Array;
  /** How often the term occurs there, each occurrence counted by the weight of its field. */
  frequencies: Uint32Array;
  /** Words of each document, weighted likewise. */
  lengths: Float64Array;
}

/** Gathers postings document by document; texts are read once and not kept. */
export function gatherPostings(): {
  add(texts: readonly { weight: number; text: string }[]): void;
  finish(): Postings;
} {
  const numbers = new Map<string, number>();
  const occurrences = numberList();
  const frequencies = numberList();
  const ends = numberList();
  const lengths: number[] = [];
  let count = 0;
  return {
    add(texts) {
      let length = 0;
      const weights = new Map<number, number>();
      for (const { weight, text } of texts) {
        if (!Number.isSafeInteger(weight) || weight < 1)
          throw new RangeError(`A weight must be a whole number: ${weight}`);
        for (const word of wordsOf(text)) {
          let term = numbers.get(word);
          if (term === undefined) numbers.set(word, (term = numbers.size));
          weights.set(term, (weights.get(term) ?? 0) + weight);
          length += weight;
        }
      }
      for (const [term, frequency] of weights) {
        occurrences.push(term);
        frequencies.push(frequency);
      }
      count += weights.size;
      ends.push(count);
      lengths.push(length);
    },
    finish: () => ({
      ...byTerm([...numbers.keys()], occurrences.finish(), frequencies.finish(), ends.finish()),
      lengths: Float64Array.from(lengths),
    }),
  };
}

/** Turns rows by document into rows by term, terms in order: a counting sort, which keeps documents ascending. */
function byTerm(
  words: string[],
  occurrences: Uint32Array,
  frequencies: Uint32Array,
  ends: Uint32Array,
): Omit<Postings, 'lengths'> {
  const order = words.map((_, term) => term).sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
  const place = new Uint32Array(words.length);
  order.forEach((term, position) => (place[term] = position));
  const starts = new Uint32Array(words.length + 1);
  for (const term of occurrences) starts[place[term]! + 1]!++;
  for (let term = 0; term < words.length; term++) starts[term + 1]! += starts[term]!;
  const next = starts.slice();
  const sorted = {
    documents: new Uint32Array(occurrences.length),
    frequencies: new Uint32Array(occurrences.length),
  };
  for (let document = 0, at = 0; document < ends.length; document++) {
    for (; at < ends[document]!; at++) {
      const to = next[place[occurrences[at]!]!]!++;
      sorted.documents[to] = document;
      sorted.frequencies[to] = frequencies[at]!;
    }
  }
  return { terms: order.map((term) => words[term]!), starts, ...sorted };
}
