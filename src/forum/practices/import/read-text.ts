import { annexGrid } from './annex-text.ts';
import { delimitedGrid } from './delimited.ts';
import { editionOf } from './edition.ts';
import { tableOfGrid } from './grid.ts';
import type { ReadResult } from './table.ts';

/** Reads a .csv or .tsv. */
export function readDelimited(text: string, fileName: string): ReadResult {
  const grid = delimitedGrid(text);
  return grid.ok ? tableOfGrid(grid.value, (before) => editionOf(before, [], fileName)) : grid;
}

/** Reads a .txt: an annex as it is copied out of a document, or a table with tabs between its cells. */
export function readText(text: string, fileName: string): ReadResult {
  const annex = annexGrid(text);
  if (annex) return tableOfGrid(annex.rows, () => editionOf(annex.linesBefore, [], fileName));
  const grid = delimitedGrid(text, ['\t']);
  return grid.ok ? tableOfGrid(grid.value, (before) => editionOf(before, [], fileName)) : grid;
}
