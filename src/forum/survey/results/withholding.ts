/** PRODUCT.md, rule 7: what rests on fewer answers is withheld. */
export const LEAST = 5;

/**
 * One figure that is shown, by what it was made of: whose answers, and which answer of theirs (a mark that changes with the answer).
 * Whether it is a table of counts, points or comparisons does not matter: each is a sum over answers.
 */
export type Sum = ReadonlyMap<string, string>;

/**
 * Whether nothing can be worked out from these sums that rests on the answers of one to four respondents: not from one of them, and not by
 * adding and subtracting them in any way (the whole less the other groups, a later count less an earlier one), also by somebody who
 * knows the answers of those who are `named`.
 *
 * Write the sums as rows of a matrix with a column for each answer. Whatever can be worked out by adding and subtracting is a combination
 * of rows, and rests on the respondents with a column in which that combination is not 0. A set of columns that spans the column space has such
 * a column for every combination but 0. So where there are five sets of respondents, none in two of them, whose columns each
 * span it, every combination rests on five respondents at least. (The search takes the sets one by one; where it fails there may yet be
 * five, and then more is withheld than need be, never less. For groups that do not overlap and are counted once it is exact.)
 */
export function isGuarded(sums: readonly Sum[], named: ReadonlySet<string>): boolean {
  if (sums.some((sum) => sum.size > 0 && sum.size < LEAST)) return false;
  return areDisjointBases(sums, new Set()) && areDisjointBases(sums, named);
}

/** Respondents whose answers stand in the same sums. */
interface Alike {
  columns: number[][];
  count: number;
}

function areDisjointBases(sums: readonly Sum[], known: ReadonlySet<string>): boolean {
  const alike = alikeIn(sums, known);
  const rank = basisFrom(alike).rank;
  for (let set = 0; set < LEAST; set += 1) {
    // Of those of whom there are most first: what is rare is kept for the sets that come.
    const there = alike.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
    const basis = basisFrom(there);
    if (basis.rank < rank) return false;
    for (const used of basis.used) used.count -= 1;
  }
  return true;
}

function alikeIn(sums: readonly Sum[], known: ReadonlySet<string>): Alike[] {
  const respondents = new Set(sums.flatMap((sum) => [...sum.keys()]).filter((respondent) => !known.has(respondent)));
  const found = new Map<string, Alike>();
  for (const respondent of respondents) {
    const answers = new Set(sums.flatMap((sum) => sum.get(respondent) ?? []));
    const columns = [...answers].map((answer) => sums.map((sum) => (sum.get(respondent) === answer ? 1 : 0)));
    const key = columns
      .map((column) => column.join(''))
      .sort()
      .join(' ');
    const same = found.get(key);
    if (same) same.count += 1;
    else found.set(key, { columns, count: 1 });
  }
  return [...found.values()];
}

/** Takes respondents while their columns add a dimension. */
function basisFrom(alike: readonly Alike[]): { rank: number; used: Alike[] } {
  const reduced: { pivot: number; row: number[] }[] = [];
  const used: Alike[] = [];
  for (const one of alike) {
    const before = reduced.length;
    for (const column of one.columns) {
      const rest = lessen(column, reduced);
      const pivot = rest.findIndex((value) => Math.abs(value) > 1e-9);
      if (pivot >= 0) reduced.push({ pivot, row: rest.map((value) => value / rest[pivot]!) });
    }
    if (reduced.length > before) used.push(one);
  }
  return { rank: reduced.length, used };
}

function lessen(column: number[], reduced: readonly { pivot: number; row: number[] }[]): number[] {
  const rest = [...column];
  for (const { pivot, row } of reduced) {
    const factor = rest[pivot]!;
    if (factor !== 0) row.forEach((value, at) => (rest[at] = rest[at]! - factor * value));
  }
  return rest;
}

/**
 * Which sums may be shown beside those that are shown already: the whole first, then the parts, the largest first, each as long as all stay
 * guarded. So where one part must be withheld, a second one is withheld with it wherever the whole would give the first away.
 * @param later sums that are to be possible later: what is shown now does not stand in their way
 */
export function showable(
  whole: Sum,
  parts: ReadonlyMap<string, Sum>,
  earlier: readonly Sum[],
  named: ReadonlySet<string>,
  later: readonly Sum[] = [],
): { whole: boolean; parts: string[] } {
  if (whole.size < LEAST || !isGuarded([...earlier, whole, ...later], named)) return { whole: false, parts: [] };
  const shown = [...earlier, whole];
  const shownParts: string[] = [];
  const largestFirst = [...parts].sort(([a, one], [b, other]) => other.size - one.size || (a < b ? -1 : 1));
  for (const [code, part] of largestFirst) {
    if (part.size < LEAST || !isGuarded([...shown, part, ...later], named)) continue;
    shown.push(part);
    shownParts.push(code);
  }
  return { whole: true, parts: shownParts };
}
