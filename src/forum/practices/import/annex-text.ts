import { parseGcmRefs } from '#vocab/gcm.ts';
import { parseSdgRefs } from '#vocab/sdg-references.ts';
import { parseYears } from '../years.ts';
import { readHeader, type HeaderReading } from './headers.ts';
import { MOST_COLUMNS } from './limits.ts';
import { isSectionRow } from './section-rows.ts';
import type { GridRow } from './table.ts';

/** A cell of such a text: the line on which it begins (from 1), and its lines. */
interface TextCell {
  line: number;
  text: string;
}

/**
 * The grid of an annex copied as text: each cell begins on a line of its own with a tab, its further paragraphs are lines
 * without one, and blank lines stand anywhere. Rows are not marked: they are as long as the header, and a heading of a part
 * is one cell between them. Null where there is no header written in this way.
 */
export function annexGrid(text: string): { rows: GridRow[]; linesBefore: string[] } | null {
  const lines = text.split(/\r\n|[\n\r]/);
  const cells = cellsOf(lines);
  const header = findHeader(cells);
  if (!header) return null;
  const { at, width, reading } = header;
  const rows: GridRow[] = [rowOf(cells.slice(at, at + width))];
  for (let next = at + width; next < cells.length;) {
    const length = isSectionAt(cells, next, width, reading) ? 1 : width;
    rows.push(rowOf(cells.slice(next, next + length)));
    if (length === 1) rows.at(-1)!.cells[0]!.span = width;
    next += length;
  }
  return { rows, linesBefore: lines.slice(0, cells[at]!.line - 1).filter((line) => line.trim() !== '') };
}

const rowOf = (cells: TextCell[]): GridRow => ({ number: cells[0]!.line, cells: cells.map(({ text }) => ({ text })) });

function cellsOf(lines: string[]): TextCell[] {
  const cells: TextCell[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.startsWith('\t')) cells.push({ line: at + 1, text: line.slice(1) });
    else if (cells.length > 0) cells.at(-1)!.text += `\n${line}`;
  }
  return cells;
}

/** The longest run of cells that are all headers, each known. */
function findHeader(cells: TextCell[]): { at: number; width: number; reading: HeaderReading } | null {
  const fields = cells.map(({ text }) =>
    text.length <= 200 ? readHeader([text.trim()]).columns[0]?.field : undefined,
  );
  for (let at = 0; at < cells.length; at++) {
    let width = 0;
    while (width < MOST_COLUMNS && fields[at + width] && !fields.slice(at, at + width).includes(fields[at + width]))
      width++;
    if (width < 2 || !fields.slice(at, at + width).includes('title')) continue;
    return { at, width, reading: readHeader(cells.slice(at, at + width).map(({ text }) => text.trim())) };
  }
  return null;
}

/**
 * Whether the cell at `at` is the heading of a part: it stands as one, and the cells behind it are a row's in their order
 * at least as well as those from it on.
 */
function isSectionAt(cells: TextCell[], at: number, width: number, header: HeaderReading): boolean {
  const text = cells[at]!.text.trim();
  if (text === '') return false;
  const section = isSectionRow([{ cell: { text }, position: 0 }], width, header.columns);
  return section && fitOf(cells.slice(at + 1, at + 1 + width), header) > fitOf(cells.slice(at, at + width), header);
}

/** How well cells stand in their columns: references and dates that can be read, less those that cannot. */
function fitOf(cells: TextCell[], { columns }: HeaderReading): number {
  let fit = 0;
  for (const { field, position } of columns) {
    const text = cells[position]?.text.trim();
    if (!text) continue;
    if (field === 'sdg') fit += parseSdgRefs(text).refused.length === 0 ? 2 : -2;
    if (field === 'gcm') fit += parseGcmRefs(text).refused.length === 0 ? 2 : -2;
    if (field === 'dates') fit += parseYears(text).ok ? 1 : -1;
  }
  return fit;
}
