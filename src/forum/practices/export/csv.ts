import { stringify } from 'csv-stringify/sync';
import { columnsFor, guardFormula, toExchangeRow } from '../exchange.ts';
import type { Practice } from '../model.ts';

// By itself the library quotes a cell for the whole of CR LF only, and our line breaks are a single LF; and some readers
// drop the spaces around a cell without quotation marks.
const WANTS_QUOTES = /[\r\n]|^\s|\s$/;

/**
 * The practices as CSV (RFC 4180), every cell guarded against being run as a formula. It begins with a byte order mark, by
 * which Excel knows UTF-8.
 */
export function writeCsv(practices: readonly Practice[]): string {
  const columns = columnsFor(practices);
  const rows = practices.map((practice) => {
    const row = toExchangeRow(practice);
    return columns.map((column) => guardFormula(row[column] ?? ''));
  });
  return stringify([columns, ...rows], {
    bom: true,
    record_delimiter: 'windows',
    quoted_match: WANTS_QUOTES,
  });
}
