import { readSheet } from 'read-excel-file/universal';
import { editionOf } from './edition.ts';
import { headerOf, stepsOf, tableOfGrid } from './grid.ts';
import { MOST_SHEETS, MOST_SHEET_XML_BYTES } from './limits.ts';
import { openOfficeFile, repacked } from './office-file.ts';
import { keyOf, scanSheet, type SheetScan } from './sheet-scan.ts';
import { refused, type GridCell, type GridRow, type ReadResult } from './table.ts';
import { sheetsOf } from './workbook.ts';

/** Reads the first visible sheet of a workbook that has the header of a table of practices. */
export async function readXlsx(bytes: Uint8Array, fileName: string): Promise<ReadResult> {
  const parts = await openOfficeFile(bytes, 'xlsx', { bytes: MOST_SHEET_XML_BYTES, tags: Infinity });
  if (!parts.ok) return parts;
  const archive = repacked(parts.value);
  const file = archive.buffer.slice(archive.byteOffset, archive.byteOffset + archive.byteLength) as ArrayBuffer;
  let first: ReadResult | undefined;
  for (const { number, part, hidden } of sheetsOf(parts.value).slice(0, MOST_SHEETS)) {
    if (hidden || !parts.value.has(part)) continue;
    const scan = scanSheet(parts.value, part);
    if (!scan.ok) return scan;
    const rows = gridOf(await readSheet(file, number, { trim: false, parseNumber: numberText }), scan.value);
    const read = await tableOfGrid(stepsOf(rows), (before) => editionOf(before, [], fileName));
    if (headerOf(rows)) return read;
    first ??= read;
  }
  return first ?? refused('import.no-header');
}

/** Excel keeps 8.2 as 8.1999999999999993: the shortest number that is the same one is what was typed. */
const numberText = (text: string): string => {
  const number = Number(text);
  return Number.isFinite(number) ? String(number) : text;
};

function gridOf(data: unknown[][], scan: SheetScan): GridRow[] {
  const rows = data.map((values, row) => ({
    number: row + 1,
    cells: values.map((value, column): GridCell => cellAt(textOf(value), keyOf(row, column), scan)),
  }));
  // The reader leaves out empty cells at the end, among which there may be a formula without a value.
  for (const key of scan.barred.keys()) {
    const [row, column] = key.split(',').map(Number) as [number, number];
    while (rows.length <= row) rows.push({ number: rows.length + 1, cells: [] });
    const { cells } = rows[row]!;
    while (cells.length <= column) cells.push(cellAt('', keyOf(row, cells.length), scan));
  }
  for (const { row, column, rows: more } of scan.repeats) {
    const cell = rows[row]?.cells[column];
    if (!cell || cell.text === '') continue;
    for (const below of rows.slice(row + 1, row + 1 + more)) if (below.cells[column]) below.cells[column] = cell;
  }
  return rows;
}

function cellAt(text: string, key: string, scan: SheetScan): GridCell {
  const barred = scan.barred.get(key);
  const span = scan.spans.get(key);
  const link = scan.links.get(key);
  return { text, ...(barred && { barred }), ...(span && { span }), ...(link && { links: [link] }) };
}

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
};
