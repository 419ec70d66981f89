import { excerpt, problemOf, tidied, verbatim } from './cell-text.ts';
import { foldHeader, readHeader, type HeaderReading } from './headers.ts';
import { MOST_COLUMNS, MOST_ROWS } from './limits.ts';
import { isSectionRow } from './section-rows.ts';
import {
  refused,
  type GridCell,
  type GridRow,
  type ImportTable,
  type RawRow,
  type ReadResult,
  type Step,
} from './table.ts';

/** A header further down than this is a row of the table. */
const HEADER_WITHIN_ROWS = 200;

/**
 * The row that is most like a header, and what it says; undefined where none says a practice's name or, without it, at least
 * two things we know.
 */
export function headerOf(rows: readonly GridRow[]): { at: number; reading: HeaderReading } | undefined {
  let best: { at: number; reading: HeaderReading } | undefined;
  for (const [at, row] of rows.slice(0, HEADER_WITHIN_ROWS).entries()) {
    if (row.cells.length > MOST_COLUMNS && best) break;
    const headers = row.cells.slice(0, MOST_COLUMNS + 1).map(headerText);
    const reading = readHeader(headers);
    const named = reading.columns.some(({ field }) => field === 'title');
    const alone = headers.filter((header) => header !== '').length === 1;
    const enough = reading.columns.length >= 2 || (named && reading.score >= 2 && alone);
    if (enough && (!best || reading.score > best.reading.score)) best = { at, reading };
  }
  return best;
}

const headerText = (cell: GridCell): string =>
  cell.barred ? '' : tidied(cell.text.slice(0, 500)).replaceAll('\n', ' ');

/** The header found, or why the file is refused: none, a column twice, no column for the name. */
export function checkedHeader(found: HeaderReading | undefined): Step<HeaderReading> {
  if (!found) return refused('import.no-header');
  if (found.twice) return refused('import.column-twice', { first: found.twice[0], second: found.twice[1] });
  if (!found.columns.some(({ field }) => field === 'title')) {
    return refused('import.no-title-column', { found: found.columns.map(({ header }) => header).join(', ') });
  }
  return { ok: true, value: found };
}

/** The rows below the header row `at`, by what their columns mean. `rows` is the whole grid. */
export function rowsBelow(rows: readonly GridRow[], at: number, header: HeaderReading, section = ''): Step<RawRow[]> {
  const width = rows[at]!.cells.length;
  const headings = rows[at]!.cells.map((cell) => foldHeader(cell.text));
  const found: RawRow[] = [];
  let standing = section;
  for (const row of rows.slice(at + 1)) {
    const filled = row.cells.flatMap((cell, position) => (isBlank(cell) ? [] : [{ cell, position }]));
    if (filled.length === 0) continue;
    if (filled.every(({ cell, position }) => cell.text !== '' && foldHeader(cell.text) === headings[position]))
      continue;
    if (!header.exchange && isSectionRow(filled, width, header.columns)) {
      standing = tidied(filled[0]!.cell.text).replaceAll('\n', ' ');
      continue;
    }
    if (found.length === MOST_ROWS) return refused('import.too-many-rows', { most: MOST_ROWS });
    if (filled.at(-1)!.position >= MOST_COLUMNS) {
      return refused('import.too-many-columns', { most: MOST_COLUMNS, row: row.number });
    }
    found.push(rawRow(row, width, header, standing));
  }
  return { ok: true, value: found };
}

const isBlank = (cell: GridCell): boolean => !cell.barred && cell.text.trim() === '';

function rawRow(row: GridRow, width: number, header: HeaderReading, section: string): RawRow {
  const raw: RawRow = { number: row.number, section, cells: {}, problems: [] };
  const links: string[] = [];
  for (const { field, header: column, position } of header.columns) {
    const cell = row.cells[position] ?? { text: '' };
    const why = cell.barred?.why ?? problemOf(cell.text);
    if (why) raw.problems.push({ column, read: excerpt(cell.barred?.read ?? cell.text), why });
    else raw.cells[field] = header.exchange ? verbatim(cell.text) : tidied(cell.text);
    if (field === 'title' && cell.links) links.push(...cell.links);
  }
  if (links.length > 0) {
    const written = raw.cells.links;
    raw.cells.links = typeof written === 'string' && written !== '' ? [written, ...links] : links;
  }
  const beyond = row.cells.slice(width).filter((cell) => !isBlank(cell));
  if (beyond.length > 0) {
    const read = excerpt(beyond.map((cell) => cell.text).join(' | '));
    raw.problems.push({ column: '', read, why: { key: 'import.more-cells-than-headers', values: { count: width } } });
  }
  return raw;
}

/** The table of a single grid: a sheet or a delimited text. */
export function tableOfGrid(
  rows: readonly GridRow[],
  editionFrom: (linesBefore: string[]) => number | null,
): ReadResult {
  const found = headerOf(rows);
  const header = checkedHeader(found?.reading);
  if (!header.ok) return header;
  const at = found!.at;
  if (rows[at]!.cells.length > MOST_COLUMNS)
    return refused('import.too-many-columns', { most: MOST_COLUMNS, row: rows[at]!.number });
  const below = rowsBelow(rows, at, header.value);
  if (!below.ok) return below;
  const before = rows.slice(0, at).map((row) => row.cells.map((cell) => cell.text).join(' '));
  return { ok: true, table: importTable(header.value, namelessColumns(rows, at), below.value, editionFrom(before)) };
}

/** Puts together what was found. */
export function importTable(
  header: HeaderReading,
  nameless: string[],
  rows: RawRow[],
  edition: number | null,
): ImportTable {
  const { columns, exchange, unknown } = header;
  return { columns, unknownHeaders: [...unknown, ...nameless], rows, edition: exchange ? null : edition, exchange };
}

/** "#4" for a fourth column that holds something but has no header. */
export function namelessColumns(rows: readonly GridRow[], at: number): string[] {
  return rows[at]!.cells.flatMap((cell, position) =>
    isBlank(cell) && rows.slice(at + 1).some((row) => row.cells[position] && !isBlank(row.cells[position]))
      ? [`#${position + 1}`]
      : [],
  );
}
