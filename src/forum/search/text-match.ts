import type { Expansion } from './expansion.ts';
import type { Segment } from './segment.ts';

/** A way to meet a wish (query.ts), its words replaced by the terms of a segment that they stand for. */
export interface TermWay {
  words: Expansion[][];
  phrase: boolean;
  weight: number;
}

/** A query in the terms of a segment. */
export interface TermQuery {
  wanted: TermWay[][];
  unwanted: TermWay[];
}

/** How the documents of all segments are: what BM25 needs to know of them. */
export interface Corpus {
  size: number;
  averageLength: number;
  /** By wish: how many documents meet it. */
  holding: number[];
}

/** Matches in two steps, since scores need to know what was found in all segments. */
export interface TextMatcher {
  /** The documents alive that meet every wish and nothing unwanted, ascending or not, and how many meet each wish. */
  match(query: TermQuery): { documents: Uint32Array; holding: number[] };
  /** Scores for the documents last matched, by document; without a corpus only ends the match. One call after each match. */
  score(corpus: Corpus | null): Float64Array;
}

// BM25's usual constants: how soon a word said again stops counting, and how much long documents are held back.
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;
/** Occurrences are counted in these parts: the weight of a way times the factor of a term, 10 each at most. */
const PARTS = 100;

/**
 * Makes the matcher of a segment. Relevance is BM25 over weighted fields: occurrences and lengths are counted by the
 * weights of their fields (Robertson, Zaragoza and Taylor, "Simple BM25 Extension to Multiple Weighted Fields", 2004). A
 * wish counts as one term that occurs wherever any of its ways does; a way of several words as often as the rarest of them.
 */
export function textMatcher({ postings, alive }: Segment): TextMatcher {
  const { starts, documents, frequencies, lengths, tokens, tokenStarts } = postings;
  const size = lengths.length;
  const scores = new Float64Array(size);
  const candidates = new Uint32Array(size);
  const column = () => ({ often: new Uint32Array(size), found: new Uint32Array(size), count: 0 });
  type Column = ReturnType<typeof column>;
  /** One for each wish of the largest query so far. They are all zero between a match and the next. */
  const wishes: Column[] = [];
  const spare = { first: column(), next: column(), unwanted: column() };
  let used = 0;
  let matched = 0;

  function clear(one: Column): void {
    for (let at = 0; at < one.count; at++) one.often[one.found[at]!] = 0;
    one.count = 0;
  }

  function add(into: Column, document: number, often: number): void {
    if (into.often[document] === 0) into.found[into.count++] = document;
    into.often[document]! += often;
  }

  function gather(into: Column, terms: readonly Expansion[], weight: number): void {
    for (const { term, factor } of terms) {
      for (let at = starts[term]!; at < starts[term + 1]!; at++) {
        const document = documents[at]!;
        if (alive[document] === 1) add(into, document, frequencies[at]! * factor * weight);
      }
    }
  }

  /** Adds what a way finds to a column. */
  function gatherWay(into: Column, { words, phrase, weight }: TermWay): void {
    const [one, ...others] = words;
    if (others.length === 0) return gather(into, one ?? [], weight);
    const { first, next } = spare;
    gather(first, one!, weight);
    for (const word of others) {
      gather(next, word, weight);
      for (let at = 0; at < first.count; at++) {
        const document = first.found[at]!;
        first.often[document] = Math.min(first.often[document]!, next.often[document]!);
      }
      clear(next);
    }
    const marks = phrase ? words.map((word) => new Set(word.map(({ term }) => term))) : [];
    for (let at = 0; at < first.count; at++) {
      const document = first.found[at]!;
      if (first.often[document]! > 0 && (!phrase || standTogether(document, marks)))
        add(into, document, first.often[document]!);
    }
    clear(first);
  }

  function standTogether(document: number, marks: readonly Set<number>[]): boolean {
    const own = tokens.subarray(tokenStarts[document], tokenStarts[document + 1]);
    // Looked for by the word that stands for fewest terms, and by the machine's own search: a text may have a hundred thousand words.
    const rarest = marks.reduce((best, mark, place) => (mark.size < marks[best]!.size ? place : best), 0);
    for (const term of marks[rarest]!) {
      for (let at = own.indexOf(term, rarest); at >= 0; at = own.indexOf(term, at + 1)) {
        if (marks.every((mark, place) => mark.has(own[at - rarest + place]!))) return true;
      }
    }
    return false;
  }

  function keepOnly(holds: (document: number) => boolean): void {
    let kept = 0;
    for (let at = 0; at < matched; at++) {
      const document = candidates[at]!;
      if (holds(document)) candidates[kept++] = document;
    }
    matched = kept;
  }

  return {
    match({ wanted, unwanted }) {
      used = wanted.length;
      while (wishes.length < used) wishes.push(column());
      wanted.forEach((ways, number) => ways.forEach((way) => gatherWay(wishes[number]!, way)));
      matched = 0;
      if (used > 0) {
        const { found, count } = wishes[0]!;
        candidates.set(found.subarray(0, count));
        matched = count;
      } else for (let document = 0; document < size; document++) if (alive[document]) candidates[matched++] = document;
      for (const { often } of wishes.slice(1, used)) keepOnly((document) => often[document]! > 0);
      if (unwanted.length > 0) {
        unwanted.forEach((way) => gatherWay(spare.unwanted, way));
        keepOnly((document) => spare.unwanted.often[document] === 0);
        clear(spare.unwanted);
      }
      return {
        documents: candidates.subarray(0, matched),
        holding: wishes.slice(0, used).map(({ count }) => count),
      };
    },
    score(corpus) {
      if (corpus) {
        for (let at = 0; at < matched; at++) scores[candidates[at]!] = 0;
        wishes.slice(0, used).forEach(({ often }, wish) => {
          const holding = corpus.holding[wish]!;
          const rarity = Math.log(1 + (corpus.size - holding + 0.5) / (holding + 0.5));
          for (let at = 0; at < matched; at++) {
            const document = candidates[at]!;
            const times = often[document]! / PARTS;
            const held = 1 - LENGTH_SHARE + (LENGTH_SHARE * lengths[document]!) / corpus.averageLength;
            scores[document]! += (rarity * times * (SATURATION + 1)) / (times + SATURATION * held);
          }
        });
      }
      for (const wish of wishes.slice(0, used)) clear(wish);
      return scores;
    },
  };
}
