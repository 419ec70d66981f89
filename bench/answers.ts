import type { Facet } from './corpus.ts';

/** What every engine has to answer: the exact total, exact disjunctive counts of every value, the first twenty. */
export interface Answer {
  total: number;
  /** Values without a document may be left out. */
  counts: Record<Facet, Map<string, number>>;
  ids: string[];
}

/** Whether totals and all counts are the same; how documents are ranked is each engine's own. */
export function sameCounts(one: Answer, other: Answer): boolean {
  return one.total === other.total && told(one) === told(other) && one.ids.length === other.ids.length;
}

function told({ counts }: Answer): string {
  return Object.entries(counts)
    .map(([facet, values]) => {
      const some = [...values].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1));
      return `${facet} ${some.map((pair) => pair.join(':')).join()}`;
    })
    .sort()
    .join('\n');
}
