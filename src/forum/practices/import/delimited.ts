import { pipeline, Readable } from 'node:stream';
import { CsvError, parse, type Options } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { unguardFormula } from '../exchange.ts';
import { headerOf } from './grid.ts';
import { MOST_RECORD_CHARACTERS } from './limits.ts';
import { refused, type GridCell, type GridRow, type Step } from './table.ts';

/** What may stand between the cells of a .csv or .tsv. */
export const DELIMITERS = [',', ';', '\t'];
/** Enough to see a header; a delimiter is told by it. */
const LOOKED_AT_CHARACTERS = 500_000;
const LOOKED_AT_RECORDS = 50;

/**
 * The records of a delimited text that comes in pieces, numbered from 1 as a spreadsheet numbers them. The delimiter is that of
 * the header. Where the text breaks off inside a cell, the last step says so.
 */
export async function* delimitedRows(
  text: AsyncIterable<string>,
  delimiters: readonly string[],
): AsyncGenerator<Step<GridRow>> {
  const pieces = text[Symbol.asyncIterator]();
  let beginning = '';
  let piece = await pieces.next();
  for (; !piece.done; piece = await pieces.next()) {
    beginning += piece.value;
    if (beginning.length >= LOOKED_AT_CHARACTERS) break;
  }
  // Excel's own way of saying it, in a first line.
  const said = /^sep=([,;\t])\r?\n/i.exec(beginning);
  const body = said ? beginning.slice(said[0].length) : beginning;
  const delimiter = said?.[1] ?? delimiterOf(body, delimiters);
  let number = said ? 1 : 0;
  try {
    const records = parse({ ...options(delimiter), max_record_size: MOST_RECORD_CHARACTERS });
    // What goes wrong on the way comes out of the records.
    pipeline(Readable.from(beginningWith(body, pieces)), records, () => undefined);
    for await (const cells of records) {
      yield { ok: true, value: { number: ++number, cells: (cells as string[]).map(cellOf) } };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield refused('import.delimited-broken', { line: typeof error.lines === 'number' ? error.lines : 0 });
  }
}

async function* beginningWith(beginning: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield beginning;
  for (let piece = await rest.next(); !piece.done; piece = await rest.next()) yield piece.value;
}

function delimiterOf(text: string, delimiters: readonly string[]): string {
  const beginning = text.slice(0, LOOKED_AT_CHARACTERS);
  const scored = delimiters.map((delimiter) => {
    try {
      const records = parseAtOnce(beginning, { ...options(delimiter), to: LOOKED_AT_RECORDS }) as string[][];
      const rows = records.map((cells, at) => ({ number: at + 1, cells: cells.map(cellOf) }));
      return { delimiter, score: headerOf(rows)?.reading.score ?? 0, columns: rows[0]?.cells.length ?? 0 };
    } catch {
      return { delimiter, score: -1, columns: 0 };
    }
  });
  return scored.sort((one, other) => other.score - one.score || other.columns - one.columns)[0]!.delimiter;
}

const options = (delimiter: string) =>
  ({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  }) as const satisfies Options;

/** A cell that a spreadsheet would run is not taken for text; the apostrophe that our exports put before one is taken off. */
function cellOf(text: string): GridCell {
  if (text.startsWith('=')) return { text: '', barred: { read: text, why: { key: 'import.formula' } } };
  return { text: unguardFormula(text) };
}
