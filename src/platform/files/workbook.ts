import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node';
import { repacked } from './archive.ts';
import { onOnePageAcross, withFilter, withHyperlinks, withTargets, withTexts } from './workbook-xml.ts';

/** A cell with text. It is always written as text: nothing in it is ever run. */
export interface TextCell {
  text: string;
  bold?: boolean;
  /** Background, "#rrggbb". */
  shade?: string;
  /** How many columns it takes; 1 where it is not said. Cells it covers are not written. */
  span?: number;
  /** Address it leads to. */
  link?: string;
}

export interface Sheet {
  name: string;
  rows: (TextCell | number)[][];
  /** How many rows at the top stay in view. */
  headerRows: number;
  /** Whether each column can be filtered: only where a single header row stands above one table. */
  filters?: boolean;
  /** In characters, a column each. */
  widths: number[];
  /** To be printed on A4 landscape, one page across. */
  landscape?: boolean;
  rightToLeft?: boolean;
}

/**
 * A workbook (.xlsx) of one sheet; the same sheet gives the same bytes. Texts are written whole, however long; Excel itself
 * shows at most 32,767 characters of a cell.
 */
export async function workbookOf(sheet: Sheet): Promise<Uint8Array> {
  const texts = new Map<string, number>();
  const tokenFor = (text: string): string => {
    if (!texts.has(text)) texts.set(text, texts.size);
    return `#${texts.get(text)!}`;
  };
  const data: SheetData = sheet.rows.map((row) => row.flatMap((cell) => cellsOf(cell, tokenFor)));
  const written = await writeExcelFile(
    data,
    {
      sheet: sheet.name,
      columns: sheet.widths.map((width) => ({ width })),
      stickyRowsCount: sheet.headerRows,
      ...(sheet.landscape && { orientation: 'landscape' }),
      ...(sheet.rightToLeft && { rightToLeft: true }),
    },
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();

  const links = linksOf(sheet.rows);
  return repacked(written, (path, xml) => {
    if (path === 'xl/sharedStrings.xml') return withTexts(xml, [...texts.keys()]);
    if (path === 'xl/worksheets/_rels/sheet1.xml.rels') return withTargets(xml, links);
    if (path !== 'xl/worksheets/sheet1.xml') return xml;
    const filtered = sheet.filters ? withFilter(xml, tableOf(sheet)) : xml;
    return withHyperlinks(sheet.landscape ? onOnePageAcross(filtered) : filtered, links);
  });
}

/** The cells of the sheet from its last header row to its end: "A1:T43". */
const tableOf = ({ headerRows, rows, widths }: Sheet): string =>
  `A${headerRows}:${columnName(widths.length - 1)}${rows.length}`;

/** A column by its number from 0 on: A, …, Z, AA. */
function columnName(column: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

// The library looks texts up in a plain object, in which "constructor" is always found; it drops some characters, and
// leaves "_x000D_" as it is, which Excel takes for a line break. So it is given tokens in the place of texts.
function cellsOf(cell: TextCell | number, tokenFor: (text: string) => string): Cell[] {
  if (typeof cell === 'number') return [{ value: cell, type: Number, alignVertical: 'top' }];
  const { text, bold, shade, span = 1, link } = cell;
  const shown: Cell = {
    ...(text !== '' && { value: tokenFor(text) }),
    type: String,
    // "Text": what looks like a number, a date or a formula stays what it is when somebody edits the cell.
    format: '@',
    alignVertical: 'top',
    wrap: true,
    ...(bold && { fontWeight: 'bold' }),
    ...(shade && { backgroundColor: shade }),
    ...(link && { textColor: '#0563c1', textDecoration: { underline: true } }),
    ...(span > 1 && { columnSpan: span }),
  };
  return [shown, ...Array.from({ length: span - 1 }, () => null)];
}

/** The linked cells, by their addresses in the sheet ("B3"). */
function linksOf(rows: Sheet['rows']): { cell: string; target: string }[] {
  return rows.flatMap((row, down) => {
    let across = 0;
    return row.flatMap((cell) => {
      const column = columnName(across);
      across += typeof cell === 'number' ? 1 : (cell.span ?? 1);
      return typeof cell !== 'number' && cell.link ? [{ cell: `${column}${down + 1}`, target: cell.link }] : [];
    });
  });
}
