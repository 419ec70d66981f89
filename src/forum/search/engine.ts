/**
 * Faceted text search in memory (docs/decisions/0005): knows documents and facets, and nothing of practices. A large segment
 * that is built once, and a small one with what changed since.
 */
import { errorsOf, type Expansion, expansionsOf, forgives, isTyped, withErrors, wordLike } from './expansion.ts';
import { crossCounts, type Crossing } from './cross-count.ts';
import { facetCounter, MOST_FACETS } from './facet-count.ts';
import { type Hits, hitsOf } from './highlight.ts';
import { compareKeys, pageOf, placesBy } from './ordering.ts';
import type { Query, Way } from './query.ts';
import type { SearchDocument, SortKey } from './search-document.ts';
import { gatherSegment, type Segment } from './segment.ts';
import { type Similar, similarIn, type SimilarityRequest } from './similar.ts';
import { type TermQuery, textMatcher } from './text-match.ts';

/** Which documents are meant. */
export interface Selected<F extends string> {
  /** Null asks nothing and matches everything. */
  query: Query | null;
  /** The selected values of a facet; none, or no entry, says nothing. */
  selections: Partial<Record<F, string[]>>;
}

export interface SearchRequest<F extends string> extends Selected<F> {
  /** Strings are sorted in code-unit order, and documents without a key come last. */
  sort: { by: 'relevance' } | { by: string; descending: boolean };
  /** How many documents to leave out, from 0, and how many to give then. */
  offset: number;
  limit: number;
}

export interface SearchResult<F extends string> {
  total: number;
  /** Of the asked page, in order. */
  ids: string[];
  /** For every facet all the values that any document carries, and those selected though no document does, which have 0. */
  counts: Record<F, Map<string, number>>;
}

/**
 * What to count by two facets: the documents that a search of the same selection finds. A selection of a facet that is
 * itself counted by is applied like any other: only documents with a selected value count, and those for all their values.
 */
export interface CrossRequest<F extends string> extends Selected<F> {
  rows: F;
  columns: F;
  /** The column in which a value of the facet stands; several may share one. */
  columnOf: (value: string) => string;
}

export interface Engine<F extends string> {
  /** How many documents there are. */
  readonly size: number;
  /** How many of them came by `put`. Where they are many, a new engine built from all of them is faster. */
  readonly changed: number;
  /** Takes these documents up, in the place of those with the same id. Takes time by how many ever were put. */
  put(documents: Iterable<SearchDocument<F>>): void;
  /** Takes documents out; one that is not there is passed over. */
  remove(ids: Iterable<string>): void;
  /**
   * Finds the documents that meet every wish of the query, and nothing unwanted, and in each facet with a selection carry
   * one of its values (PRODUCT.md, rule 3: OR inside a facet, AND between facets; total and counts are exact, and each
   * facet's counts ignore its own selection). Relevance is BM25. Ties go by id, so pages never overlap.
   */
  search(request: SearchRequest<F>): SearchResult<F>;
  /** Which words of a text a query found. */
  hits(query: Query): Hits;
  /** How many documents carry a value of the one facet and a value of the other, for every pair that occurs. */
  cross(request: CrossRequest<F>): Crossing;
  /** The documents most like one, and in what; see similar.ts. */
  similar(request: SimilarityRequest<F>): Similar<F>[];
  /** The word most like one that is nowhere; null where none is like it. */
  wordLike(word: string): string | null;
}

/**
 * Gathers an engine document by document, for whoever has other things to do in between. Takes time and memory in
 * proportion to the texts. Throws a RangeError where there are more than 32 facets, two documents have the same id, or a
 * weight is no whole number from 1.
 */
export function gatherEngine<F extends string>(
  facets: readonly F[],
): { add(document: SearchDocument<F>): void; finish(): Engine<F> } {
  if (facets.length > MOST_FACETS) throw new RangeError(`At most ${MOST_FACETS} facets, not ${facets.length}`);
  const gathered = gatherSegment(facets);
  return { add: (document) => gathered.add(document), finish: () => engineOn(facets, gathered.finish()) };
}

