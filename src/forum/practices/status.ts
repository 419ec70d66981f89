import type { Practice } from './model.ts';

/** Where a practice stands in time, derived from its dates and never typed (docs/decisions/0006). */
export const STATUSES = ['planned', 'ongoing', 'completed', 'unstated'] as const;
export type Status = (typeof STATUSES)[number];

type Dates = Pick<Practice, 'start' | 'end' | 'ongoing'>;

/** The status in the year `year`: what is said to be ongoing is, whatever its end; without dates nothing is stated. */
export function statusOf({ start, end, ongoing }: Dates, year: number): Status {
  if (start !== null && start > year) return 'planned';
  if (ongoing || (end !== null && end >= year)) return 'ongoing';
  if (end !== null) return 'completed';
  return 'unstated';
}

/**
 * The years in which a practice is known to have run. Where the end is open, "known" reaches to the year of the edition
 * that recorded it: that a practice of 2017 was current in 2020 says nothing about 2024.
 */
export function yearsOf(practice: Dates & Pick<Practice, 'source'>): number[] {
  const recorded = practice.source.edition;
  const start = practice.start ?? practice.end ?? (practice.ongoing ? recorded : null);
  if (start === null) return [];
  const end = practice.end ?? (recorded === null ? start : Math.max(start, recorded));
  return Array.from({ length: Math.max(0, end - start) + 1 }, (_, step) => start + step);
}
