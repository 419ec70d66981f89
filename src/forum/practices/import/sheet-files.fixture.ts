import { escaped, zipped } from './office-files.fixture.ts';

const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`;
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (entries: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries}</Relationships>`;

/** A sheet: its rows as XML, and what stands behind them. */
export interface SheetXml {
  rows: string;
  after?: string;
  hidden?: boolean;
}

/** A workbook of these sheets; `rId9` in a sheet is a link to https://example.org/practice. Style 1 is a date. */
export function workbook(...sheets: SheetXml[]): Promise<Uint8Array> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relationships(`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${sheets
      .map(
        ({ hidden }, at) =>
          `<sheet name="S${at}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      `${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId99" Type="${OFFICE}/styles" Target="styles.xml"/>`,
    ),
    'xl/styles.xml': `<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  for (const [at, { rows, after = '' }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet ${MAIN} xmlns:r="${OFFICE}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
    parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relationships(
      `<Relationship Id="rId9" Type="${OFFICE}/hyperlink" TargetMode="External" Target="https://example.org/practice"/>`,
    );
  }
  return zipped(parts);
}

/** A row of texts and numbers; a text that begins with "<c" is a cell as it is. An empty text is no cell. */
export function sheetRow(number: number, ...values: (string | number)[]): string {
  const cells = values.map((value, at) => {
    const place = `${String.fromCharCode(65 + at)}${number}`;
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
    if (value.startsWith('<c')) return value;
    return value === ''
      ? ''
      : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}
