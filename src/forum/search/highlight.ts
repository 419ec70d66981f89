import { wordOf } from './postings.ts';
import { OWN_WEIGHT, type Query } from './query.ts';
import type { Segment } from './segment.ts';
import type { TermQuery } from './text-match.ts';
import { wordsOf } from './tokens.ts';

/** Whether a folded word is among what a query found. */
export type Hits = (word: string) => boolean;

/** A piece of a text, and whether it was found. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** A range of words beginning alike is named by its beginning: there may be thousands. */
const NAMED = 50;

/** Which words a query found, from its terms in each segment. */
export function hitsOf(query: Query, segments: readonly Segment[], terms: readonly TermQuery[]): Hits {
  const named = new Set<string>();
  const beginnings: string[] = [];
  query.wanted.forEach((wish, number) =>
    wish.forEach((way, place) => {
      // The "of" of "transfers of money" alone means nothing to whoever asked for remittances.
      if (way.phrase && way.weight < OWN_WEIGHT) return;
      way.words.forEach(({ word, how }, at) => {
        if (how === 'begin') beginnings.push(word);
        else named.add(word);
        segments.forEach(({ postings }, segment) => {
          const expansions = terms[segment]!.wanted[number]![place]!.words[at]!;
          const few = expansions.toSorted((a, b) => b.factor - a.factor).slice(0, NAMED);
          for (const { term } of few) named.add(wordOf(postings.terms[term]!));
        });
      });
    }),
  );
  return (word) => named.has(word) || beginnings.some((beginning) => word.startsWith(beginning));
}

/** Letters and digits with what stands between them in one word: marks, a point in "10.7", an apostrophe in "l’emploi". */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Cf}\u0640]|[.'’](?=[\p{L}\p{N}]))*/gu;

/** A text cut into pieces that were found and pieces that were not. Together they are the text, whatever is in it. */
export function piecesOf(text: string, hits: Hits): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!wordsOf(word).some(hits)) continue;
    if (index > done) pieces.push({ text: text.slice(done, index), hit: false });
    pieces.push({ text: word, hit: true });
    done = index + word.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false });
  return pieces;
}
