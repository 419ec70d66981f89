import { directionOf, type Locale } from '#vocab/language.ts';
import { annexIntroduction, columnHeadings } from './annex.ts';
import { type Annex, ANNEX_COLUMNS, type AnnexPart, type AnnexRow } from './model.ts';

/** Where the name of a practice leads. */
export type PracticeHref = (row: AnnexRow) => string;

/**
 * The annex as an HTML table, its title the caption. Everything in it is escaped. Names lead where `practiceHref` says,
 * which must be an address of http(s) or a path.
 */
export function annexHtml(annex: Annex, locale: Locale, practiceHref: PracticeHref): string {
  const headings = columnHeadings(locale).map(escaped);
  const cells = headings.map((heading) => `<th scope="col">${heading}</th>`);
  const bodies = annex.parts.map((part) => partBody(part, headings, locale, practiceHref));
  return [
    '<table class="annex">',
    `<caption>${escaped(annex.title)}</caption>`,
    `<thead><tr>${cells.join('')}</tr></thead>`,
    ...bodies,
    '</table>',
  ].join('\n');
}

function partBody(
  { heading, rows }: AnnexPart,
  headings: string[],
  locale: Locale,
  practiceHref: PracticeHref,
): string {
  const section = `<tr><th colspan="${ANNEX_COLUMNS.length}" scope="colgroup" dir="auto">${escaped(heading)}</th></tr>`;
  return [
    '<tbody>',
    ...(heading === '' ? [] : [section]),
    ...rows.map((row) => tableRow(row, headings, locale, practiceHref(row))),
    '</tbody>',
  ].join('\n');
}

/** `headings` are escaped. */
function tableRow(row: AnnexRow, headings: string[], locale: Locale, href: string): string {
  const lang = row.language === locale ? '' : ` lang="${row.language}"`;
  const lines = (list: string[]) => list.map((line) => `<p dir="auto">${escaped(line)}</p>`).join('');
  const cells = [
    { inner: `<bdi dir="ltr">${escaped(row.sdg)}</bdi>`, more: '' },
    { inner: `<a href="${escaped(href)}">${escaped(row.name)}</a>`, more: `${lang} dir="auto"` },
    { inner: escaped(row.dates), more: '' },
    { inner: escaped(row.where), more: '' },
    { inner: lines(row.aim), more: lang },
    { inner: lines(row.partners), more: '' },
  ];
  // The heading goes along with each cell: on a phone a row is a card without a head above it.
  const named = cells.map(({ inner, more }, at) => `<td data-label="${headings[at]}"${more}>${inner}</td>`);
  return `<tr>${named.join('')}</tr>`;
}

const STYLE = `
  @page { size: A4 landscape; margin: 1.5cm; }
  body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1f22; background: #fff; margin: 2rem; }
  table { border-collapse: collapse; width: 100%; }
  caption { font-size: 1.5rem; font-weight: 700; text-align: start; padding-block-end: 0.75rem; }
  th, td { border: 1px solid #8a9699; padding: 0.4rem 0.6rem; text-align: start; vertical-align: top; }
  thead th { background: #d5e6e7; }
  tbody th { background: #eef3f3; }
  td:first-child, td:nth-child(3) { font-variant-numeric: tabular-nums; }
  p { margin: 0 0 0.4rem; }
  a { color: #0b5c63; }
  @media print { body { margin: 0; font-size: 9pt; } tr { break-inside: avoid; } thead { display: table-header-group; } }
`;

/** The annex as an HTML file that stands alone, to be opened, printed (A4, landscape) or sent. */
export function annexDocument(annex: Annex, locale: Locale): string {
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(annex.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p>${escaped(annexIntroduction(annex, locale))}</p>
${annexHtml(annex, locale, (row) => row.href)}
</main>
</body>
</html>
`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
