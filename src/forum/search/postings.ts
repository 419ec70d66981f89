import { isLocale } from '#vocab/language.ts';
import { numberList } from './number-list.ts';
import type { SearchText } from './search-document.ts';
import { stemOf } from './stems.ts';
import { wordsOf } from './tokens.ts';

/**
 * Which words occur in which documents. Documents are numbered from 0 in the order in which they came. A term is a word in
 * one language: "pays" in an English text is another one than in a French text.
 */
export interface Postings {
  /** Every term, in code-unit order: those of a language together, those that begin alike neighbours. See `termOf`. */
  terms: string[];
  /** The languages that occur. */
  languages: string[];
  /** The terms of a stem, by language and stem as `termOf` joins them. */
  stems: Map<string, number[]>;
  /** Where each term's postings begin in the two columns below, and at the end where the last one's end. */
  starts: Uint32Array;
  documents: Uint32Array;
  /** How often the term occurs there, each occurrence counted by the weight of its field. */
  frequencies: Uint32Array;
  /** Words of each document, weighted likewise. */
  lengths: Float64Array;
  /** The terms of each document in their order, with BREAK after each text; where each document's begin, and the end. */
  tokens: Uint32Array;
  tokenStarts: Uint32Array;
}

/** Stands in `tokens` between two texts: no phrase goes beyond it. */
export const BREAK = 0xffff_ffff;

/** A word or stem of a language as a key. */
export function termOf(language: string, word: string): string {
  return `${language}\0${word}`;
}

/** The word of a term. */
export function wordOf(term: string): string {
  return term.slice(term.indexOf('\0') + 1);
}

/** Gathers postings document by document; texts are read once and not kept. */
export function gatherPostings(): { add(texts: readonly SearchText[]): void; finish(): Postings } {
  const numbers = new Map<string, number>();
  const occurrences = numberList();
  const frequencies = numberList();
  const ends = numberList();
  const tokens = numberList();
  const tokenStarts = numberList();
  const lengths: number[] = [];
  let count = 0;
  let read = 0;
  tokenStarts.push(0);
  return {
    add(texts) {
      let length = 0;
      const weights = new Map<number, number>();
      for (const { weight, text, language = '' } of texts) {
        if (!Number.isSafeInteger(weight) || weight < 1)
          throw new RangeError(`A weight must be a whole number: ${weight}`);
        for (const word of wordsOf(text)) {
          const term = termOf(language, word);
          let number = numbers.get(term);
          if (number === undefined) numbers.set(term, (number = numbers.size));
          weights.set(number, (weights.get(number) ?? 0) + weight);
          tokens.push(number);
          length += weight;
          read++;
        }
        tokens.push(BREAK);
        read++;
      }
      for (const [term, frequency] of weights) {
        occurrences.push(term);
        frequencies.push(frequency);
      }
      count += weights.size;
      ends.push(count);
      tokenStarts.push(read);
      lengths.push(length);
    },
    finish() {
      const gathered = [...numbers.keys()];
      const order = gathered.map((_, term) => term).sort((a, b) => (gathered[a]! < gathered[b]! ? -1 : 1));
      const place = new Uint32Array(gathered.length);
      order.forEach((term, position) => (place[term] = position));
      const terms = order.map((term) => gathered[term]!);
      return {
        terms,
        ...stemsOf(terms),
        ...byTerm(place, occurrences.finish(), frequencies.finish(), ends.finish()),
        lengths: Float64Array.from(lengths),
        tokens: tokens.finish().map((term) => (term === BREAK ? BREAK : place[term]!)),
        tokenStarts: tokenStarts.finish(),
      };
    },
  };
}

function stemsOf(terms: readonly string[]): Pick<Postings, 'languages' | 'stems'> {
  const languages = new Set<string>();
  const stems = new Map<string, number[]>();
  terms.forEach((term, number) => {
    const end = term.indexOf('\0');
    const language = term.slice(0, end);
    languages.add(language);
    if (!isLocale(language)) return;
    const key = termOf(language, stemOf(term.slice(end + 1), language));
    const same = stems.get(key);
    if (same) same.push(number);
    else stems.set(key, [number]);
  });
  return { languages: [...languages], stems };
}

/** Turns rows by document into rows by term, terms in order: a counting sort, which keeps documents ascending. */
function byTerm(
  place: Uint32Array,
  occurrences: Uint32Array,
  frequencies: Uint32Array,
  ends: Uint32Array,
): Pick<Postings, 'starts' | 'documents' | 'frequencies'> {
  const starts = new Uint32Array(place.length + 1);
  for (const term of occurrences) starts[place[term]! + 1]!++;
  for (let term = 0; term < place.length; term++) starts[term + 1]! += starts[term]!;
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
  return { starts, ...sorted };
}
