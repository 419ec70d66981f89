/** A mark for a state too small to be seen: a disc beside, or on, the place it points to. Lengths are units of the map. */
export interface Mark {
  x: number;
  y: number;
  radius: number;
  /** There was room for its number. */
  numbered: boolean;
  /** The place itself, where the disc had to move away from it. */
  from: { x: number; y: number } | null;
}

/** Half the height of a figure, and half its width. */
const FIGURE = { height: 9, width: 7 };
/** The disc of a state without practices, and the least of one with a number in it. */
const RADIUS = { empty: 8, least: 18 };
/** Between two discs. */
const GAP = 4;
const ROUNDS = 200;
/** A name beside its disc: its height, and how wide a letter is taken to be, since nothing measures it here. */
const NAME = { height: 26, letter: 13.5, gap: 8 };

/** How far from its middle a number reaches. */
export function reachOf(count: number): number {
  return Math.hypot(FIGURE.height, FIGURE.width * String(count).length);
}

interface Size {
  width: number;
  height: number;
}

/** A place on which something stands that must stay legible. */
export interface Taken {
  x: number;
  y: number;
  radius: number;
}

/** A place to be marked. One of a state that is drawn large enough needs no mark but for its number. */
export interface Place {
  code: string;
  x: number;
  y: number;
  count: number;
  numberOnly?: boolean;
}

/** A disc while its place is looked for. */
interface Disc extends Taken {
  code: string;
  place: { x: number; y: number };
  numbered: boolean;
  numberOnly: boolean;
}

/**
 * Sets a mark at each place, and moves those apart that would lie on each other or on what is `taken`. Where there is no room for
 * all, marks for a number alone are left out, and others go without their number. The same places and numbers give the same marks,
 * none lies on another, and none leaves the map.
 */
export function placedMarks(places: readonly Place[], taken: readonly Taken[], size: Size): Map<string, Mark> {
  let discs = places.map(({ code, x, y, count, numberOnly = false }) => discAt({ x, y }, code, count, numberOnly));
  for (;;) {
    settle(discs, taken, size);
    const crowded = new Set(discs.filter((disc) => liesOnAnother(disc, discs, taken)));
    const yielding = [...crowded].filter(({ numberOnly }) => numberOnly);
    const numbered = [...crowded].filter((disc) => disc.numbered);
    if (yielding.length > 0) discs = discs.filter((disc) => !yielding.includes(disc)).map(atItsPlace);
    else if (numbered.length > 0)
      discs = discs.map((disc) => atItsPlace(numbered.includes(disc) ? withoutNumber(disc) : disc));
    else break;
  }
  return new Map(
    discs.map(({ code, x, y, radius, numbered, place }) => {
      const moved = Math.hypot(x - place.x, y - place.y) > radius;
      return [code, { x: Math.round(x), y: Math.round(y), radius, numbered, from: moved ? place : null }];
    }),
  );
}

function discAt(place: { x: number; y: number }, code: string, count: number, numberOnly: boolean): Disc {
  const radius = count === 0 ? RADIUS.empty : Math.max(RADIUS.least, Math.ceil(reachOf(count)) + 3);
  return { ...place, code, place, radius, numbered: count > 0, numberOnly };
}

const withoutNumber = (disc: Disc): Disc => ({ ...disc, radius: RADIUS.empty, numbered: false });
const atItsPlace = (disc: Disc): Disc => ({ ...disc, ...disc.place });

/** Whether a disc, as it is drawn in whole units, touches another or what is taken. */
function liesOnAnother(disc: Disc, discs: readonly Disc[], taken: readonly Taken[]): boolean {
  const touches = (other: Taken) =>
    other !== disc && Math.hypot(disc.x - other.x, disc.y - other.y) < disc.radius + other.radius + GAP / 2;
  return discs.some(touches) || taken.some(touches);
}

/** Moves discs until none lies on another or on what is taken, as far as that can be had in some rounds. */
function settle(discs: readonly Disc[], taken: readonly Taken[], { width, height }: Size): void {
  for (let round = 0; round < ROUNDS; round++) {
    let still = true;
    for (const [at, one] of discs.entries()) {
      for (let behind = at + 1; behind < discs.length; behind++) {
        const other = discs[behind]!;
        const least = one.radius + other.radius + GAP;
        const [dx, dy] = [other.x - one.x, other.y - one.y];
        // Most lie far apart: two comparisons are cheaper than a root.
        if (Math.abs(dx) >= least || Math.abs(dy) >= least) continue;
        const apart = Math.hypot(dx, dy);
        if (apart >= least) continue;
        still = false;
        // Two on one spot part in a direction of their own, or all of them would leave along one line.
        const turn = at * 2.4 + behind;
        const [x, y] = apart > 0 ? [dx / apart, dy / apart] : [Math.cos(turn), Math.sin(turn)];
        const push = (least - apart) / 2 + 0.1;
        one.x -= x * push;
        one.y -= y * push;
        other.x += x * push;
        other.y += y * push;
      }
      for (const { x, y, radius } of taken) {
        const least = one.radius + radius + GAP;
        const [dx, dy] = [one.x - x, one.y - y];
        const apart = Math.hypot(dx, dy);
        if (apart >= least) continue;
        still = false;
        one.x = x + (apart > 0 ? dx / apart : 1) * (least + 0.1);
        one.y = y + (apart > 0 ? dy / apart : 0) * (least + 0.1);
      }
      const within = (value: number, most: number) => Math.min(Math.max(value, one.radius + 2), most - one.radius - 2);
      one.x = within(one.x, width);
      one.y = within(one.y, height);
    }
    if (still) break;
  }
}

/** A name beside a mark: where its text is anchored, and on which side of the mark it stands. */
export interface MarkName {
  x: number;
  y: number;
  side: 'right' | 'left';
}

/**
 * Where names fit beside their marks, to the right or else to the left: on no mark, on no number, on no other name, within the
 * map. A name that fits nowhere is left out.
 */
export function placedNames(
  named: readonly { code: string; name: string; mark: Mark }[],
  taken: readonly Taken[],
  { width }: Size,
): Map<string, MarkName> {
  const boxes = [...named.map(({ mark }) => mark), ...taken].map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const placed = new Map<string, MarkName>();
  for (const { code, name, mark } of named) {
    const long = name.length * NAME.letter;
    const beside = mark.radius + NAME.gap;
    for (const side of ['right', 'left'] as const) {
      const x = side === 'right' ? mark.x + beside : mark.x - beside;
      const left = side === 'right' ? x : x - long;
      const box = { left, right: left + long, top: mark.y - NAME.height / 2, bottom: mark.y + NAME.height / 2 };
      const meets = boxes.some(
        (other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
      );
      if (meets || box.left < 0 || box.right > width) continue;
      boxes.push(box);
      placed.set(code, { x, y: mark.y, side });
      break;
    }
  }
  return placed;
}
