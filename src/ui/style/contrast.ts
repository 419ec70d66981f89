/** Two schemes in which every colour has a value. */
export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** A colour by its token ("--ink" is "ink"), with its value in each scheme as `#rgb` or `#rrggbb`. */
export type Colours = Record<string, Record<Scheme, string>>;

/** What is seen on what, and the least contrast that WCAG 2.2 asks of it. */
export interface Pair {
  front: string;
  ground: string;
  least: 4.5 | 3;
}

const text = (ground: string, ...fronts: string[]): Pair[] => fronts.map((front) => ({ front, ground, least: 4.5 }));
const border = (ground: string, ...fronts: string[]): Pair[] => fronts.map((front) => ({ front, ground, least: 3 }));

/** Every pair that the components use: text (1.4.3), and borders and signs of what can be acted on (1.4.11). */
export const PAIRS: readonly Pair[] = [
  ...text('paper', 'ink', 'ink-soft', 'teal', 'teal-deep'),
  ...text('surface', 'ink', 'ink-soft', 'teal'),
  ...text('sunk', 'ink', 'ink-soft', 'teal'),
  ...text('teal-wash', 'ink', 'teal', 'teal-deep'),
  ...text('teal', 'on-teal'),
  ...text('teal-deep', 'on-teal'),
  ...text('amber-wash', 'ink', 'ink-soft', 'amber'),
  ...[1, 2, 3, 4].flatMap((level) => text(`heat-${level}`, `heat-ink-${level}`)),
  ...border('paper', 'line-strong', 'focus'),
  ...border('surface', 'line-strong'),
];

/** The colours that a style sheet of tokens declares. Throws where one has a value in one scheme only. */
export function coloursIn(css: string): Colours {
  const found: Colours = {};
  for (const [line, name, light, dark] of css.matchAll(
    /--([\w-]+): var\(--light, (#[\da-f]+)\)(?: var\(--dark, (#[\da-f]+)\))?;/g,
  )) {
    if (!dark) throw new Error(`A colour for one scheme only: ${line}`);
    found[name!] = { light: light!, dark };
  }
  return found;
}

/** How clearly one colour stands out from another: 1 (not at all) to 21 (WCAG 2.2, contrast ratio). */
export function contrastOf(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

/** Relative luminance by WCAG 2.2: 0 is black, 1 is white. */
function luminance(colour: string): number {
  const long = colour.length === 4 ? colour.replace(/[\da-f]/gi, '$&$&') : colour;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
