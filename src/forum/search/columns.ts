import { numberList } from './number-list.ts';

/** The facet values of every document. Values are numbered through all facets in the order of their first appearance. */
export interface Columns {
  /** The values of each facet: what is written, and its number. Facets are in the order they were given. */
  values: Map<string, number>[];
  /** The facet of each value. */
  facetOf: Uint8Array;
  /** Where each document's row of values begins, and at the end where the last one's ends. */
  starts: Uint32Array;
  rows: Uint32Array;
  /** How many documents carry each value: of a segment, those alive. */
  frequencies: Uint32Array;
  /** By value number: the documents that carry it, buried ones too; `starts` as above. */
  holders: { starts: Uint32Array; documents: Uint32Array };
}

/** Gathers columns document by document. A value given twice in a facet of one document counts once. */
export function gatherColumns<F extends string>(
  facets: readonly F[],
): { add(values: Record<F, readonly string[]>): void; finish(): Columns } {
  const values = facets.map(() => new Map<string, number>());
  const facetOf: number[] = [];
  const frequencies: number[] = [];
  const starts = numberList();
  const rows = numberList();
  let length = 0;
  starts.push(0);
  return {
    add(carried) {
      facets.forEach((name, facet) => {
        for (const value of new Set(carried[name])) {
          let number = values[facet]!.get(value);
          if (number === undefined) {
            values[facet]!.set(value, (number = facetOf.length));
            facetOf.push(facet);
            frequencies.push(0);
          }
          frequencies[number]!++;
          rows.push(number);
          length++;
        }
      });
      starts.push(length);
    },
    finish() {
      const columns = {
        values,
        facetOf: Uint8Array.from(facetOf),
        starts: starts.finish(),
        rows: rows.finish(),
        frequencies: Uint32Array.from(frequencies),
      };
      return { ...columns, holders: holdersOf(columns) };
    },
  };
}

/** Turns rows by document into rows by value, documents ascending. */
function holdersOf({ starts, rows, frequencies }: Omit<Columns, 'holders'>): Columns['holders'] {
  const ends = new Uint32Array(frequencies.length + 1);
  frequencies.forEach((frequency, value) => (ends[value + 1] = ends[value]! + frequency));
  const next = ends.slice();
  const documents = new Uint32Array(rows.length);
  for (let document = 0; document < starts.length - 1; document++)
    for (let at = starts[document]!; at < starts[document + 1]!; at++) documents[next[rows[at]!]!++] = document;
  return { starts: ends, documents };
}
