import { type Locale, LOCALES } from '#vocab/language.ts';
import type { Texts } from '#vocab/texts.ts';
import { dayAfter, daysBetween, type MilestoneContent } from './model.ts';

/** Of an edition, what says where its year lies: its years in order, and the first day of its Summit where that is known. */
export interface YearOfEdition {
  years: readonly number[];
  summit: string | null;
}

/** How days are moved: as far from the Summit as they were, or by whole years to the same day of the week. */
export type Moving = { by: 'summit'; days: number } | { by: 'years'; years: number; days: number };

/**
 * How the days of one edition become those of the next. Where both Summits have a day, by what lies between them; else by the years between the
 * editions, in whole weeks: the nearest to those years, and the same for all, so that nothing changes places.
 */
export function movingBetween(from: YearOfEdition, to: YearOfEdition): Moving {
  if (from.summit !== null && to.summit !== null) return { by: 'summit', days: daysBetween(from.summit, to.summit) };
  const [last, next] = [from.years.at(-1)!, to.years.at(-1)!];
  // From the middle of one year to that of the other, so that a leap day weighs the same on both sides of it.
  const days = daysBetween(`${last}-07-01`, `${next}-07-01`);
  return { by: 'years', years: next - last, days: Math.round(days / 7) * 7 };
}

/**
 * The milestones of an edition as those of the next one (`movingBetween`). What stood on a working day stands on one: where the distance from the Summit
 * would put it on a weekend, it takes the working day nearest to it. What begins with the Summit begins with it, on whatever day that is. Years that are the old
 * edition's move along in titles. What was done is to be done again.
 */
export function movedTo(
  milestones: readonly MilestoneContent[],
  from: YearOfEdition,
  to: YearOfEdition,
): MilestoneContent[] {
  const moving = movingBetween(from, to);
  const move = (day: string): string => {
    const moved = dayAfter(day, moving.days);
    return moving.by === 'years' || isWeekend(day) ? moved : workingDayNear(moved);
  };
  return milestones.map((one) => {
    const title = titleMoved(one.title, from.years, to.years);
    const starts = one.from ?? one.due;
    if (moving.by === 'summit' && starts === from.summit)
      return { ...one, title, from: one.from && dayAfter(one.from, moving.days), due: dayAfter(one.due, moving.days) };
    const [first, due] = [one.from && move(one.from), move(one.due)];
    return { ...one, title, from: first === due ? null : first, due };
  });
}

/** Whether a day is a Saturday or a Sunday: the weekend of the United Nations' offices. */
export function isWeekend(day: string): boolean {
  return [0, 6].includes(weekdayOf(day));
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** A day, or where it is on a weekend the working day beside it: Friday before a Saturday, Monday after a Sunday. */
function workingDayNear(day: string): string {
  const weekday = weekdayOf(day);
  return weekday === 6 ? dayAfter(day, -1) : weekday === 0 ? dayAfter(day, 1) : day;
}

/**
 * A title in whose words the old edition's years have become the next one's, in each language and in the digits it is written in: "Summit 2020", "قمة ٢٠٢٠".
 * An edition's span of years, as "2017–2018", becomes that of the other. Any other number stays, such as that of the 2030 Agenda, and so do parts of a longer
 * one and of dates and pairs like 2020-10-19 and 2020/21, of which the rest would be wrong.
 */
export function titleMoved(title: Texts, from: readonly number[], to: readonly number[]): Texts {
  return Object.fromEntries(
    LOCALES.flatMap((locale): [Locale, string][] => {
      const text = title[locale];
      return text === undefined ? [] : [[locale, textMoved(text, from, to)]];
    }),
  );
}

const DIGITS = ['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹'];

function textMoved(text: string, from: readonly number[], to: readonly number[]): string {
  const later = to.at(-1)! - from.at(-1)!;
  return DIGITS.reduce((written, digits) => {
    const inDigits = (year: number) => String(year).replace(/\d/g, (digit) => digits[Number(digit)]!);
    const years = from.map(inDigits);
    const span = years.length > 1 ? `${years[0]}(\\s?[-–—/]\\s?)${years.at(-1)}|` : '()';
    const pattern = new RegExp(`${BEFORE}(?:${span}(?:${years.join('|')}))${BEHIND}`, 'gu');
    return written.replace(pattern, (found, between: string | undefined) => {
      if (!between) return inDigits(from[years.indexOf(found)]! + later);
      return to.length === 1 ? inDigits(to[0]!) : `${inDigits(to[0]!)}${between}${inDigits(to.at(-1)!)}`;
    });
  }, text);
}

/** What stands around a number that is a year by itself: no digit, and nothing that makes it part of a date or of a pair. */
const BEFORE = '(?<!\\p{Nd}|\\p{Nd}[-/.])';
const BEHIND = '(?!\\p{Nd}|[-–/.]\\p{Nd}{1,2}(?!\\p{Nd}))';
