import type { Segment } from './segment.ts';

/** How many documents alive carry a value of one facet and a value of another (their numbers), for every pair that occurs. */
export function crossCounts(
  segments: readonly Segment[],
  rows: number,
  columns: number,
): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { columns: carried, alive, ids } of segments) {
    const names = namesOf(carried.values);
    for (let document = 0; document < ids.length; document++) {
      if (alive[document] === 0) continue;
      const values = carried.rows.subarray(carried.starts[document], carried.starts[document + 1]);
      const others = values.filter((value) => carried.facetOf[value] === columns);
      for (const value of values) {
        if (carried.facetOf[value] !== rows) continue;
        const row = counts.get(names[value]!) ?? new Map<string, number>();
        counts.set(names[value]!, row);
        for (const other of others) row.set(names[other]!, (row.get(names[other]!) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** The values by their numbers. */
function namesOf(values: readonly Map<string, number>[]): string[] {
  const names: string[] = [];
  for (const byValue of values) for (const [value, number] of byValue) names[number] = value;
  return names;
}
