import { CsvError, parse } from 'csv-parse/sync';
import { unguardFormula } from '../exchange.ts';
import { headerOf } from './grid.ts';
import { MOST_ROWS } from './limits.ts';
import { refused, type GridCell, type GridRow, type Step } from './table.ts';

const DELIMITERS = [',', ';', '\t'];
/** Enough to see a header; a delimiter is told by it. */
const LOOKED_AT_CHARACTERS = 500_000;
const LOOKED_AT_RECORDS = 50;

/** Room for what stands before the header. */
const MOST_RECORDS = MOST_ROWS + 500;

/** The records of a delimited text, numbered from 1 as a spreadsheet numbers them. The delimiter is that of the header. */
export function delimitedGrid(text: string, delimiters = DELIMITERS): Step<GridRow[]> {
  // Excel's own way of saying it, in a first line.
  const said = /^sep=([,;\t])\r?\n/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const delimiter = said?.[1] ?? delimiterOf(body, delimiters);
  try {
    const records = recordsOf(body, delimiter, MOST_RECORDS);
    if (records.length === MOST_RECORDS) return refused('import.too-many-rows', { most: MOST_ROWS });
    const before = said ? 1 : 0;
    return { ok: true, value: records.map((cells, at) => ({ number: at + 1 + before, cells: cells.map(cellOf) })) };
  } catch (error) {
    const lines = error instanceof CsvError && typeof error.lines === 'number' ? error.lines : 0;
    return refused('import.delimited-broken', { line: lines });
  }
}

function delimiterOf(text: string, delimiters: string[]): string {
  const beginning = text.slice(0, LOOKED_AT_CHARACTERS);
  const scored = delimiters.map((delimiter) => {
    try {
      const rows = recordsOf(beginning, delimiter, LOOKED_AT_RECORDS).map((cells, at) => ({
        number: at + 1,
        cells: cells.map(cellOf),
      }));
      return { delimiter, score: headerOf(rows)?.reading.score ?? 0, columns: rows[0]?.cells.length ?? 0 };
    } catch {
      return { delimiter, score: -1, columns: 0 };
    }
  });
  return scored.sort((one, other) => other.score - one.score || other.columns - one.columns)[0]!.delimiter;
}

function recordsOf(text: string, delimiter: string, most: number): string[][] {
  return parse(text, {
    delimiter,
    to: most,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  });
}

/** A cell that a spreadsheet would run is not taken for text; the apostrophe that our exports put before one is taken off. */
function cellOf(text: string): GridCell {
  if (text.startsWith('=')) return { text: '', barred: { read: text, why: { key: 'import.formula' } } };
  return { text: unguardFormula(text) };
}
