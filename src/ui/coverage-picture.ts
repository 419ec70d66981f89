import type { CoverageView } from './views.ts';
import { csvOf, escaped } from './written.ts';

/** What stands on the picture beside the numbers. */
export interface PictureWords {
  title: string;
  /** Below the picture: where it comes from. */
  text: string;
  locale: string;
  dir: 'ltr' | 'rtl';
}

const CELL = { width: 110, height: 30, gap: 3 };
const SIDE = 360;
const TOP = 120;
/** Ground and ink of each class, darker with the number, in greyscale too; see tokens.css. */
export const CLASSES = [
  ['url(#none)', '#4c5552'],
  ['#d8e9e5', '#181c1b'],
  ['#9fcbc5', '#0c1f1f'],
  ['#33807d', '#ffffff'],
  ['#0a4546', '#ffffff'],
] as const;
/** The ground of the class of none. */
export const HATCHED =
  '<defs><pattern id="none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fbfaf6"/><path d="M0 0V6" stroke="#d5d1c4"/></pattern></defs>';
const LETTERS = 42;

/**
 * The coverage as an SVG that stands alone, to be put into a document: numbers on grounds that grow darker, empty cells
 * hatched, each cell a link. What is in it is escaped.
 */
export function coverageSvg(
  coverage: CoverageView,
  { title, text, locale, dir }: PictureWords,
  origin: string,
): string {
  const { regions, rows } = coverage;
  const width = SIDE + regions.length * (CELL.width + CELL.gap) + 20;
  const height = TOP + rows.length * (CELL.height + CELL.gap) + 50;
  const rtl = dir === 'rtl';
  /** Where a box begins, counted from the side at which reading begins. */
  const from = (start: number, size: number) => (rtl ? width - start - size : start);
  const side = rtl ? 'end' : 'start';
  const link = (href: string, inner: string) => `<a href="${escaped(origin + href)}">${inner}</a>`;
  const columns = regions.map(({ name, href }, at) => {
    const x = from(SIDE + at * (CELL.width + CELL.gap), CELL.width) + CELL.width / 2;
    const lines = wrapped(name, 15).map(
      (line, row, all) =>
        `<text x="${x}" y="${TOP - 12 - (all.length - 1 - row) * 16}" text-anchor="middle">${escaped(line)}</text>`,
    );
    return link(href, lines.join(''));
  });
  const lines = rows.flatMap(({ goal, cells }, row) => {
    const y = TOP + row * (CELL.height + CELL.gap);
    const middle = y + CELL.height / 2 + 5;
    const name = goal.name.length > LETTERS ? `${goal.name.slice(0, LETTERS - 1)}…` : goal.name;
    const label =
      `<text x="${from(52, 0)}" y="${middle}" text-anchor="${rtl ? 'start' : 'end'}" font-weight="600" direction="ltr">${escaped(goal.code)}</text>` +
      `<text x="${from(64, 0)}" y="${middle}" text-anchor="${side === 'end' ? 'end' : 'start'}">${escaped(name)}</text>`;
    return [
      link(goal.href, label),
      ...cells.map(({ count, href, level }, at) => {
        const x = from(SIDE + at * (CELL.width + CELL.gap), CELL.width);
        const [ground, ink] = CLASSES[level];
        const told = `${goal.code}, ${regions[at]!.name}: ${count}`;
        const inner =
          `<title>${escaped(told)}</title><rect x="${x}" y="${y}" width="${CELL.width}" height="${CELL.height}" rx="2" fill="${ground}"/>` +
          `<text x="${x + CELL.width / 2}" y="${middle}" text-anchor="middle" fill="${ink}"${count > 0 ? ' font-weight="600"' : ''}>${count}</text>`;
        return count > 0 ? link(href, inner) : inner;
      }),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:lang="${locale}" role="img" aria-labelledby="title text" font-family="system-ui, 'Noto Sans', 'Noto Sans Arabic', Arial, sans-serif" font-size="14" fill="#181c1b">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="text">${escaped(text)}</desc>`,
    HATCHED,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${from(20, 0)}" y="40" text-anchor="${side}" font-size="22" font-weight="700">${escaped(title)}</text>`,
    ...columns,
    ...lines,
    `<text x="${from(20, 0)}" y="${height - 16}" text-anchor="${side}" font-size="12" fill="#4c5552">${escaped(text)}</text>`,
    '</svg>',
    '',
  ].join('\n');
}

/** The coverage as a CSV: a row for each goal, target or objective, a column for each region. */
export function coverageCsv({ rowsName, regions, rows }: CoverageView): string {
  return csvOf([
    [rowsName, '', ...regions.map(({ name }) => name)],
    ...rows.map(({ goal, cells }) => [goal.code, goal.name, ...cells.map(({ count }) => String(count))]),
  ]);
}

/** A text in lines of at most `most` letters where its words allow. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
