/** Years that stand in one column: one alone, or several in a row. */
export interface YearColumn {
  /** "2019", or "1974–2006". */
  code: string;
  years: number[];
}

/** How many years are shown one by one, at most: more are too narrow to be read. */
export const MOST_YEARS = 20;

/**
 * The columns for years, given from the first to the last. Where they are too many, those to come are put together, then
 * the earliest: what people ask about lies between.
 */
export function yearColumns(years: readonly number[], thisYear: number): YearColumn[] {
  if (years.length <= MOST_YEARS) return years.map((year) => columnOf([year]));
  const past = years.filter((year) => year <= thisYear);
  const coming = years.filter((year) => year > thisYear);
  const early = past.splice(0, Math.max(0, past.length - MOST_YEARS));
  return [
    ...(early.length > 0 ? [columnOf(early)] : []),
    ...past.map((year) => columnOf([year])),
    ...(coming.length > 0 ? [columnOf(coming)] : []),
  ];
}

const columnOf = (years: number[]): YearColumn => ({
  code: years.length === 1 ? String(years[0]) : `${years[0]}–${years.at(-1)}`,
  years,
});
