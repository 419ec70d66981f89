import { annexGrid } from './annex-text.ts';
import { DELIMITERS, delimitedRows } from './delimited.ts';
import { editionOf } from './edition.ts';
import { stepsOf, tableOfGrid } from './grid.ts';
import type { ReadResult } from './table.ts';

/** Reads a .csv or .tsv, row by row, from its text in pieces. */
export function readDelimited(
  text: AsyncIterable<string>,
  fileName: string,
  delimiters = DELIMITERS,
): Promise<ReadResult> {
  return tableOfGrid(delimitedRows(text, delimiters), (before) => editionOf(before, [], fileName));
}

/** Reads a .txt: an annex as it is copied out of a document, or a table with tabs between its cells. */
export function readText(text: string, fileName: string): Promise<ReadResult> {
  const annex = annexGrid(text);
  if (annex) return tableOfGrid(stepsOf(annex.rows), () => editionOf(annex.linesBefore, [], fileName));
  return readDelimited(piecesOf(text), fileName, ['\t']);
}

async function* piecesOf(text: string): AsyncGenerator<string> {
  yield text;
}
