import { SaxesParser } from 'saxes';
import type { Notice } from '#platform/languages.ts';
import type { Parts } from './archive.ts';
import { MOST_COLUMNS, MOST_SHEET_ROWS } from './limits.ts';
import { refused, type Step } from './table.ts';
import { localName, targetsOf } from './workbook.ts';

/** What the values of a sheet do not tell. Rows and columns are counted from 0; keys are those of `keyOf`. */
export interface SheetScan {
  /** Cells that hold a formula, or the error of one, in place of a text. */
  barred: Map<string, { read: string; why: Notice }>;
  /** How many columns a cell is merged over. */
  spans: Map<string, number>;
  /** Cells merged over several rows: the rows below the first that repeat its value. */
  repeats: { row: number; column: number; rows: number }[];
  links: Map<string, string>;
}

export const keyOf = (row: number, column: number): string => `${row},${column}`;

/**
 * Looks through the XML of a sheet for what must be known before its values are read: formulas, errors, merged cells, links,
 * and cells so far out that a reader would fill up the memory before them.
 */
export function scanSheet(parts: Parts, part: string): Step<SheetScan> {
  const scan: SheetScan = { barred: new Map(), spans: new Map(), repeats: [], links: new Map() };
  const targets = targetsOf(parts, part);
  const parser = new SaxesParser();
  let cell: { row: number; column: number } | null = null;
  let formula: string | null = null;
  let outside: 'rows' | 'columns' | 'place' | null = null;
  let rows = 0;

  parser.on('opentag', ({ name, attributes }) => {
    const kind = localName(name);
    if (kind === 'row') rows = Math.max(rows + 1, Number(attributes.r ?? 0));
    else if (kind === 'c') {
      cell = placeOf(attributes.r ?? '');
      if (!cell) outside ??= 'place';
      else if (cell.column >= MOST_COLUMNS) outside ??= 'columns';
      else if (cell.row > MOST_SHEET_ROWS) outside ??= 'rows';
      else if (attributes.t === 'e')
        scan.barred.set(keyOf(cell.row, cell.column), { read: '', why: { key: 'import.error-value' } });
    } else if (kind === 'f') formula = '';
    else if (kind === 'mergeCell') merge(scan, attributes.ref ?? '');
    else if (kind === 'hyperlink') {
      const place = placeOf((attributes.ref ?? '').split(':')[0]!);
      const id = Object.keys(attributes).find((key) => localName(key) === 'id');
      const address = id === undefined ? undefined : targets.get(attributes[id]!);
      if (place && address && /^[a-z][a-z\d+.-]*:/i.test(address))
        scan.links.set(keyOf(place.row, place.column), address);
    }
    if (!(rows <= MOST_SHEET_ROWS + 1)) outside ??= 'rows';
  });
  parser.on('text', (text) => {
    if (formula !== null && formula.length < 400) formula += text;
  });
  parser.on('closetag', ({ name }) => {
    if (localName(name) !== 'f' || formula === null) return;
    if (cell) scan.barred.set(keyOf(cell.row, cell.column), { read: `=${formula}`, why: { key: 'import.formula' } });
    formula = null;
  });

  const xml = parts.get(part)?.toString('utf8') ?? '';
  for (let at = 0; at < xml.length && !outside; at += CHUNK) parser.write(xml.slice(at, at + CHUNK));
  if (outside === 'columns') return refused('import.too-many-columns', { most: MOST_COLUMNS, row: rows });
  if (outside === 'rows') return refused('import.too-many-rows', { most: MOST_SHEET_ROWS });
  if (outside) return refused('import.unreadable', { extension: 'xlsx' });
  parser.close();
  return { ok: true, value: scan };
}

const CHUNK = 1 << 16;

/** "B3" is row 2, column 1. */
function placeOf(reference: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (!letters || !digits || Number(digits) < 1) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

function merge(scan: SheetScan, reference: string): void {
  const [first, last] = reference.split(':').map(placeOf);
  if (!first || !last) return;
  if (last.column > first.column) scan.spans.set(keyOf(first.row, first.column), last.column - first.column + 1);
  if (last.row > first.row) scan.repeats.push({ ...first, rows: last.row - first.row });
}
