import { termOf, wordOf } from './postings.ts';
import type { QueryWord } from './query.ts';
import type { Segment } from './segment.ts';
import { STEMMED, stemOf } from './stems.ts';
import { isCode } from './tokens.ts';
import { oneErrorApart, typingErrors } from './typing-errors.ts';

/** A term that a query word stands for, and how much it counts. */
export interface Expansion {
  term: number;
  factor: number;
}

/** The word itself counts most, then words of its stem, then those that begin with it, then what it may be misspelt for. */
export const FACTORS = { itself: 10, stem: 9, beginning: 6, error: 5 };
/** From this length on, in letters, one typing error is forgiven. */
export const FORGIVEN_FROM = 5;

/** The terms of a segment that a query word stands for as it is written; those that only buried documents hold are none. */
export function expansionsOf(segment: Segment, { word, how }: QueryWord): Expansion[] {
  const { postings, holding } = segment;
  const factors = new Map<number, number>();
  const take = (term: number, factor: number) => {
    if (holding[term]! > 0 && (factors.get(term) ?? 0) < factor) factors.set(term, factor);
  };
  for (const language of postings.languages) {
    const key = termOf(language, word);
    const from = firstWhere(postings.terms, 0, (term) => term >= key);
    if (postings.terms[from] === key) take(from, FACTORS.itself);
    if (how !== 'begin') continue;
    for (let term = from; postings.terms[term]?.startsWith(key); term++) take(term, FACTORS.beginning);
  }
  if (how !== 'exact') {
    for (const language of STEMMED)
      for (const term of postings.stems.get(termOf(language, stemOf(word, language))) ?? []) take(term, FACTORS.stem);
  }
  return [...factors].map(([term, factor]) => ({ term, factor }));
}

/** Whether a term is the word as it was typed, or begins with it. */
export function isTyped({ factor }: Expansion): boolean {
  return factor !== FACTORS.stem;
}

/** The terms of a word, and those that it may be misspelt for. */
export function withErrors(found: readonly Expansion[], errors: readonly Expansion[]): Expansion[] {
  const known = new Set(found.map(({ term }) => term));
  return [...found, ...errors.filter(({ term }) => !known.has(term))];
}

/** Whether an error in a word is forgiven where no term is as it was typed. */
export function forgives({ word, how }: QueryWord): boolean {
  return how === 'begin' && word.length >= FORGIVEN_FROM && /^\p{L}+$/u.test(word);
}

/** The terms of a segment that are one typing error away from a word. */
export function errorsOf({ postings, holding }: Segment, { word }: QueryWord): Expansion[] {
  const found: Expansion[] = [];
  postings.terms.forEach((term, number) => {
    if (holding[number]! > 0 && oneErrorApart(wordOf(term), word)) found.push({ term: number, factor: FACTORS.error });
  });
  return found;
}

/** The word most like one that is nowhere, of those in the segments: fewest errors (two at most), then the most frequent. */
export function wordLike(segments: readonly Segment[], word: string): string | null {
  let best: { word: string; errors: number; holding: number } | null = null;
  const most = word.length < FORGIVEN_FROM ? 1 : 2;
  for (const { postings, holding } of segments) {
    postings.terms.forEach((term, number) => {
      const other = wordOf(term);
      if (holding[number] === 0 || isCode(other) || other.length < 3) return;
      const errors = typingErrors(word, other, most);
      if (errors === null) return;
      const better =
        !best ||
        errors < best.errors ||
        (errors === best.errors &&
          (holding[number]! > best.holding || (holding[number] === best.holding && other < best.word)));
      if (better) best = { word: other, errors, holding: holding[number]! };
    });
  }
  return (best as { word: string } | null)?.word ?? null;
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
