import { excerpt, problemOf, tidied, verbatim } from './cell-text.ts';
import { foldHeader } from './fold-header.ts';
import { readHeader, type HeaderReading } from './headers.ts';
import { MOST_COLUMNS, MOST_ROWS } from './limits.ts';
import { isSectionRow } from './section-rows.ts';
import { refused, type GridCell, type GridRow, type RawRow, type ReadResult, type Step } from './table.ts';

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

/** Reads the rows below a header, one by one, by what their columns mean. */
export interface RowReader {
  /** Null for a row that is none: blank, the header again, the heading of a part. */
  read(row: GridRow): Step<RawRow> | null;
  /** The heading under which the last row stood. */
  section(): string;
  /** "#4" for a fourth column that held something but has no header. */
  nameless(): string[];
}

/** A reader for the rows below `head`, the row with the header; those before the first heading stand under `section`. */
export function rowReader(head: GridRow, header: HeaderReading, section = ''): RowReader {
  const width = head.cells.length;
  const headings = head.cells.map((cell) => foldHeader(cell.text));
  const named = head.cells.map((cell) => !isBlank(cell));
  const nameless = new Set<number>();
  let standing = section;
  let count = 0;
  return {
    section: () => standing,
    nameless: () => [...nameless].sort((a, b) => a - b).map((position) => `#${position + 1}`),
    read(row) {
      const filled = row.cells.flatMap((cell, position) => (isBlank(cell) ? [] : [{ cell, position }]));
      if (filled.length === 0) return null;
      for (const { position } of filled) if (position < width && !named[position]) nameless.add(position);
      if (filled.every(({ cell, position }) => cell.text !== '' && foldHeader(cell.text) === headings[position]))
        return null;
      if (!header.exchange && isSectionRow(filled, width, header.columns)) {
        standing = tidied(filled[0]!.cell.text).replaceAll('\n', ' ');
        return null;
      }
      if (++count > MOST_ROWS) return refused('import.too-many-rows', { most: MOST_ROWS });
      if (filled.at(-1)!.position >= MOST_COLUMNS)
        return refused('import.too-many-columns', { most: MOST_COLUMNS, row: row.number });
      return { ok: true, value: rawRow(row, width, header, standing) };
    },
  };
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

/**
 * The table of a single grid, a sheet or a delimited text, whose rows are read as they are asked for. `editionFrom` is given
 * the lines before the header.
 */
export async function tableOfGrid(
  rows: AsyncIterable<Step<GridRow>> | Iterable<Step<GridRow>>,
  editionFrom: (linesBefore: string[]) => number | null,
): Promise<ReadResult> {
  const coming = rowsInTurn(rows);
  const first: GridRow[] = [];
  while (first.length < HEADER_WITHIN_ROWS) {
    const { done, value: step } = await coming.next();
    if (done) break;
    if (!step.ok) return step;
    first.push(step.value);
  }
  const found = headerOf(first);
  const header = checkedHeader(found?.reading);
  if (!header.ok) return header;
  const head = first[found!.at]!;
  if (head.cells.length > MOST_COLUMNS)
    return refused('import.too-many-columns', { most: MOST_COLUMNS, row: head.number });
  const reader = rowReader(head, header.value);
  const before = first.slice(0, found!.at).map((row) => row.cells.map((cell) => cell.text).join(' '));
  return importTable(
    header.value,
    editionFrom(before),
    reader.nameless,
    rowsRead(first.slice(found!.at + 1), coming, reader),
  );
}

async function* rowsInTurn(
  rows: AsyncIterable<Step<GridRow>> | Iterable<Step<GridRow>>,
): AsyncGenerator<Step<GridRow>> {
  yield* rows;
}

async function* rowsRead(
  first: readonly GridRow[],
  coming: AsyncIterable<Step<GridRow>>,
  reader: RowReader,
): AsyncGenerator<Step<RawRow>> {
  for (const row of first) {
    const read = reader.read(row);
    if (read) yield read;
    if (read?.ok === false) return;
  }
  for await (const step of coming) {
    const read = step.ok ? reader.read(step.value) : step;
    if (read) yield read;
    if (read?.ok === false) return;
  }
}

/** Puts together what was found; `nameless` tells the columns without a header, when all rows have been read. */
export function importTable(
  header: HeaderReading,
  edition: number | null,
  nameless: () => string[],
  rows: AsyncIterable<Step<RawRow>>,
): ReadResult {
  const { columns, exchange, unknown } = header;
  const unknownHeaders = () => [...unknown, ...nameless()];
  return { ok: true, table: { columns, unknownHeaders, rows, edition: exchange ? null : edition, exchange } };
}

/** Rows that are all there already, as steps. */
export async function* stepsOf<Row>(rows: Iterable<Row>): AsyncGenerator<Step<Row>> {
  for (const row of rows) yield { ok: true, value: row };
}
