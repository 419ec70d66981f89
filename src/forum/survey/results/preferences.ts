/**
 * One ranking: the options on the first place, those on the second, and so on. Options on one place are tied. Options on no place were not
 * ranked.
 */
export type Ranking = readonly (readonly string[])[];

/**
 * On which place each option stands, 0 the first. All options that were not ranked stand together behind the last place: whoever answers
 * prefers what they ranked to what they left out, and says nothing about what they left out among itself. That is how Schulze reads a ballot
 * that does not rank all ("A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election
 * method", Social Choice and Welfare 36, 2011, section 2.1), and we read it so for both methods, so that they differ in nothing but the method.
 */
export function placesIn(ranking: Ranking, options: readonly string[]): Map<string, number> {
  const places = new Map(options.map((option) => [option, ranking.length]));
  // From the last place to the first: an option that stands twice stands on the better place.
  [...ranking.entries()].reverse().forEach(([place, tied]) => {
    for (const option of tied) if (places.has(option)) places.set(option, place);
  });
  return places;
}

/** How many rankings put an option before another: `preferredTo.get(a).get(b)`. */
export type Comparisons = Map<string, Map<string, number>>;

/** Compares every two options over all rankings. */
export function compared(rankings: readonly Ranking[], options: readonly string[]): Comparisons {
  const preferred: Comparisons = new Map(options.map((one) => [one, new Map(options.map((other) => [other, 0]))]));
  for (const ranking of rankings) {
    const places = placesIn(ranking, options);
    for (const one of options) {
      const row = preferred.get(one)!;
      for (const other of options) if (places.get(one)! < places.get(other)!) row.set(other, row.get(other)! + 1);
    }
  }
  return preferred;
}
