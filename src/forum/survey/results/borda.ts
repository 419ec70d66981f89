import { placesIn, type Ranking } from './preferences.ts';

/** An option with its points, and the place they give it: options with the same points share a place. */
export interface BordaPlace {
  option: string;
  points: number;
  /** From 1. After two on place 1 comes place 3. */
  place: number;
}

/**
 * Borda's count, with averaged points: of n options the first gets n − 1 points, the last 0; options on one place share the points of the
 * positions they take up, and so do all options that were not ranked (Nina Narodytska and Toby Walsh, "The computational impact of partial
 * votes on strategic voting", ECAI 2014, who call it average score; the same as a point for each option put behind and half a point for
 * each one level with it, as in a tournament). Chosen because every ranking then gives away the same number of points, however many options it
 * names: leaving options out neither gains nor loses weight for those named, as it would were they given nothing.
 * @returns the options by points, most first; those with the same points in the order of `options`
 */
export function borda(rankings: readonly Ranking[], options: readonly string[]): BordaPlace[] {
  const points = new Map(options.map((option) => [option, 0]));
  for (const ranking of rankings) {
    const places = placesIn(ranking, options);
    for (const [option, place] of places) points.set(option, points.get(option)! + shareOf(place, places));
  }
  const sorted = [...points].sort((a, b) => b[1] - a[1]);
  return sorted.map(([option, own]) => ({
    option,
    points: own,
    place: 1 + sorted.filter(([, others]) => others > own).length,
  }));
}

/** The points for a place: the average over the positions that those on it take up. Halves at the most, which a number holds exactly. */
function shareOf(place: number, places: Map<string, number>): number {
  const all = [...places.values()];
  const behind = all.filter((other) => other > place).length;
  const level = all.filter((other) => other === place).length;
  return behind + (level - 1) / 2;
}
