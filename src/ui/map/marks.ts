/** A mark for a state too small to be seen: a disc beside, or on, the place it points to. Lengths are units of the map. */
export interface Mark {
  x: number;
  y: number;
  radius: number;
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

/** How far from its middle a number reaches. */
export function reachOf(count: number): number {
  return Math.hypot(FIGURE.height, FIGURE.width * String(count).length);
}

/**
 * Sets a mark at each place, and moves those apart that would lie on each other. The same places and numbers give the same
 * marks, and none leaves the map.
 */
export function placedMarks(
  places: readonly { code: string; x: number; y: number; count: number }[],
  { width, height }: { width: number; height: number },
): Map<string, Mark> {
  const discs = places.map(({ code, x, y, count }) => ({
    code,
    x,
    y,
    place: { x, y },
    radius: count === 0 ? RADIUS.empty : Math.max(RADIUS.least, Math.ceil(reachOf(count)) + 3),
  }));
  for (let round = 0; round < ROUNDS; round++) {
    let still = true;
    for (const [at, one] of discs.entries()) {
      for (const [behind, other] of discs.slice(at + 1).entries()) {
        const least = one.radius + other.radius + GAP;
        const [dx, dy] = [other.x - one.x, other.y - one.y];
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
      const within = (value: number, most: number) => Math.min(Math.max(value, one.radius + 2), most - one.radius - 2);
      one.x = within(one.x, width);
      one.y = within(one.y, height);
    }
    if (still) break;
  }
  return new Map(
    discs.map(({ code, x, y, radius, place }) => {
      const moved = Math.hypot(x - place.x, y - place.y) > radius;
      return [code, { x: Math.round(x), y: Math.round(y), radius, from: moved ? place : null }];
    }),
  );
}
