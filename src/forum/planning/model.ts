import { dateFormat } from '#vocab/dates.ts';
import { type Locale, LOCALES } from '#vocab/language.ts';
import { isWritten, type Texts } from '#vocab/texts.ts';
import type { Actor } from '#platform/context.ts';
import type { Complaint } from '#platform/problem.ts';
import { isMechanism, isRole, readLine, type Role } from '#forum/people/index.ts';

/** What can be due in an edition's year, in the order in which it usually is. */
export const MILESTONE_KINDS = [
  'survey',
  'themes',
  'preparatory-meeting',
  'regional-consultation',
  'working-group',
  'registration',
  'summit',
  'report',
  'other',
] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/** What is kept of a milestone. Days are written as 2026-11-24. */
export interface MilestoneContent {
  kind: MilestoneKind;
  title: Texts;
  note: Texts;
  /** The first day of what takes several; null for what is due on one. */
  from: string | null;
  /** The last day. */
  due: string;
  /** Whose it is to see to it; null where nobody with a role does. */
  role: Role | null;
  /** The state or mechanism that role is of; null for everybody who holds it. */
  of: string | null;
  /** Who else sees to it, as people call them. */
  who: string;
  /** Everybody may see it. */
  public: boolean;
  /** Where it is done; empty where that is no page. */
  url: string;
  /** So many days before it is due whoever owes it is reminded, the most first. */
  remind: number[];
}

/** A milestone as it is kept. */
export interface Milestone extends MilestoneContent {
  id: string;
  edition: string;
  version: number;
  done: { at: Date; by: string } | null;
}

/** What is typed of a milestone, as it was typed; `title-fr` and `note-fr` and their like are its texts. */
export const MILESTONE_FIELDS = [
  'kind',
  ...LOCALES.map((locale) => `title-${locale}` as const),
  ...LOCALES.map((locale) => `note-${locale}` as const),
  'from',
  'due',
  'owes',
  'who',
  'url',
  'remind',
] as const;
export type MilestoneForm = Record<(typeof MILESTONE_FIELDS)[number], string> & { public: boolean };

/** As long as they may be, in characters; as many reminders as there may be, and as early, in days. */
export const LONGEST_TITLE = 160;
export const LONGEST_NOTE = 2_000;
export const MOST_REMINDERS = 5;
export const EARLIEST_REMINDER = 180;

/** A milestone as it is kept, or what is wrong with what was typed. */
export function readMilestone(form: MilestoneForm): MilestoneContent | { complaints: Complaint[] } {
  const complaints: Complaint[] = [];
  const complain = (name: string, key: PlanningKey, values?: Record<string, number | string>) =>
    complaints.push({ name, notice: values ? { key, values } : { key } });
  const kind = MILESTONE_KINDS.find((one) => one === form.kind);
  if (!kind) complain('kind', 'planning.no-kind');
  const title = textsIn((locale) => readLine(form[`title-${locale}`]));
  const note = textsIn((locale) => form[`note-${locale}`].trim());
  if (!isWritten(title)) complain('title-en', 'planning.no-title');
  for (const locale of LOCALES) {
    if (lengthOf(title[locale]) > LONGEST_TITLE)
      complain(`title-${locale}`, 'planning.too-long', { most: LONGEST_TITLE });
    if (lengthOf(note[locale]) > LONGEST_NOTE) complain(`note-${locale}`, 'planning.too-long', { most: LONGEST_NOTE });
  }
  const due = readDay(form.due);
  if (due === null) complain('due', 'planning.no-day');
  const from = form.from.trim() === '' ? null : readDay(form.from);
  if (form.from.trim() !== '' && from === null) complain('from', 'planning.no-day');
  if (from !== null && due !== null && from > due) complain('from', 'planning.ends-before');
  const owes = readOwes(form.owes);
  if (owes === null) complain('owes', 'planning.unknown-role');
  const who = readLine(form.who);
  if (lengthOf(who) > LONGEST_TITLE) complain('who', 'planning.too-long', { most: LONGEST_TITLE });
  const url = form.url.trim();
  if (url !== '' && !isAddress(url)) complain('url', 'planning.no-address');
  const remind = readReminders(form.remind);
  if (remind === null) complain('remind', 'planning.no-reminders', { most: MOST_REMINDERS, days: EARLIEST_REMINDER });
  if (complaints.length > 0 || !kind || due === null || owes === null || remind === null) return { complaints };
  return { kind, title, note, from: from === due ? null : from, due, ...owes, who, public: form.public, url, remind };
}

