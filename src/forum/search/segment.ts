import { type Columns, gatherColumns } from './columns.ts';
import { BREAK, gatherPostings, type Postings } from './postings.ts';
import type { SearchDocument } from './search-document.ts';

/**
 * Documents indexed once and for all. A document that has changed since is buried: it stays where it is and counts no more,
 * its newer state being in another segment.
 */
export interface Segment {
  ids: string[];
  sortKeys: SearchDocument<string>['sortKeys'][];
  postings: Postings;
  columns: Columns;
  /** By document: 1 until it is buried. */
  alive: Uint8Array;
  /** By term: the documents alive that hold it. */
  holding: Uint32Array;
  /** The documents alive, and the words of them all, weighted. */
  living: number;
  length: number;
  /** Has no effect on a document that is not here, or is buried. */
  bury(id: string): void;
}

/** Gathers a segment document by document. `finish` throws a RangeError where two documents have the same id. */
export function gatherSegment<F extends string>(
  facets: readonly F[],
): { add(document: SearchDocument<F>): void; finish(): Segment } {
  const ids: string[] = [];
  const sortKeys: Segment['sortKeys'] = [];
  const postings = gatherPostings();
  const columns = gatherColumns(facets);
  return {
    add(document) {
      ids.push(document.id);
      sortKeys.push(document.sortKeys);
      postings.add(document.texts);
      columns.add(document.values);
    },
    finish: () => segmentOf(ids, sortKeys, postings.finish(), columns.finish()),
  };
}

function segmentOf(ids: string[], sortKeys: Segment['sortKeys'], postings: Postings, columns: Columns): Segment {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  if (numbers.size < ids.length) throw new RangeError('Two documents have the same id');
  const { starts, tokens, tokenStarts, lengths } = postings;
  const segment: Segment = {
    ids,
    sortKeys,
    postings,
    columns,
    alive: new Uint8Array(ids.length).fill(1),
    holding: Uint32Array.from({ length: postings.terms.length }, (_, term) => starts[term + 1]! - starts[term]!),
    living: ids.length,
    length: lengths.reduce((sum, length) => sum + length, 0),
    bury(id) {
      const document = numbers.get(id);
      if (document === undefined || segment.alive[document] === 0) return;
      segment.alive[document] = 0;
      segment.living--;
      segment.length -= lengths[document]!;
      const terms = new Set(tokens.subarray(tokenStarts[document], tokenStarts[document + 1]));
      terms.delete(BREAK);
      for (const term of terms) segment.holding[term]!--;
      for (let at = columns.starts[document]!; at < columns.starts[document + 1]!; at++)
        columns.frequencies[columns.rows[at]!]!--;
    },
  };
  return segment;
}
