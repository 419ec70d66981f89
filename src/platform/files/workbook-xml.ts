/** A cell that leads somewhere: its address in the sheet ("B3"), and the address it leads to. */
export interface CellLink {
  cell: string;
  target: string;
}

// Element orders are those of ECMA-376, part 1, 18.3.1.99 (worksheet): Excel refuses a sheet in any other.

/** The shared strings of a workbook with each token "#0", "#1", … replaced by the text of that number. */
export function withTexts(xml: string, texts: readonly string[]): string {
  return xml.replace(
    /<t>#(\d+)<\/t>/g,
    (_, number: string) => `<t xml:space="preserve">${xmlText(texts[Number(number)]!)}</t>`,
  );
}

/** The sheet with these cells linked; `withTargets` says where to. */
export function withHyperlinks(xml: string, links: readonly CellLink[]): string {
  if (links.length === 0) return xml;
  const elements = links.map(({ cell }, at) => `<hyperlink ref="${cell}" r:id="link${at + 1}"/>`).join('');
  return xml.replace(/(?=<pageMargins|<pageSetup|<\/worksheet>)/, `<hyperlinks>${elements}</hyperlinks>`);
}

/** The sheet with a filter on each column of the table that fills these cells, its header first ("A1:T43"). */
export function withFilter(xml: string, cells: string): string {
  return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${cells}"/>`);
}

/** The sheet's relationships with where its linked cells lead. */
export function withTargets(xml: string, links: readonly CellLink[]): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
  const elements = links.map(
    ({ target }, at) =>
      `<Relationship Id="link${at + 1}" Type="${type}" Target="${xmlText(target)}" TargetMode="External"/>`,
  );
  return xml.replace('</Relationships>', () => `${elements.join('')}</Relationships>`);
}

/** The sheet so that it is printed with all its columns on one page. */
export function onOnePageAcross(xml: string): string {
  return xml
    .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    .replace('<pageSetup ', '<pageSetup fitToHeight="0" ');
}

// What XML has no way to write. The format's own notation for it is _xHHHH_ (ECMA-376, part 1, 22.9.2.19), so that a text
// which happens to look so is written with its first underscore in that notation.
const UNWRITABLE = /[^\P{Cc}\t\n\u007f-\u009f]|[\p{Cs}\ufffe\uffff]/gu;

function xmlText(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(UNWRITABLE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
