import type { Practice } from './model.ts';
import { statusOf } from './status.ts';

type Dated = Pick<Practice, 'confirmedAt' | 'createdAt' | 'source' | 'start' | 'end' | 'ongoing'>;

/** After so long nobody knows whether a practice is still what is told of it. */
const MONTHS = 12;

/**
 * When a practice was last known to be so: when somebody confirmed it; where nobody ever has, when it came here, or the end of the
 * year of the edition that recorded it, whichever was earlier (docs/decisions/0023).
 */
export function knownSince({ confirmedAt, createdAt, source }: Dated): Date {
  if (confirmedAt !== null) return new Date(confirmedAt);
  const came = new Date(createdAt);
  if (source.edition === null) return came;
  const recorded = new Date(Date.UTC(source.edition + 1, 0, 1) - 1);
  return recorded < came ? recorded : came;
}

/**
 * Whether nobody has confirmed for twelve months that a practice is still so. One that is over stays what it was: nobody need be
 * asked.
 */
export function isStale(practice: Dated, now: Date): boolean {
  if (statusOf(practice, now.getUTCFullYear()) === 'completed') return false;
  const due = new Date(knownSince(practice));
  due.setUTCMonth(due.getUTCMonth() + MONTHS);
  return now >= due;
}
