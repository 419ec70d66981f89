import type { Postings } from './postings.ts';
import type { QueryWord } from './tokens.ts';

/** The documents in which every word of a query occurs. Valid until the next match: the columns are used again. */
export interface TextMatch {
  documents: Uint32Array;
  /** By document number; what stands at a document that did not match means nothing. */
  scores: Float64Array;
}

// BM25's usual constants: how soon a word said again stops counting, and how much long documents are held back.
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;

/**
 * Makes the function that matches and scores. Relevance is BM25 over weighted fields: occurrences and lengths are
 * counted by the weights of their fields (Robertson, Zaragoza and Taylor, "Simple BM25 Extension to Multiple Weighted
 * Fields", 2004). A query word that matches several terms counts as one term that occurs wherever any of them does.
 */
export function textMatcher(postings: Postings): (words: readonly QueryWord[]) => TextMatch {
  const { starts, documents, frequencies, lengths } = postings;
  const size = lengths.length;
  const average = lengths.reduce((sum, length) => sum + length, 0) / size;
  const held = lengths.map((length) => SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / average));
  const scores = new Float64Array(size);
  const frequency = new Float64Array(size);
  const found = new Uint32Array(size);
  const candidates = new Uint32Array(size);

  /** Adds up, for each document, how often the word occurs; leaves those documents in `found` and says how many. */
  function gather(word: QueryWord): number {
    const [from, to] = termsOf(postings.terms, word);
    let count = 0;
    for (let at = starts[from]!; at < starts[to]!; at++) {
      const document = documents[at]!;
      if (frequency[document] === 0) found[count++] = document;
      frequency[document]! += frequencies[at]!;
    }
    return count;
  }

  return (words) => {
    let count = 0;
    words.forEach((word, position) => {
      if (position > 0 && count === 0) return;
      const holding = gather(word);
      const rarity = Math.log(1 + (size - holding + 0.5) / (holding + 0.5));
      const among = position === 0 ? found : candidates;
      const many = position === 0 ? holding : count;
      count = 0;
      for (let at = 0; at < many; at++) {
        const document = among[at]!;
        const often = frequency[document]!;
        if (often === 0) continue;
        const score = (rarity * often * (SATURATION + 1)) / (often + held[document]!);
        scores[document] = position === 0 ? score : scores[document]! + score;
        candidates[count++] = document;
      }
      for (let at = 0; at < holding; at++) frequency[found[at]!] = 0;
    });
    return { documents: candidates.subarray(0, count), scores };
  };
}

/** The range of terms that a query word matches: itself, or all that begin with it. */
function termsOf(terms: readonly string[], { word, exact }: QueryWord): [from: number, to: number] {
  const from = firstWhere(terms, 0, (term) => term >= word);
  if (exact) return [from, terms[from] === word ? from + 1 : from];
  return [from, firstWhere(terms, from, (term) => !term.startsWith(word))];
}

/** The first position from `low` on at which `holds`, where it holds ever after; the length where it never does. */
function firstWhere(terms: readonly string[], low: number, holds: (term: string) => boolean): number {
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(terms[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
