import type { HeatClass, HeatLevel } from './views.ts';

/**
 * The class of a number: none, then four of equal width on a root scale, so that small numbers still tell apart. It is no
 * higher than the number, so that a single practice is never dark, however few there are.
 */
export function levelOf(count: number, most: number): HeatLevel {
  return count === 0 ? 0 : (Math.min(4, count, Math.ceil(4 * Math.sqrt(count / most))) as HeatLevel);
}

/** The least and the greatest number of each class, as found: the legend says what is there. */
export function classesOf(cells: readonly { count: number; level: HeatLevel }[]): HeatClass[] {
  return ([1, 2, 3, 4] as const).flatMap((level) => {
    const counts = cells.filter((cell) => cell.level === level).map(({ count }) => count);
    return counts.length === 0 ? [] : [{ level, least: Math.min(...counts), most: Math.max(...counts) }];
  });
}
