import { BREAK, wordOf } from './postings.ts';
import type { Segment } from './segment.ts';
import { isCode } from './tokens.ts';

/** A document that is like another, and in what. */
export interface Similar<F extends string> {
  id: string;
  /** The values that both carry, by facet; only facets with some. */
  values: Partial<Record<F, string[]>>;
  /** Words that both use and few others do, the rarest first. */
  words: string[];
}

export interface SimilarityRequest<F extends string> {
  id: string;
  /** The facets whose values make documents alike. */
  facets: readonly F[];
  /** How many of a document's texts, from its first on, are looked at for words. */
  texts: number;
  limit: number;
}

/** Only so many, the likest by their values, are read for words they share. */
const READ = 60;
const WORDS_TOLD = 3;
/** A word says something where it has so many letters and is in at most this share of all documents. */
const SPEAKING = { letters: 5, share: 0.15 };
/** What a shared word counts beside a shared value of the same rarity. */
const WORD_SHARE = 0.4;

/**
 * The documents most like one: those that share values with it, each counting by its rarity, and words. None that shares no
 * value. `names` are the facets of the segments in their order. Empty where the document is not there.
 */
export function similarIn<F extends string>(
  segments: readonly Segment[],
  names: readonly F[],
  { id, facets, texts, limit }: SimilarityRequest<F>,
): Similar<F>[] {
  const own = segments
    .map((segment) => ({ segment, document: segment.ids.indexOf(id) }))
    .find(({ segment, document }) => document >= 0 && segment.alive[document] === 1);
  if (!own) return [];
  const size = segments.reduce((sum, { living }) => sum + living, 0);
  const rarity = (holding: number): number => Math.log(1 + size / holding);
  const numbers = facets.map((facet) => names.indexOf(facet));
  const values = valuesOf(own.segment, own.document, numbers);
  const terms = termsOf(own.segment, own.document, texts);

  const alike = segments.flatMap((segment) => {
    const scores = new Map<number, number>();
    for (const { facet, value } of values) {
      const holding = segments.reduce((sum, { columns }) => {
        const number = columns.values[facet]!.get(value);
        return sum + (number === undefined ? 0 : columns.frequencies[number]!);
      }, 0);
      const number = segment.columns.values[facet]!.get(value);
      if (number === undefined) continue;
      const { starts, documents } = segment.columns.holders;
      for (let at = starts[number]!; at < starts[number + 1]!; at++) {
        const document = documents[at]!;
        if (segment.alive[document] === 1 && (segment !== own.segment || document !== own.document))
          scores.set(document, (scores.get(document) ?? 0) + rarity(holding));
      }
    }
    return [...scores].map(([document, score]) => ({ segment, document, id: segment.ids[document]!, score }));
  });

  const likest = alike.sort(byScore).slice(0, READ);
  const read = likest.map(({ segment, document, id: other, score }) => {
    const shared = [...termsOf(segment, document, texts)]
      .filter((term) => terms.has(term))
      .map((term) => ({ term, holding: holdingOf(segments, term) }))
      .filter(({ holding }) => holding <= Math.max(2, size * SPEAKING.share))
      .sort((a, b) => a.holding - b.holding || (a.term < b.term ? -1 : 1));
    const carried = valuesOf(segment, document, numbers).map(keyOf);
    const both = values.filter((value) => carried.includes(keyOf(value)));
    return {
      id: other,
      score: shared.reduce((sum, { holding }) => sum + WORD_SHARE * rarity(holding), score),
      values: Object.fromEntries(
        facets.flatMap((facet, at) => {
          const list = both.filter((value) => value.facet === numbers[at]).map(({ value }) => value);
          return list.length > 0 ? [[facet, list]] : [];
        }),
      ) as Partial<Record<F, string[]>>,
      words: [...new Set(shared.map(({ term }) => wordOf(term)))].slice(0, WORDS_TOLD),
    };
  });
  return read
    .sort(byScore)
    .slice(0, limit)
    .map(({ score: _, ...similar }) => similar);
}

const byScore = (a: { score: number; id: string }, b: { score: number; id: string }): number =>
  b.score - a.score || (a.id < b.id ? -1 : 1);
const keyOf = ({ facet, value }: { facet: number; value: string }): string => `${facet} ${value}`;

function valuesOf({ columns }: Segment, document: number, facets: readonly number[]) {
  const numbers = new Set(columns.rows.subarray(columns.starts[document], columns.starts[document + 1]));
  return facets.flatMap((facet) =>
    [...columns.values[facet]!].filter(([, number]) => numbers.has(number)).map(([value]) => ({ facet, value })),
  );
}

/** The speaking terms of a document's first texts. */
function termsOf({ postings }: Segment, document: number, texts: number): Set<string> {
  const found = new Set<string>();
  let text = 0;
  for (let at = postings.tokenStarts[document]!; at < postings.tokenStarts[document + 1]! && text < texts; at++) {
    const token = postings.tokens[at]!;
    if (token === BREAK) text++;
    else {
      const term = postings.terms[token]!;
      const word = wordOf(term);
      if (word.length >= SPEAKING.letters && !isCode(word)) found.add(term);
    }
  }
  return found;
}

/** How many documents alive hold a term. */
function holdingOf(segments: readonly Segment[], term: string): number {
  return segments.reduce((sum, { postings, holding }) => {
    let low = 0;
    let high = postings.terms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (postings.terms[middle]! < term) low = middle + 1;
      else high = middle;
    }
    return sum + (postings.terms[low] === term ? holding[low]! : 0);
  }, 0);
}
