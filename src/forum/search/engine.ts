/**
 * Faceted text search in memory (docs/decisions/0005): knows documents and facets, and nothing of practices. An engine is
 * built once from all documents and never changes.
 */
import { gatherColumns } from './columns.ts';
import { facetCounter, MOST_FACETS } from './facet-count.ts';
import { type Before, pageOf, placesBy, type SortKey } from './ordering.ts';
import { gatherPostings } from './postings.ts';
import { textMatcher } from './text-match.ts';
import { parseQuery } from './tokens.ts';

export interface SearchDocument<F extends string> {
  /** Differs from every other document's. */
  id: string;
  /** What the text query looks in. A weight is a whole number from 1: how much more a word counts here. */
  texts: { weight: number; text: string }[];
  values: Record<F, string[]>;
  /** What documents can be sorted by, under the names that `SearchRequest.sort` uses. */
  sortKeys: Record<string, SortKey>;
}

export interface SearchRequest<F extends string> {
  text: string;
  /** The selected values of a facet; none, or no entry, says nothing. */
  selections: Partial<Record<F, string[]>>;
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

export interface Engine<F extends string> {
  /** How many documents there are. */
  size: number;
  /**
   * Finds the documents that hold every word of the text and, in each facet with a selection, one of its values
   * (PRODUCT.md, rule 3: OR inside a facet, AND between facets; total and counts are exact, and each facet's counts ignore
   * its own selection). A text of nothing but spaces asks nothing and matches everything; one with characters but without a
   * word (":-)") matches nothing. Relevance is BM25, or the order in which the documents were given where there is no
   * text. Ties go by id, so pages never overlap. Throws for no text, whatever is in it.
   */
  search(request: SearchRequest<F>): SearchResult<F>;
}

/**
 * Builds an engine; takes time and memory in proportion to the texts. Throws a RangeError where there are more than 32
 * facets, two documents have the same id, or a weight is no whole number from 1.
 */
export function buildEngine<F extends string>(facets: readonly F[], documents: Iterable<SearchDocument<F>>): Engine<F> {
  if (facets.length > MOST_FACETS) throw new RangeError(`At most ${MOST_FACETS} facets, not ${facets.length}`);
  const ids: string[] = [];
  const sortKeys: Record<string, SortKey>[] = [];
  const postings = gatherPostings();
  const gathered = gatherColumns(facets);
  for (const document of documents) {
    ids.push(document.id);
    sortKeys.push(document.sortKeys);
    postings.add(document.texts);
    gathered.add(document.values);
  }
  if (new Set(ids).size < ids.length) throw new RangeError('Two documents have the same id');

  const columns = gathered.finish();
  const match = textMatcher(postings.finish());
  const choose = facetCounter(columns);
  const everything = Uint32Array.from(ids.keys());
  const placesById = placesBy(ids, false, everything);
  const places = new Map<string, Uint32Array>();

  /** Sorted when first asked for: an engine is often built anew before anybody asks for every order. */
  function placesFor(by: string, descending: boolean): Uint32Array {
    const name = `${descending ? '-' : '+'}${by}`;
    let sorted = places.get(name);
    if (!sorted) {
      const keys = sortKeys.map((own) => own[by] ?? null);
      if (keys.every((key) => key === null)) return placesById;
      places.set(name, (sorted = placesBy(keys, descending, placesById)));
    }
    return sorted;
  }

  function orderOf(sort: SearchRequest<F>['sort'], scores: Float64Array | undefined): Before {
    const byKey = 'descending' in sort && sort.by !== 'relevance';
    if (!byKey && scores) {
      return (a, b) => scores[a]! > scores[b]! || (scores[a] === scores[b] && placesById[a]! < placesById[b]!);
    }
    const sorted = byKey ? placesFor(sort.by, sort.descending) : everything;
    return (a, b) => sorted[a]! < sorted[b]!;
  }

  function countsByValue(
    counts: Uint32Array,
    selections: SearchRequest<F>['selections'],
  ): Record<F, Map<string, number>> {
    const named = facets.map((facet, number): [F, Map<string, number>] => {
      const byValue = new Map<string, number>();
      for (const [value, at] of columns.values[number]!) byValue.set(value, counts[at]!);
      for (const value of selections[facet] ?? []) if (!byValue.has(value)) byValue.set(value, 0);
      return [facet, byValue];
    });
    return Object.fromEntries(named) as Record<F, Map<string, number>>;
  }

  return {
    size: ids.length,
    search({ text, selections, sort, offset, limit }) {
      const words = parseQuery(text);
      const matched = words === null ? undefined : match(words);
      const found = choose(
        matched?.documents ?? everything,
        facets.map((facet) => selections[facet] ?? []),
      );
      const page = pageOf(found.documents, orderOf(sort, matched?.scores), offset, limit);
      return {
        total: found.documents.length,
        ids: page.map((document) => ids[document]!),
        counts: countsByValue(found.counts, selections),
      };
    },
  };
}
