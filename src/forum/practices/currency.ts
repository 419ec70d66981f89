import type { Practice } from './model.ts';
import { statusOf } from './status.ts';

/** After how many months a practice that nobody has confirmed is no longer taken to be current. */
export const STALE_AFTER_MONTHS = 12;
/** How many months lie at least between two times its owner is asked. */
export const REMINDED_EVERY_MONTHS = 3;

/** What of a practice tells whether it is still known to be as described. */
export type Dated = Pick<Practice, 'standing' | 'confirmedAt' | 'createdAt' | 'source' | 'start' | 'end' | 'ongoing'>;

/**
 * When a practice was last known to be so: when somebody confirmed it; where nobody ever has, when it came here, or the end of the
 * year of the edition that recorded it, whichever was earlier (docs/decisions/0023).
 */
export function knownSince({
  confirmedAt,
  createdAt,
  source,
}: Pick<Dated, 'confirmedAt' | 'createdAt' | 'source'>): Date {
  if (confirmedAt !== null) return new Date(confirmedAt);
  const came = new Date(createdAt);
  if (source.edition === null) return came;
  const recorded = new Date(Date.UTC(source.edition + 1, 0, 1) - 1);
  return recorded < came ? recorded : came;
}

/**
 * Whether nobody has confirmed for twelve months that a published practice is still so. One that is over stays what it was: nobody
 * need be asked. `keeping.ts` says the same in SQL; a test holds the two together.
 */
export function isStale(practice: Dated, now: Date): boolean {
  if (practice.standing !== 'published') return false;
  if (statusOf(practice, now.getUTCFullYear()) === 'completed') return false;
  return knownSince(practice) <= monthsBefore(now, STALE_AFTER_MONTHS);
}

/** Whether the owner of a practice is to be asked (again) if it is still as described. */
export function isReminderDue(practice: Dated & Pick<Practice, 'remindedAt'>, now: Date): boolean {
  const { remindedAt } = practice;
  const asked = remindedAt !== null && new Date(remindedAt) > monthsBefore(now, REMINDED_EVERY_MONTHS);
  return isStale(practice, now) && !asked;
}

/** The same moment so many months earlier, in UTC; the last day of the month where that has no such day. */
export function monthsBefore(now: Date, months: number): Date {
  const before = new Date(now);
  before.setUTCMonth(now.getUTCMonth() - months, 1);
  const days = new Date(Date.UTC(before.getUTCFullYear(), before.getUTCMonth() + 1, 0)).getUTCDate();
  before.setUTCDate(Math.min(now.getUTCDate(), days));
  return before;
}
