import { compared, type Comparisons, type Ranking } from './preferences.ts';

/** What Schulze's method says of a set of rankings. It is an order as far as the rankings give one, and no further. */
export interface SchulzeOrder {
  /** How many prefer the one to the other. */
  preferred: Comparisons;
  /** The strength of the strongest path from the one to the other; 0 where there is none. */
  strengths: Comparisons;
  /** The options each option comes before: a strict partial order. */
  before: Map<string, Set<string>>;
  /** Those no other comes before. More than one: they are level. */
  first: string[];
  /**
   * The places, where the order is one of places with ties; null where being level does not carry over (A level with B, B with C, and yet A
   * before C), so that no list of places would be true.
   */
  places: string[][] | null;
  /** The option that more prefer to each other one than the other way round; null where there is none. */
  condorcet: string | null;
  /** Sets of options that majorities put in a circle: A before B, B before C, C before A. Each is in the order of `options`. */
  cycles: string[][];
}

/**
 * Schulze's method (the beatpath method) with the strength of a comparison measured by winning votes: Markus Schulze, "A new monotonic,
 * clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method", Social Choice and Welfare 36 (2011),
 * 267–303, sections 2.2 and 2.3; paths by his Floyd-Warshall procedure of 2.3.1. He completes the order by a tie-break of chance (section 5);
 * we do not, since an order that chance made would be taken for a preference.
 */
export function schulze(rankings: readonly Ranking[], options: readonly string[]): SchulzeOrder {
  const preferred = compared(rankings, options);
  const strengths = strongestPaths(preferred, options);
  const before = new Map(
    options.map((one) => [
      one,
      new Set(options.filter((other) => strengthOf(strengths, one, other) > strengthOf(strengths, other, one))),
    ]),
  );
  const wins = (one: string, other: string) => strengthOf(preferred, one, other) > strengthOf(preferred, other, one);
  return {
    preferred,
    strengths,
    before,
    first: options.filter((option) => !options.some((other) => before.get(other)!.has(option))),
    places: placesOf(before, options),
    condorcet: options.find((one) => options.every((other) => other === one || wins(one, other))) ?? null,
    cycles: cyclesIn(wins, options),
  };
}

const strengthOf = (table: Comparisons, one: string, other: string): number => table.get(one)?.get(other) ?? 0;

/** A path is as strong as its weakest step; a step is there where more prefer the one to the other than the other way round. */
function strongestPaths(preferred: Comparisons, options: readonly string[]): Comparisons {
  const paths: Comparisons = new Map(
    options.map((one) => [
      one,
      new Map(
        options.map((other) => {
          const votes = strengthOf(preferred, one, other);
          return [other, votes > strengthOf(preferred, other, one) ? votes : 0];
        }),
      ),
    ]),
  );
  for (const between of options)
    for (const from of options)
      for (const to of options) {
        if (from === to) continue;
        const way = Math.min(strengthOf(paths, from, between), strengthOf(paths, between, to));
        if (way > strengthOf(paths, from, to)) paths.get(from)!.set(to, way);
      }
  return paths;
}

/** The places of a partial order, where those level with each other are level with the same others; else null. */
function placesOf(before: Map<string, Set<string>>, options: readonly string[]): string[][] | null {
  const byNumberBehind = new Map<number, string[]>();
  for (const option of options) {
    const behind = before.get(option)!.size;
    byNumberBehind.set(behind, [...(byNumberBehind.get(behind) ?? []), option]);
  }
  const places = [...byNumberBehind].sort(([a], [b]) => b - a).map(([, tied]) => tied);
  const isTrue = places.every((tied, place) =>
    tied.every((one) => {
      const behind = places.slice(place + 1).flat();
      return before.get(one)!.size === behind.length && behind.every((other) => before.get(one)!.has(other));
    }),
  );
  return isTrue ? places : null;
}

/** The sets of options from each of which one comes to each other by steps of which every one wins. */
function cyclesIn(wins: (one: string, other: string) => boolean, options: readonly string[]): string[][] {
  const reached = new Map(options.map((option) => [option, reachedFrom(option, wins, options)]));
  const cycles: string[][] = [];
  for (const option of options) {
    if (cycles.some((cycle) => cycle.includes(option)) || !reached.get(option)!.has(option)) continue;
    cycles.push(options.filter((other) => reached.get(option)!.has(other) && reached.get(other)!.has(option)));
  }
  return cycles;
}

function reachedFrom(
  start: string,
  wins: (one: string, other: string) => boolean,
  options: readonly string[],
): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let here = open.pop(); here !== undefined; here = open.pop())
    for (const next of options)
      if (wins(here, next) && !reached.has(next)) {
        reached.add(next);
        open.push(next);
      }
  return reached;
}
