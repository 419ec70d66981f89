import type { Practice } from './model.ts';

/** After how many months a practice that nobody has confirmed is no longer taken to be current. */
export const STALE_AFTER_MONTHS = 12;
/** How many months lie at least between two times its owner is asked. */
export const REMINDED_EVERY_MONTHS = 3;

/** When somebody last said, or showed by changing it, that a practice is as described. */
export function lastConfirmed({ confirmedAt, updatedAt }: Pick<Practice, 'confirmedAt' | 'updatedAt'>): Date {
  return new Date(confirmedAt ?? updatedAt);
}

/** Whether a published practice has not been confirmed for so long that readers should know. */
export function isStale(practice: Pick<Practice, 'standing' | 'confirmedAt' | 'updatedAt'>, now: Date): boolean {
  return practice.standing === 'published' && lastConfirmed(practice) <= monthsBefore(now, STALE_AFTER_MONTHS);
}

/** Whether the owner of a practice is to be asked (again) if it is still as described. */
export function isReminderDue(
  practice: Pick<Practice, 'standing' | 'confirmedAt' | 'updatedAt' | 'remindedAt'>,
  now: Date,
): boolean {
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
