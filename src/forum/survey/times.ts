import type { Complaint } from '#platform/problem.ts';
import { isZone, momentIn } from './zoned.ts';

/** When a survey ends and when it reminds, as typed: 2026-12-01T18:00, Africa/Nairobi, "7, 2". */
export interface TimesForm {
  closes: string;
  zone: string;
  remind: string;
}

/** Days before the end on which those are reminded who have not answered, until the host says otherwise. */
export const REMIND_DAYS: readonly number[] = [7, 2];

/** A reminder more than this many days before the end reminds nobody of anything. */
const MOST_DAYS = 60;
const DAY = 24 * 60 * 60_000;

/** Whether a reminder so many days before the end is still ahead at a moment. */
export function isAhead(days: number, now: Date, closesAt: Date): boolean {
  return closesAt.getTime() - days * DAY > now.getTime();
}

/**
 * The reminders that are proposed for a survey that is opened now and ends then: the usual ones that come at least a day after the invitation; where none does, one on
 * the last day; none where the survey takes less than two days.
 */
export function proposedReminders(now: Date, closesAt: Date): number[] {
  const fitting = REMIND_DAYS.filter((days) => isAhead(days + 1, now, closesAt));
  return fitting.length > 0 ? fitting : [1].filter((days) => isAhead(days + 1, now, closesAt));
}

/**
 * The times as they are kept, or what is wrong with them. Reminders whose day is over are refused by name; the usual ones, which stand in the field until somebody
 * types others, become those that fit.
 */
export function readTimes(
  now: Date,
  { closes, zone, remind }: TimesForm,
): { closesAt: Date; zone: string; remindDays: number[] } | { complaints: Complaint[] } {
  const complaints: Complaint[] = [];
  if (!isZone(zone)) complaints.push({ name: 'zone', notice: { key: 'survey.no-zone' } });
  const closesAt = isZone(zone) ? momentIn(zone, closes.slice(0, 16)) : null;
  if (isZone(zone) && closesAt === null) complaints.push({ name: 'closes', notice: { key: 'survey.no-closing' } });
  if (closesAt !== null && closesAt <= now) complaints.push({ name: 'closes', notice: { key: 'survey.closing-past' } });
  const typed = remind.split(/[\s,;،]+/).filter(Boolean);
  if (typed.some((day) => !/^\d{1,2}$/.test(day) || Number(day) < 1 || Number(day) > MOST_DAYS))
    complaints.push({ name: 'remind', notice: { key: 'survey.remind-unread', values: { most: MOST_DAYS } } });
  if (complaints.length > 0 || closesAt === null) return { complaints };
  const days = [...new Set(typed.map(Number))].sort((a, b) => b - a);
  if (String(days) === String(REMIND_DAYS)) return { closesAt, zone, remindDays: proposedReminders(now, closesAt) };
  const over = days.filter((day) => !isAhead(day, now, closesAt));
  return over.length === 0
    ? { closesAt, zone, remindDays: days }
    : { complaints: [overComplaint(over, now, closesAt)] };
}

function overComplaint(over: readonly number[], now: Date, closesAt: Date): Complaint {
  const [list, fitting] = [over, proposedReminders(now, closesAt)].map((days) => days.join(', '));
  return fitting === ''
    ? { name: 'remind', notice: { key: 'survey.remind-past-none', values: { list: list! } } }
    : { name: 'remind', notice: { key: 'survey.remind-past', values: { list: list!, fitting: fitting! } } };
}
