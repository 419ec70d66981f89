import { directionOf, type Locale } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { type TextCell, workbookOf } from '#platform/files/workbook.ts';
import { columnHeadings } from './annex.ts';
import { type Annex, ANNEX_COLUMNS, type AnnexRow } from './model.ts';

const WIDTHS = [14, 34, 16, 28, 70, 36];
const HEADER_SHADE = '#d5e6e7';
const PART_SHADE = '#eef3f3';

/** The annex as a workbook of one sheet: its title, the six columns, a row across them all for each part, names as links. */
export async function annexXlsx(annex: Annex, locale: Locale): Promise<Uint8Array> {
  const title = [{ text: annex.title, bold: true, span: ANNEX_COLUMNS.length }];
  const header = columnHeadings(locale).map((text) => ({ text, bold: true, shade: HEADER_SHADE }));
  return workbookOf({
    name: translate(locale, 'reports.sheet', { edition: String(annex.edition) }),
    rows: [
      title,
      header,
      ...annex.parts.flatMap(({ heading, rows }) => [...headingRow(heading), ...rows.map(cellsOf)]),
    ],
    headerRows: 2,
    widths: WIDTHS,
    landscape: true,
    rightToLeft: directionOf(locale) === 'rtl',
  });
}

function headingRow(heading: string): TextCell[][] {
  return heading === '' ? [] : [[{ text: heading, bold: true, shade: PART_SHADE, span: ANNEX_COLUMNS.length }]];
}

function cellsOf(row: AnnexRow): TextCell[] {
  return [
    { text: row.sdg },
    { text: row.name, link: row.href },
    { text: row.dates },
    { text: row.where },
    { text: row.aim.join('\n') },
    { text: row.partners.join('\n') },
  ];
}
