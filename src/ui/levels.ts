import type { CoverageLevel } from './views.ts';

/** The class of a number: none, then four of equal width on a root scale, so that small numbers still tell apart. */
export function levelOf(count: number, most: number): CoverageLevel {
  return count === 0 ? 0 : (Math.min(4, Math.ceil(4 * Math.sqrt(count / most))) as CoverageLevel);
}

/** The least and the greatest number of each class, as found: the legend says what is there. */
export function classesOf(
  cells: readonly { count: number; level: CoverageLevel }[],
): { level: CoverageLevel; least: number; most: number }[] {
  return ([1, 2, 3, 4] as const).flatMap((level) => {
    const counts = cells.filter((cell) => cell.level === level).map(({ count }) => count);
    return counts.length === 0 ? [] : [{ level, least: Math.min(...counts), most: Math.max(...counts) }];
  });
}
