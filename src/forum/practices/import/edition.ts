/** A line that names the document: "Annex to the … 2020 …", in four languages. */
export const ANNEX = /annex|anexo|ملحق|مرفق/i;
const YEAR = /(?<!\d)20\d\d(?!\d)/g;

/**
 * The year of the edition a file speaks of: the one in the last line before the table that says "annex", else in the last
 * heading, else in the last line with a year, else in the file's name. A line with several years means its last.
 * `lines` are what stands before the table; `headings` those of them that are headings.
 */
export function editionOf(lines: readonly string[], headings: readonly string[], fileName: string): number | null {
  const annex = lines.filter((line) => ANNEX.test(line));
  for (const candidates of [annex, headings, lines, [fileName]]) {
    const year = candidates.map(lastYearIn).findLast((found) => found !== null);
    if (year) return year;
  }
  return null;
}

function lastYearIn(text: string): number | null {
  const years = text.match(YEAR);
  return years ? Number(years.at(-1)) : null;
}
