import type { Columns } from './columns.ts';

/** What is left of some documents once facets are selected. Valid until the next count: the columns are used again. */
export interface FacetCount {
  documents: Uint32Array;
  /** By value number: the documents it would give, its own facet's selection ignored (PRODUCT.md, rule 3). */
  counts: Uint32Array;
}

/** Applies selections to documents that are alive, and counts. `living` lists all that are alive. */
export type FacetCounter = (
  candidates: Uint32Array,
  living: Uint32Array,
  selections: readonly (readonly string[])[],
) => FacetCount;

/** As many facets as a whole number of 32 bits has room for. */
export const MOST_FACETS = 32;

/**
 * Makes the function that applies selections and counts. `selections` has an entry for each facet, in their order;
 * inside one OR, between them AND, and an empty one says nothing.
 *
 * One pass serves all facets: a document that meets every selection counts for all its values, and one that fails a
 * single facet counts for its values in that facet alone, since only there is the failing selection ignored. Documents
 * are passed 32 at a time, as bits; only those that count for something are looked at one by one.
 */
export function facetCounter(columns: Columns): FacetCounter {
  const { values, facetOf, starts, rows, frequencies, holders } = columns;
  const size = starts.length - 1;
  const words = (size + 31) >>> 5;
  const counts = new Uint32Array(facetOf.length);
  const hits = new Uint32Array(size);
  /** Documents that fail one facet alone, and that facet. */
  const near = new Uint32Array(size);
  const failing = new Uint8Array(size);
  const among = new Uint32Array(words);
  /** By facet: the documents with a selected value. */
  const meeting = values.map(() => new Uint32Array(0));

  function countAll(document: number, one: 1 | -1): void {
    for (let at = starts[document]!; at < starts[document + 1]!; at++) counts[rows[at]!]! += one;
  }

  function countIn(facet: number, document: number): void {
    for (let at = starts[document]!; at < starts[document + 1]!; at++) {
      if (facetOf[rows[at]!] === facet) counts[rows[at]!]!++;
    }
  }

  function mark(bits: Uint32Array, documents: Uint32Array): void {
    for (const document of documents) bits[document >>> 5]! |= 1 << (document & 31);
  }

  function marksOf(facet: number, selection: readonly string[]): Uint32Array {
    if (meeting[facet]!.length === 0) meeting[facet] = new Uint32Array(words);
    const bits = meeting[facet]!.fill(0);
    for (const value of selection) {
      const number = values[facet]!.get(value);
      if (number !== undefined)
        mark(bits, holders.documents.subarray(holders.starts[number], holders.starts[number + 1]));
    }
    return bits;
  }

  /** Counts documents for all their values; where they are most of all, by taking the others from what all have. */
  function countEvery(documents: Uint32Array, living: Uint32Array): void {
    if (documents.length * 2 <= living.length) {
      counts.fill(0);
      for (const document of documents) countAll(document, 1);
      return;
    }
    counts.set(frequencies);
    if (documents.length === living.length) return;
    among.fill(0);
    mark(among, documents);
    for (const document of living) {
      if ((among[document >>> 5]! & (1 << (document & 31))) === 0) countAll(document, -1);
    }
  }

  return (candidates, living, selections) => {
    const facets = selections.flatMap((selection, facet) => (selection.length > 0 ? [facet] : []));
    if (facets.length === 0) {
      countEvery(candidates, living);
      return { documents: candidates, counts };
    }
    const marks = facets.map((facet) => marksOf(facet, selections[facet]!));
    among.fill(0);
    mark(among, candidates);
    let count = 0;
    let nearly = 0;
    for (let word = 0; word < words; word++) {
      const present = among[word]!;
      if (present === 0) continue;
      let failed = 0;
      let failedTwice = 0;
      for (const bits of marks) {
        failedTwice |= failed & ~bits[word]!;
        failed |= ~bits[word]!;
      }
      for (let left = present & ~failed; left !== 0; left &= left - 1)
        hits[count++] = (word << 5) + 31 - Math.clz32(left & -left);
      for (let left = present & failed & ~failedTwice; left !== 0; left &= left - 1) {
        const bit = left & -left;
        const facet = marks.findIndex((bits) => (bits[word]! & bit) === 0);
        near[nearly] = (word << 5) + 31 - Math.clz32(bit);
        failing[nearly++] = facets[facet]!;
      }
    }
    const documents = hits.subarray(0, count);
    countEvery(documents, living);
    for (let at = 0; at < nearly; at++) countIn(failing[at]!, near[at]!);
    return { documents, counts };
  };
}
