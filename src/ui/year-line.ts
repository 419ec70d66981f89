/** Something on the line of a year: its first and its last day, written as 2026-11-24. */
export interface LineEntry {
  id: string;
  from: string | null;
  due: string;
}

/** Where something stands on the line: from where to where, in which row. */
export interface LineMark {
  id: string;
  x: number;
  width: number;
  row: number;
}

/** A year, or as many months as are needed, laid out as a line. Lengths are those of the picture's own coordinates. */
export interface YearLine {
  width: number;
  height: number;
  /** Where each month begins, with its first day. */
  months: { x: number; day: string }[];
  marks: LineMark[];
  /** Where today is; null where that is on no part of the line. */
  today: number | null;
}

export const LINE_WIDTH = 720;
/** Room above the marks for the months, and the height of a row of marks. */
export const HEAD = 34;
export const ROW = 24;
/** As wide as the mark of one day is. */
export const MARK = 14;

/** Lays out what is due as a line of whole months; marks that would cover each other stand in rows below. Null where nothing is due. */
export function layOutYear(entries: readonly LineEntry[], today: string, rightToLeft: boolean): YearLine | null {
  if (entries.length === 0) return null;
  const days = entries.flatMap(({ from, due }) => [from ?? due, due]).sort();
  const first = monthOf(days[0]!);
  const end = monthAfter(days.at(-1)!);
  const whole = daysOf(end) - daysOf(first);
  const along = (day: string, after = 0) => ((daysOf(day) + after - daysOf(first)) / whole) * LINE_WIDTH;
  const side = (x: number, width: number) => (rightToLeft ? LINE_WIDTH - x - width : x);

  const ends: number[] = [];
  const marks = [...entries]
    .sort((a, b) => compare(a.from ?? a.due, b.from ?? b.due) || compare(a.due, b.due))
    .map(({ id, from, due }) => {
      const [start, stop] = [along(from ?? due), along(due, 1)];
      const width = Math.max(MARK, stop - start);
      const x = Math.min(Math.max(0, (start + stop - width) / 2), LINE_WIDTH - width);
      const free = ends.findIndex((until) => until + 2 <= x);
      const row = free < 0 ? ends.length : free;
      ends[row] = x + width;
      return { id, x: side(x, width), width, row };
    });
  const now = today >= first && today < end ? side(along(today) + LINE_WIDTH / whole / 2, 0) : null;
  return {
    width: LINE_WIDTH,
    height: HEAD + ends.length * ROW + 6,
    months: monthsFrom(first, end).map((day) => ({ x: side(along(day), 0), day })),
    marks,
    today: now,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const daysOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

function monthAfter(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

function monthsFrom(first: string, end: string): string[] {
  const months = [];
  for (let day = first; day < end; day = monthAfter(day)) months.push(day);
  return months;
}
