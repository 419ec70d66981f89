import type { Columns } from './columns.ts';

/** What is left of some documents once facets are selected. Valid until the next count: the columns are used again. */
export interface FacetCount {
  documents: Uint32Array;
  /** By value number: the documents it would give, its own facet's selection ignored (PRODUCT.md, rule 3). */
  counts: Uint32Array;
}

/** As many facets as a whole number of 32 bits has room for. */
export const MOST_FACETS = 32;

/**
 * Makes the function that applies selections and counts. `selections` has an entry for each facet, in their order;
 * inside one OR, between them AND, and an empty one says nothing.
 *
 * One pass serves all facets: a document that meets every selection counts for all its values, and one that fails a
 * single facet counts for its values in that facet alone, since only there is the failing selection ignored.
 */
export function facetCounter(
  columns: Columns,
): (candidates: Uint32Array, selections: readonly (readonly string[])[]) => FacetCount {
  const { values, facetOf, starts, rows, frequencies } = columns;
  const size = starts.length - 1;
  const counts = new Uint32Array(facetOf.length);
  const chosen = new Uint32Array(facetOf.length);
  const hits = new Uint32Array(size);

  function countAll(document: number): void {
    for (let at = starts[document]!; at < starts[document + 1]!; at++) counts[rows[at]!]!++;
  }

  function countIn(facet: number, document: number): void {
    for (let at = starts[document]!; at < starts[document + 1]!; at++) {
      if (facetOf[rows[at]!] === facet) counts[rows[at]!]!++;
    }
  }

  /** The facets, as bits, in which the document carries a chosen value. */
  function met(document: number): number {
    let bits = 0;
    for (let at = starts[document]!; at < starts[document + 1]!; at++) bits |= chosen[rows[at]!]!;
    return bits;
  }

  return (candidates, selections) => {
    let wanted = 0;
    chosen.fill(0);
    selections.forEach((selection, facet) => {
      if (selection.length > 0) wanted |= 1 << facet;
      for (const value of selection) {
        const number = values[facet]!.get(value);
        if (number !== undefined) chosen[number] = 1 << facet;
      }
    });
    if (wanted === 0) {
      if (candidates.length === size) return { documents: candidates, counts: frequencies };
      counts.fill(0);
      for (const document of candidates) countAll(document);
      return { documents: candidates, counts };
    }
    counts.fill(0);
    let count = 0;
    for (const document of candidates) {
      const failed = wanted & ~met(document);
      if (failed === 0) {
        hits[count++] = document;
        countAll(document);
      } else if ((failed & (failed - 1)) === 0) countIn(31 - Math.clz32(failed), document);
    }
    return { documents: hits.subarray(0, count), counts };
  };
}