type PlanningKey = Extract<Complaint['notice']['key'], `planning.${string}`>;

/** What was typed of a milestone that reads as this. */
export function formOfMilestone(content: MilestoneContent): MilestoneForm {
  const texts = LOCALES.flatMap((locale) => [
    [`title-${locale}`, content.title[locale] ?? ''],
    [`note-${locale}`, content.note[locale] ?? ''],
  ]);
  const { kind, from, due, who, url } = content;
  const plain = { kind, from: from ?? '', due, owes: owesOf(content), who, url, remind: content.remind.join(', ') };
  return { ...Object.fromEntries(texts), ...plain, public: content.public } as MilestoneForm;
}

/** How a role is written in a form: "chair", "mechanism-coordinator:business". Empty where nobody with a role owes it. */
export function owesOf({ role, of }: Pick<MilestoneContent, 'role' | 'of'>): string {
  return role === null ? '' : of === null ? role : `${role}:${of}`;
}

function readOwes(text: string): Pick<MilestoneContent, 'role' | 'of'> | null {
  if (text.trim() === '') return { role: null, of: null };
  const [role = '', of] = text.trim().split(':');
  if (!isRole(role) || (of !== undefined && !(role === 'mechanism-coordinator' && isMechanism(of)))) return null;
  return { role, of: of ?? null };
}

function readReminders(text: string): number[] | null {
  const pieces = text.split(/[\s,،;؛]+/u).filter(Boolean);
  const days = [...new Set(pieces.map((piece) => (/^\d{1,3}$/.test(piece) ? Number(piece) : Number.NaN)))];
  const fine = days.length <= MOST_REMINDERS && days.every((one) => one >= 0 && one <= EARLIEST_REMINDER);
  return fine ? days.sort((a, b) => b - a) : null;
}

/** A day as a form sends it, where there is such a day; else null. */
export function readDay(text: string): string | null {
  const day = text.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : null;
}

function isAddress(text: string): boolean {
  if (text.startsWith('/') && !text.startsWith('//')) return !/[\s\\]/.test(text);
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

const lengthOf = (text: string | undefined): number => [...(text ?? '')].length;

const textsIn = (read: (locale: Locale) => string): Texts =>
  Object.fromEntries(LOCALES.map((locale) => [locale, read(locale)]).filter(([, text]) => text !== ''));

/** How a milestone stands on a day. */
export type Standing = 'done' | 'late' | 'now' | 'soon' | 'ahead';

/** What is due within so many days is soon. */
export const SOON = 21;

/** How a milestone stands on a day: done; late, where its last day is over; now, while it goes on; soon; or ahead. */
export function standingOn({ from, due, done }: Pick<Milestone, 'from' | 'due' | 'done'>, day: string): Standing {
  if (done) return 'done';
  if (due < day) return 'late';
  if (due === day || (from !== null && from <= day)) return 'now';
  return daysBetween(day, from ?? due) <= SOON ? 'soon' : 'ahead';
}

/** How many days one day is after another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}
const DAY = 86_400_000;

/** A day as people write it, with its day of the week. */
export function dayText(day: string, locale: Locale): string {
  return dateFormat(locale, { dateStyle: 'full' }).format(new Date(`${day}T00:00:00Z`));
}

/** A day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Whether somebody is among those who owe it. */
export function isOwedBy({ role, of }: Pick<MilestoneContent, 'role' | 'of'>, actor: Pick<Actor, 'roles'>): boolean {
  return role !== null && actor.roles.some((held) => held.role === role && (of === null || held.of === of));
}

/**
 * Which of its reminders are due on a day and were not given. Of several at once, as after a long stop of the server, only the latest is worth
 * a letter; it stands for the earlier ones.
 */
export function remindersDue(milestone: Milestone, given: readonly number[], day: string): number[] {
  if (milestone.done || milestone.due < day) return [];
  const left = daysBetween(day, milestone.due);
  return milestone.remind.filter((days) => days >= left && !given.includes(days));
}