/** Builds an engine from all its documents at once; see `gatherEngine`. */
export function buildEngine<F extends string>(facets: readonly F[], documents: Iterable<SearchDocument<F>>): Engine<F> {
  const gathered = gatherEngine(facets);
  for (const document of documents) gathered.add(document);
  return gathered.finish();
}

function engineOn<F extends string>(facets: readonly F[], segment: Segment): Engine<F> {
  const main = searcherOf(segment);
  const changed = new Map<string, SearchDocument<F>>();
  let fresh: Searcher | null = null;

  function searchers(): Searcher[] {
    if (changed.size === 0) return [main];
    if (!fresh) {
      const gathered = gatherSegment(facets);
      for (const document of changed.values()) gathered.add(document);
      fresh = searcherOf(gathered.finish());
    }
    return [main, fresh];
  }

  const segments = () => searchers().map((searcher) => searcher.segment);

  return {
    get size() {
      return segment.living + changed.size;
    },
    get changed() {
      return changed.size;
    },
    put(documents) {
      for (const document of documents) {
        segment.bury(document.id);
        changed.set(document.id, document);
        fresh = null;
      }
    },
    remove(ids) {
      for (const id of ids) {
        segment.bury(id);
        changed.delete(id);
      }
      fresh = null;
    },
    search: (request) => searchIn(facets, searchers(), request),
    hits(query) {
      const all = segments();
      return hitsOf(query, all, inTermsOf(all, query));
    },
    cross({ rows, columns, columnOf, ...selected }) {
      const found = foundIn(facets, searchers(), selected);
      return crossCounts(found, { rows: facets.indexOf(rows), columns: facets.indexOf(columns), columnOf });
    },
    similar: (request) => similarIn(segments(), facets, request),
    wordLike: (word) => wordLike(segments(), word),
  };
}

/** A segment with what searching it needs, which is used again from search to search. */
type Searcher = ReturnType<typeof searcherOf>;

function searcherOf(segment: Segment) {
  const { ids, sortKeys } = segment;
  let living = Uint32Array.from(ids.keys());
  const placesById = placesBy(ids, false, living);
  const places = new Map<string, Uint32Array>();
  return {
    segment,
    text: textMatcher(segment),
    choose: facetCounter(segment.columns),
    placesById,
    /** The documents alive. */
    living(): Uint32Array {
      if (living.length !== segment.living) living = living.filter((document) => segment.alive[document] === 1);
      return living;
    },
    /** Sorted when first asked for: a segment is often built anew before anybody asks for every order. */
    placesFor(by: string, descending: boolean): Uint32Array {
      const name = `${descending ? '-' : '+'}${by}`;
      let sorted = places.get(name);
      if (!sorted) {
        const keys = sortKeys.map((own) => own[by] ?? null);
        places.set(name, (sorted = placesBy(keys, descending, placesById)));
      }
      return sorted;
    },
  };
}

/** The documents of a selection in each segment, for whoever asks for no order and no facets. Valid until the next search. */
function foundIn<F extends string>(facets: readonly F[], searchers: Searcher[], { query, selections }: Selected<F>) {
  const matched = query === null ? null : matchedIn(searchers, query, false);
  const chosen = facets.map((facet) => selections[facet] ?? []);
  const anyChosen = chosen.some((selection) => selection.length > 0);
  return searchers.map(({ segment, choose, living }, number) => {
    const candidates = matched?.[number]!.documents ?? living();
    const documents = anyChosen ? choose(candidates, living(), chosen).documents : candidates;
    return { carried: segment.columns, documents };
  });
}

