import type { Columns } from './columns.ts';

/** Documents by the values of two facets; every number counts documents, each once. */
export interface Crossing {
  /** All that were counted. */
  total: number;
  /** Those that stand in any column. */
  placed: number;
  /** By row, by column, and by both, of those that occur. */
  rows: Map<string, number>;
  columns: Map<string, number>;
  pairs: Map<string, Map<string, number>>;
}

/** What stands at the side and on top: two facets by their numbers. */
export interface CrossedFacets {
  rows: number;
  columns: number;
  /** The column in which a value stands: several values may share one, in which a document then counts once. */
  columnOf: (value: string) => string;
}

/** Counts documents of several segments: for each, those that are to be counted, and its columns. */
export function crossCounts(
  parts: readonly { carried: Columns; documents: Uint32Array }[],
  facets: CrossedFacets,
): Crossing {
  const crossing: Crossing = { total: 0, placed: 0, rows: new Map(), columns: new Map(), pairs: new Map() };
  for (const { carried, documents } of parts) addCounts(crossing, carried, documents, facets);
  return crossing;
}

/** One pass over the documents, on tables of numbers that are made once for all of them. */
function addCounts(crossing: Crossing, carried: Columns, documents: Uint32Array, facets: CrossedFacets): void {
  const { values, facetOf, starts, rows: carriedValues } = carried;
  const sides = placesOf(values[facets.rows]!, facetOf.length, (value) => value);
  const tops = placesOf(values[facets.columns]!, facetOf.length, facets.columnOf);
  const width = tops.names.length;
  const pairs = new Uint32Array(sides.names.length * width);
  const inRow = new Uint32Array(sides.names.length);
  const inColumn = new Uint32Array(width);
  /** The columns of one document, each once, and for each column the last document (from 1) that stood there. */
  const own = new Uint32Array(width);
  const last = new Uint32Array(width);
  let placed = 0;
  for (const document of documents) {
    const from = starts[document]!;
    const to = starts[document + 1]!;
    let count = 0;
    for (let at = from; at < to; at++) {
      const column = tops.placeOf[carriedValues[at]!]!;
      if (column < 0 || last[column] === document + 1) continue;
      last[column] = document + 1;
      own[count++] = column;
      inColumn[column]!++;
    }
    if (count > 0) placed++;
    for (let at = from; at < to; at++) {
      const row = sides.placeOf[carriedValues[at]!]!;
      if (row < 0) continue;
      inRow[row]!++;
      for (let one = 0; one < count; one++) pairs[row * width + own[one]!]!++;
    }
  }
  crossing.total += documents.length;
  crossing.placed += placed;
  add(crossing.columns, tops.names, inColumn);
  add(crossing.rows, sides.names, inRow);
  sides.names.forEach((name, row) => {
    if (inRow[row] === 0) return;
    const byColumn = crossing.pairs.get(name) ?? new Map<string, number>();
    crossing.pairs.set(name, add(byColumn, tops.names, pairs.subarray(row * width, (row + 1) * width)));
  });
}

/** Numbers the names that the values of a facet stand under; for each value of all, the number of its name or -1. */
function placesOf(
  values: ReadonlyMap<string, number>,
  size: number,
  nameOf: (value: string) => string,
): { names: string[]; placeOf: Int32Array } {
  const places = new Map<string, number>();
  const placeOf = new Int32Array(size).fill(-1);
  for (const [value, number] of values) {
    const name = nameOf(value);
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    placeOf[number] = place;
  }
  return { names: [...places.keys()], placeOf };
}

function add(sums: Map<string, number>, names: readonly string[], counts: Uint32Array): Map<string, number> {
  names.forEach((name, at) => {
    if (counts[at]! > 0) sums.set(name, (sums.get(name) ?? 0) + counts[at]!);
  });
  return sums;
}
