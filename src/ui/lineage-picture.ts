import { directionOf, type Locale } from '#vocab/language.ts';

/** What is drawn of a practice. */
export interface LineageNode {
  id: string;
  title: string;
  lang: Locale;
  /** Where and when, in the reader's language. */
  fact: string;
  href: string;
  /** Below 0: an origin; 0: the practice itself; above 0: taken over from it. */
  generation: number;
  /** The practices it was replicated from; those that are not drawn are passed over. */
  replicates: readonly string[];
}

/** A practice as a box: lengths in pixels. */
export interface LineageBox {
  id: string;
  href: string;
  /** In full, for whoever points at it. */
  title: string;
  lang: Locale;
  x: number;
  y: number;
  width: number;
  height: number;
  here: boolean;
  /** Its name on two lines at most, and where and when. */
  lines: string[];
  fact: string;
  /** Where lines of its own language begin, and the fact in the reader's. */
  textX: number;
  factX: number;
}

export interface LineagePicture {
  width: number;
  height: number;
  boxes: LineageBox[];
  /** Curves from an origin to what was taken over from it, as data of SVG paths. */
  curves: string[];
}

const BOX = { width: 252, height: 78 };
const GAP = { across: 56, down: 20 };
const MARGIN = 4;
const PADDING = 12;
/** What fits on a line of a box, in characters. */
const LINE = 26;

/**
 * A lineage as a picture: a column a generation, the origins where reading begins. Each practice stands once, and a line leads
 * only from an earlier generation to a later one.
 */
export function lineagePicture(nodes: readonly LineageNode[], locale: Locale): LineagePicture {
  const columns = [...Map.groupBy(nodes, ({ generation }) => generation)].sort(([one], [other]) => one - other);
  const tallest = Math.max(1, ...columns.map(([, list]) => list.length));
  const heightOf = (count: number) => count * (BOX.height + GAP.down) - GAP.down;
  const width = columns.length * (BOX.width + GAP.across) - GAP.across + 2 * MARGIN;
  const height = heightOf(tallest) + 2 * MARGIN;
  const toLeft = directionOf(locale) === 'rtl';
  const boxes = columns.flatMap(([, list], column) =>
    list.map((node, row) => {
      const across = MARGIN + column * (BOX.width + GAP.across);
      const x = toLeft ? width - across - BOX.width : across;
      const y = MARGIN + (heightOf(tallest) - heightOf(list.length)) / 2 + row * (BOX.height + GAP.down);
      return boxOf(node, x, y, locale);
    }),
  );
  const placed = new Map(boxes.map((box) => [box.id, box]));
  const generations = new Map(nodes.map(({ id, generation }) => [id, generation]));
  const curves = nodes.flatMap(({ id, generation, replicates }) =>
    replicates.flatMap((origin) => {
      const from = generations.get(origin);
      return from !== undefined && from < generation ? [curve(placed.get(origin)!, placed.get(id)!, toLeft)] : [];
    }),
  );
  return { width, height, boxes, curves };
}

function boxOf(
  { id, title, lang, fact, href, generation }: LineageNode,
  x: number,
  y: number,
  locale: Locale,
): LineageBox {
  const beginning = (language: Locale) => (directionOf(language) === 'rtl' ? x + BOX.width - PADDING : x + PADDING);
  return {
    id,
    href,
    title,
    lang,
    x,
    y,
    ...BOX,
    here: generation === 0,
    lines: linesOf(title, 2),
    fact: shortened(fact),
    textX: beginning(lang),
    factX: beginning(locale),
  };
}

function curve(from: LineageBox, to: LineageBox, toLeft: boolean): string {
  const [x1, x2] = toLeft ? [from.x, to.x + to.width] : [from.x + from.width, to.x];
  const [y1, y2] = [from.y + from.height / 2, to.y + to.height / 2];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

/** A text on so many lines at most, broken between words, the last one cut short where it is longer. */
export function linesOf(text: string, most: number): string[] {
  const lines: string[] = [];
  let rest = text.split(/\s+/).filter((word) => word !== '');
  while (rest.length > 0 && lines.length < most) {
    let count = 1;
    while (count < rest.length && [...rest.slice(0, count + 1).join(' ')].length <= LINE) count++;
    const last = lines.length === most - 1;
    lines.push(shortened((last ? rest : rest.slice(0, count)).join(' ')));
    rest = rest.slice(count);
  }
  return lines;
}

function shortened(text: string): string {
  const signs = [...text];
  return signs.length <= LINE
    ? text
    : `${signs
        .slice(0, LINE - 1)
        .join('')
        .trimEnd()}…`;
}