function searchIn<F extends string>(
  facets: readonly F[],
  searchers: Searcher[],
  { query, selections, sort, offset, limit }: SearchRequest<F>,
): SearchResult<F> {
  const matched = query === null ? null : matchedIn(searchers, query, sort.by === 'relevance');
  const chosen = facets.map((facet) => selections[facet] ?? []);
  const counts = facets.map(() => new Map<string, number>());
  const rows: Row[] = [];
  let total = 0;
  searchers.forEach((searcher, number) => {
    const { segment, choose, placesById } = searcher;
    const found = choose(matched?.[number]!.documents ?? searcher.living(), searcher.living(), chosen);
    total += found.documents.length;
    segment.columns.values.forEach((values, facet) => {
      const byValue = counts[facet]!;
      for (const [value, at] of values) {
        if (segment.columns.frequencies[at]! === 0) continue;
        byValue.set(value, (byValue.get(value) ?? 0) + found.counts[at]!);
      }
    });

    const scores = matched?.[number]!.scores;
    const sorted = 'descending' in sort ? searcher.placesFor(sort.by, sort.descending) : placesById;
    const before =
      'descending' in sort || !scores
        ? (a: number, b: number) => sorted[a]! < sorted[b]!
        : (a: number, b: number) =>
            scores[a]! > scores[b]! || (scores[a] === scores[b] && placesById[a]! < placesById[b]!);
    // With one segment its page is the page; with two either may have all that comes before it.
    const from = searchers.length === 1 ? offset : 0;
    for (const document of pageOf(found.documents, before, from, offset + limit - from)) {
      const key = 'descending' in sort ? (segment.sortKeys[document]![sort.by] ?? null) : null;
      rows.push({ id: segment.ids[document]!, score: scores?.[document] ?? 0, key });
    }
  });
  if (searchers.length > 1) {
    const compare = 'descending' in sort ? byKey(sort.descending) : byScore;
    rows.sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1));
    rows.splice(0, offset);
  }
  facets.forEach((_, facet) => {
    for (const value of chosen[facet]!) if (!counts[facet]!.has(value)) counts[facet]!.set(value, 0);
  });
  return {
    total,
    ids: rows.slice(0, limit).map(({ id }) => id),
    counts: Object.fromEntries(facets.map((facet, number) => [facet, counts[number]!])) as SearchResult<F>['counts'],
  };
}

/** A document of a page, with what decides its place among those of another segment. */
interface Row {
  id: string;
  score: number;
  key: SortKey;
}

const byScore = (a: Row, b: Row): number => b.score - a.score;
const byKey =
  (descending: boolean) =>
  (a: Row, b: Row): number =>
    compareKeys(a.key, b.key, descending);

/** What a query finds in each segment, with scores that know of all of them. */
function matchedIn(searchers: Searcher[], query: Query, scored: boolean) {
  const terms = inTermsOf(
    searchers.map(({ segment }) => segment),
    query,
  );
  const matches = searchers.map(({ text }, number) => text.match(terms[number]!));
  const size = searchers.reduce((sum, { segment }) => sum + segment.living, 0);
  const corpus = scored && {
    size,
    averageLength: searchers.reduce((sum, { segment }) => sum + segment.length, 0) / size,
    holding: query.wanted.map((_, wish) => matches.reduce((sum, { holding }) => sum + holding[wish]!, 0)),
  };
  return searchers.map(({ text }, number) => ({
    documents: matches[number]!.documents,
    scores: text.score(corpus || null),
  }));
}

/** A query in the terms of each segment. An error of typing is forgiven where no term is the word or begins with it. */
function inTermsOf(segments: readonly Segment[], { wanted, unwanted }: Query): TermQuery[] {
  const ways = (way: Way) => {
    const words = way.words.map((word) => {
      const found = segments.map((segment) => expansionsOf(segment, word));
      if (!forgives(word) || found.some((expansions) => expansions.some(isTyped))) return found;
      return segments.map((segment, number) => withErrors(found[number]!, errorsOf(segment, word)));
    });
    return segments.map((_, number) => ({ ...way, words: words.map((found): Expansion[] => found[number]!) }));
  };
  const wantedWays = wanted.map((wish) => wish.map(ways));
  const unwantedWays = unwanted.map(ways);
  return segments.map((_, number) => ({
    wanted: wantedWays.map((wish) => wish.map((way) => way[number]!)),
    unwanted: unwantedWays.map((way) => way[number]!),
  }));
}
