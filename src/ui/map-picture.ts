import { CLASSES, HATCHED, type PictureWords } from './heat-picture.ts';
import { classesOf } from './levels.ts';
import type { MapCountryView, MapView } from './views.ts';
import { csvOf, escaped } from './written.ts';

/** What stands on the map beside its numbers. */
export interface MapWords extends Pick<PictureWords, 'title' | 'text' | 'locale' | 'dir'> {
  /** Below the text: where the outlines come from, and who made the picture. */
  source: string;
  /** Above the classes, for the class of none, and for land without a number. */
  legend: { practices: string; none: string; other: string };
}

const HEAD = 120;
const FOOT = 170;
const PAD = 40;
const SWATCH = 34;
/** Land without a number; lines between countries. */
const LAND = '#e6e3d9';
const LINE = '#ffffff';

/**
 * The map as an SVG that stands alone, to be put into a document: title, map, legend and source; each country with practices a
 * link. What is in it is escaped. The map itself is never mirrored, the words around it are.
 */
export function mapSvg(map: MapView, words: MapWords, origin: string): string {
  const { title, text, source, locale, dir } = words;
  const { width } = map;
  const height = HEAD + map.height + FOOT;
  const rtl = dir === 'rtl';
  const start = rtl ? width - PAD : PAD;
  const line = (y: number, size: number, said: string, more = '') =>
    `<text x="${start}" y="${y}" text-anchor="${rtl ? 'end' : 'start'}" font-size="${size}"${more}>${written(said, dir)}</text>`;
  const foot = HEAD + map.height;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width / 2}" height="${height / 2}" viewBox="0 0 ${width} ${height}" xml:lang="${locale}" role="img" aria-labelledby="title text" font-family="system-ui, 'Noto Sans', 'Noto Sans Arabic', Arial, sans-serif" font-size="28" fill="#181c1b">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="text">${escaped(`${text} ${source}`)}</desc>`,
    HATCHED,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    line(70, 44, title, ' font-weight="700"'),
    `<g transform="translate(0 ${HEAD})">`,
    `<path d="${map.around}" fill="${LAND}" stroke="${LINE}" stroke-width="1.5"/>`,
    ...map.countries.filter(({ mark }) => !mark).map((country) => linked(country, origin, outline(country))),
    ...map.countries.filter(({ mark }) => mark).map(outline),
    ...map.countries.map(({ number, count, level }) => (number ? figure(number, count, level) : '')),
    ...map.countries.filter(({ mark }) => mark).map((country) => linked(country, origin, disc(country))),
    '</g>',
    legendOf(map, words, foot + 30),
    line(foot + 112, 24, text, ' fill="#4c5552"'),
    line(foot + 146, 24, source, ' fill="#4c5552"'),
    '</svg>',
    '',
  ].join('\n');
}

/**
 * A line of text with its own direction embedded in it: not every program that draws an SVG heeds `direction`, and without one
 * a full stop stands on the wrong side of an Arabic sentence.
 */
const written = (said: string, dir: 'ltr' | 'rtl'): string =>
  dir === 'rtl' ? `\u202b${escaped(said)}\u202c` : escaped(said);

/** The map's facts as a CSV: every country and area with practices, and those of a region that have none. */
export function mapCsv(
  map: MapView,
  columns: { code: string; country: string; region: string; practices: string },
): string {
  return csvOf([
    [columns.code, columns.country, columns.region, columns.practices],
    ...[...map.rows, ...map.gaps].map(({ code, name, region, count }) => [code, name, region, String(count)]),
  ]);
}

function linked({ href, told }: MapCountryView, origin: string, inner: string): string {
  if (inner === '') return '';
  const titled = `<title>${escaped(told)}</title>${inner}`;
  return href === null ? `<g>${titled}</g>` : `<a href="${escaped(origin + href)}">${titled}</a>`;
}

function outline({ path, level }: MapCountryView): string {
  if (path === null) return '';
  const [ground] = CLASSES[level];
  const border = level === 0 ? '#7d8682' : LINE;
  return `<path d="${path}" fill="${ground}" stroke="${border}" stroke-width="${level === 0 ? 1 : 2}" stroke-linejoin="round"/>`;
}

function disc({ name, mark, count, level }: MapCountryView): string {
  if (mark === null) return '';
  const [ground] = CLASSES[level];
  const { x, y, radius, from } = mark;
  const leader = from ? `<path d="M${from.x} ${from.y}L${x} ${y}" stroke="#7d8682" stroke-width="2"/>` : '';
  const circle = `<circle cx="${x}" cy="${y}" r="${radius}" fill="${level === 0 ? LINE : ground}" stroke="${level === 0 ? '#7d8682' : '#181c1b'}" stroke-width="2"/>`;
  const said = mark.name
    ? `<text x="${mark.name.x}" y="${mark.name.y + 8}" text-anchor="${mark.name.side === 'left' ? 'end' : 'start'}" font-size="22">${escaped(name)}</text>`
    : '';
  return leader + circle + (mark.numbered ? figure(mark, count, level) : '') + said;
}

function figure({ x, y }: { x: number; y: number }, count: number, level: MapCountryView['level']): string {
  return `<text x="${x}" y="${y + 8}" text-anchor="middle" font-size="24" font-weight="600" fill="${CLASSES[level][1]}">${count}</text>`;
}

/** The classes found, beside each other from the side at which reading begins. */
function legendOf({ width, countries }: MapView, words: MapWords, top: number): string {
  const { legend } = words;
  const rtl = words.dir === 'rtl';
  const range = (least: number, most: number) => (least === most ? String(least) : `${least}–${most}`);
  const entries: [ground: string | null, said: string][] = [
    [null, legend.practices],
    [CLASSES[0][0], legend.none],
    ...classesOf(countries).map(({ level, least, most }): [string, string] => [CLASSES[level][0], range(least, most)]),
    [LAND, legend.other],
  ];
  let at = PAD;
  return entries
    .map(([ground, said]) => {
      const from = at;
      const textAt = ground === null ? from : from + SWATCH + 12;
      // No browser measures the words here: a letter is taken to be 15 units wide.
      at = textAt + said.length * 15 + 36;
      const x = (start: number) => (rtl ? width - start : start);
      const swatch =
        ground === null
          ? ''
          : `<rect x="${rtl ? x(from) - SWATCH : from}" y="${top}" width="${SWATCH}" height="${SWATCH}" rx="3" fill="${ground}" stroke="#e0ddd3"/>`;
      return `${swatch}<text x="${x(textAt)}" y="${top + 27}" text-anchor="${rtl ? 'end' : 'start'}">${written(said, words.dir)}</text>`;
    })
    .join('\n');
}
