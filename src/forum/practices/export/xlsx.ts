import { columnsFor, type ExchangeColumn, toExchangeRow } from '../exchange.ts';
import type { Practice } from '../model.ts';
import { workbookOf } from '#platform/files/workbook.ts';

const WIDTHS: Partial<Record<ExchangeColumn, number>> = {
  title: 40,
  summary: 80,
  places: 30,
  partners: 40,
  links: 40,
  results: 60,
};
const WIDTH = 16;

/** The practices as a workbook of one sheet, every cell a text but the years, which are numbers. */
export async function writeXlsx(practices: readonly Practice[]): Promise<Uint8Array> {
  const columns = columnsFor(practices);
  const header = columns.map((column) => ({ text: column, bold: true }));
  const rows = practices.map((practice) => {
    const row = toExchangeRow(practice);
    return columns.map((column) => numberIn(practice, column) ?? { text: row[column] ?? '' });
  });
  return workbookOf({
    name: 'Practices',
    rows: [header, ...rows],
    headerRows: 1,
    filters: true,
    widths: columns.map((column) => WIDTHS[column] ?? WIDTH),
  });
}

function numberIn(practice: Practice, column: ExchangeColumn): number | null {
  if (column === 'start' || column === 'end') return practice[column];
  return column === 'sourceEdition' ? practice.source.edition : null;
}
