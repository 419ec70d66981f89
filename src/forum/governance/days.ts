/**
 * A day as far as it is known: "2009", "2020-02" or "2018-12-05". Much of the Forum's history is known by its year alone, and a day that
 * nobody knows is not to be invented.
 */
export type RoughDay = string;

const ROUGH = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
/** The years a day of the Forum can be in: what lies outside was mistyped. */
const YEARS = { first: 1900, last: 2199 };

/** A day, month or year as it was typed, read; null where it is none that is in the calendar. */
export function readRoughDay(text: string): RoughDay | null {
  const [, year = '', month = '01', day = '01'] = ROUGH.exec(text.trim()) ?? [];
  if (year === '' || Number(year) < YEARS.first || Number(year) > YEARS.last) return null;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const stands = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
  return stands ? text.trim() : null;
}

/** A whole day as it was typed, read; null where it is not written as 2018-06-01 or not in the calendar. */
export function readWholeDay(text: string): string | null {
  const read = readRoughDay(text);
  return read?.length === 10 ? read : null;
}

/** The first day it can mean. */
export function firstDayOf(rough: RoughDay): string {
  return `${rough}-01-01`.slice(0, 10);
}

/** The last day it can mean. */
export function lastDayOf(rough: RoughDay): string {
  if (rough.length === 10) return rough;
  if (rough.length === 4) return `${rough}-12-31`;
  const [year, month] = rough.split('-').map(Number);
  return new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10);
}

/** The day before a whole day. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** A time from one day to another, both counted in; no last day is known while it goes on. */
export interface Span {
  from: RoughDay;
  last: RoughDay | null;
}

/** Whether a time takes in a day. Where only the year or month is known, all of it counts. */
export function takesIn({ from, last }: Span, day: string): boolean {
  return firstDayOf(from) <= day && (last === null || day <= lastDayOf(last));
}

/** Whether there is a day that two times both take in. */
export function overlap(one: Span, other: Span): boolean {
  const ends = (span: Span) => (span.last === null ? '9999' : lastDayOf(span.last));
  return firstDayOf(one.from) <= ends(other) && firstDayOf(other.from) <= ends(one);
}

/** Whether its end is not before its beginning. */
export function isInOrder({ from, last }: Span): boolean {
  return last === null || firstDayOf(from) <= lastDayOf(last);
}
