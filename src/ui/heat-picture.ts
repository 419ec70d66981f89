import type { HeatView } from './views.ts';
import { csvOf, escaped } from './written.ts';

/** What stands on the picture beside the numbers. */
export interface PictureWords {
  title: string;
  /** Below the title: what is shown, and of which practices. */
  notes: string[];
  /** Before the classes of the legend, and of its empty class. */
  legend: string;
  none: string;
  /** Below the picture: how to read it, and where it comes from. */
  text: string;
  locale: string;
  dir: 'ltr' | 'rtl';
}

const EDGE = 20;
/** The column of names; a name begins after its number. */
const SIDE = 380;
const NAME = 72;
const CELL = { height: 32, gap: 3 };
/** Columns of long names are wide, those of years are narrow. */
const WIDE = { width: 110, letters: 14 };
const NARROW = { width: 52, letters: 6 };
const LEAST_WIDTH = 680;
/** Sizes of letters, with the room a letter takes on average and a line from the next. */
const TITLE = { size: 22, letter: 12.8, line: 30 };
const NOTE = { size: 14, letter: 7.8, line: 21 };
const SMALL = { size: 12, letter: 6.8, line: 16 };
/** Ground and ink of each class, darker with the number, in greyscale too; see tokens.css. */
export const CLASSES = [
  ['url(#none)', '#4c5552'],
  ['#d8e9e5', '#181c1b'],
  ['#9fcbc5', '#0c1f1f'],
  ['#33807d', '#ffffff'],
  ['#0a4546', '#ffffff'],
] as const;
/** The ground of the first class. */
export const HATCHED =
  '<defs><pattern id="none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fbfaf6"/><path d="M0 0V6" stroke="#d5d1c4"/></pattern></defs>';
const SOFT = '#4c5552';

/**
 * A heat table as an SVG that stands alone, to be put into a document: numbers on grounds that grow darker, empty cells
 * hatched, each cell a link. What is in it is escaped.
 */
export function heatSvg({ columns, rows, classes }: HeatView, words: PictureWords, origin: string): string {
  const { title, notes, legend, none, text, locale, dir } = words;
  const rtl = dir === 'rtl';
  const number = (count: number) => new Intl.NumberFormat(locale).format(count);
  const { width: cell, letters } = columns.every(({ name }) => linesOf(name, 5).every((line) => line.length <= 5))
    ? NARROW
    : WIDE;
  const width = Math.max(LEAST_WIDTH, SIDE + columns.length * (cell + CELL.gap) + EDGE);
  /** Where a box begins, counted from the side at which reading begins. */
  const from = (start: number, size = 0) => (rtl ? width - start - size : start);
  const startAnchor = rtl ? 'end' : 'start';
  /** A text in the direction of its language, whatever it begins with: not every reader of SVG knows an attribute for that. */
  const told = (content: string) => escaped(rtl ? `\u2067${content}\u2069` : content);
  const link = (href: string | null, inner: string) =>
    href === null ? inner : `<a href="${escaped(origin + href)}">${inner}</a>`;
  const drawn: string[] = [];
  let y = 14;

  function paragraph(content: string, { size, letter, line }: typeof NOTE, attributes: string): void {
    for (const one of linesOf(content, Math.floor((width - 2 * EDGE) / letter))) {
      y += line;
      drawn.push(
        `<text x="${from(EDGE)}" y="${y}" text-anchor="${startAnchor}" font-size="${size}"${attributes}>${told(one)}</text>`,
      );
    }
  }

  paragraph(title, TITLE, ' font-weight="700"');
  y += 4;
  for (const note of notes) paragraph(note, NOTE, '');

  const heads = columns.map(({ name }) => linesOf(name, letters));
  y += 22 + Math.max(0, ...heads.map((lines) => lines.length)) * SMALL.line;
  columns.forEach(({ href }, at) => {
    const x = from(SIDE + at * (cell + CELL.gap), cell) + cell / 2;
    const lines = heads[at]!.map(
      (line, row, all) =>
        `<text x="${x}" y="${y - 10 - (all.length - 1 - row) * SMALL.line}" text-anchor="middle" font-size="13">${told(line)}</text>`,
    );
    drawn.push(link(href, lines.join('')));
  });

  for (const { head, cells } of rows) {
    const middle = y + CELL.height / 2 + 5;
    const lines = linesOf(head.name, Math.floor((SIDE - NAME - 8) / 7.4));
    const names = lines.map(
      (line, row) =>
        `<text x="${from(NAME)}" y="${middle + (row - (lines.length - 1) / 2) * 14 - (lines.length > 1 ? 1 : 0)}" text-anchor="${startAnchor}" font-size="13">${told(line)}</text>`,
    );
    drawn.push(
      link(
        head.href,
        `<text x="${from(NAME - 10)}" y="${middle}" text-anchor="${rtl ? 'start' : 'end'}" font-weight="700">${escaped(head.code)}</text>${names.join('')}`,
      ),
    );
    cells.forEach(({ count, href, level }, at) => {
      const x = from(SIDE + at * (cell + CELL.gap), cell);
      const [ground, ink] = CLASSES[level];
      const inner =
        `<title>${escaped(`${head.code} · ${columns[at]!.name} · ${number(count)}`)}</title>` +
        `<rect x="${x}" y="${y}" width="${cell}" height="${CELL.height}" rx="2" fill="${ground}"/>` +
        `<text x="${x + cell / 2}" y="${middle}" text-anchor="middle" fill="${ink}"${count > 0 ? ' font-weight="700"' : ''}>${number(count)}</text>`;
      drawn.push(link(count > 0 ? href : null, inner));
    });
    y += CELL.height + CELL.gap;
  }

  y += 14;
  let start = EDGE;
  const legendText = (content: string) => {
    drawn.push(
      `<text x="${from(start)}" y="${y + 14}" text-anchor="${startAnchor}" font-size="${SMALL.size}" fill="${SOFT}">${told(content)}</text>`,
    );
    start += content.length * SMALL.letter + 18;
  };
  legendText(legend);
  for (const { level, least, most } of [{ level: 0, least: 0, most: 0 } as const, ...classes]) {
    drawn.push(
      `<rect x="${from(start, 20)}" y="${y}" width="20" height="20" rx="2" fill="${CLASSES[level][0]}" stroke="#d5d1c4"/>`,
    );
    start += 28;
    legendText(level === 0 ? none : least === most ? number(least) : `${number(least)}–${number(most)}`);
  }
  y += 24;
  paragraph(text, SMALL, ` fill="${SOFT}"`);
  const height = y + EDGE;

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:lang="${locale}" role="img" aria-labelledby="title text" font-family="system-ui, ${rtl ? 'Vazirmatn, ' : ''}'Noto Sans', 'Noto Sans Arabic', Arial, sans-serif" font-size="14" fill="#181c1b">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="text">${escaped([...notes, text].join(' '))}</desc>`,
    HATCHED,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

/** A heat table as a CSV: a row for each subject, a column for each region or year. */
export function heatCsv({ rowsName, columns, rows }: HeatView): string {
  const lines = [
    [rowsName, '', ...columns.map(({ name }) => name)],
    ...rows.map(({ head, cells }) => [head.code, head.name, ...cells.map(({ count }) => String(count))]),
  ];
  return csvOf(lines);
}

/** A text in lines of at most `most` letters, where its words allow: they end with a space or a dash between years. */
export function linesOf(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/(?<=[ –])/)) {
    const last = lines.at(-1);
    if (last !== undefined && (last + word).trimEnd().length <= most) lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  return lines.map((line) => line.trimEnd());
}
