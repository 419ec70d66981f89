import {
  BorderStyle,
  ExternalHyperlink,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { directionOf, type Locale } from '#vocab/language.ts';
import { columnHeadings } from './annex.ts';
import { codeParagraph, paragraphOf, quotedParagraph, textRun } from './docx-text.ts';
import type { Annex, AnnexPart, AnnexRow } from './model.ts';

/** In twentieths of a point, in the order of the columns: the aim is what is read longest. */
const COLUMN_WIDTHS = [1150, 2500, 1300, 2000, 5788, 2400];
export const TABLE_WIDTH = COLUMN_WIDTHS.reduce((sum, width) => sum + width, 0);

const HEADER_SHADE = 'D5E6E7';
const PART_SHADE = 'EEF3F3';
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '8A9699' };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };
const BOLD = { style: { bold: true, boldComplexScript: true } };

/** The table of the annex: its header, and of each part a row across all columns and a row a practice. */
export function annexTable(annex: Annex, locale: Locale): Table {
  return new Table({
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    columnWidths: COLUMN_WIDTHS,
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    ...(directionOf(locale) === 'rtl' && { visuallyRightToLeft: true }),
    rows: [headerRow(locale), ...annex.parts.flatMap((part) => partRows(part, locale))],
  });
}

function headerRow(locale: Locale): TableRow {
  const cells = columnHeadings(locale).map((heading, column) =>
    cellOf(column, [paragraphOf(heading, locale, BOLD)], HEADER_SHADE),
  );
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

function partRows({ heading, rows }: AnnexPart, locale: Locale): TableRow[] {
  const practices = rows.map((row) => practiceRow(row, locale));
  if (heading === '') return practices;
  const across = new TableCell({
    columnSpan: COLUMN_WIDTHS.length,
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    shading: { fill: PART_SHADE },
    children: [paragraphOf(heading, locale, BOLD)],
  });
  return [new TableRow({ cantSplit: true, keepNext: true, children: [across] }), ...practices];
}

function practiceRow(row: AnnexRow, locale: Locale): TableRow {
  const cells = [
    [codeParagraph(row.sdg, locale)],
    [nameOf(row)],
    [paragraphOf(row.dates, locale)],
    [paragraphOf(row.where, locale)],
    linesOf(row.aim, row.language),
    linesOf(row.partners, row.language),
  ];
  return new TableRow({ cantSplit: true, children: cells.map((paragraphs, column) => cellOf(column, paragraphs)) });
}

function nameOf({ name, href, language }: AnnexRow): Paragraph {
  const link = new ExternalHyperlink({ link: href, children: [textRun(name, language, { style: 'Hyperlink' })] });
  return quotedParagraph(name, [link], language);
}

// Word cannot open a cell without a paragraph.
const linesOf = (lines: string[], language: Locale): Paragraph[] =>
  (lines.length === 0 ? [''] : lines).map((line) => quotedParagraph(line, [textRun(line, language)], language));

function cellOf(column: number, children: Paragraph[], fill?: string): TableCell {
  return new TableCell({
    width: { size: COLUMN_WIDTHS[column]!, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    ...(fill !== undefined && { shading: { fill } }),
    children,
  });
}
