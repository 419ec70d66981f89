import type { PracticeContent } from './model.ts';
import { foldDates, yearWordAt } from './year-words.ts';

/** When a practice runs (PRODUCT.md, rule 4): either year may be missing. */
export type Years = Pick<PracticeContent, 'start' | 'end' | 'ongoing'>;
export type YearsReading = { ok: true; years: Years } | { ok: false };

/** What a year of a practice may be. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;

/** Whether a number can be the year of a practice. */
export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
}

/**
 * Reads a date cell in four languages: "Current", "2017 - current", "2016 – 2020", "2019", "since 2017", "until 2020",
 * "2017 –", "June 2018 to March 2021", "01/2018 – 12/2021", an empty cell. Years are kept; days and months are read and left out.
 * "since 2017" is ongoing, "2017 –" and "from 2017" only say when it began. Not read, and never guessed at: a year shortened
 * to two digits ("2016 – 20"), an end before the start, a year outside 1900 to 2100, any word not known.
 */
export function parseYears(text: string): YearsReading {
  const signs = signsOf(foldDates(text));
  if (!signs) return { ok: false };
  const years = yearsOf(signs.shape, signs.years);
  return years && (years.start === null || years.end === null || years.start <= years.end)
    ? { ok: true, years }
    : { ok: false };
}

/** The years as the annex prints them; `parseYears` reads the same years from it. */
export function printYears({ start, end, ongoing }: Years): string {
  if (start === null && end === null) return ongoing ? 'Current' : '';
  if (start !== null && end === null) return ongoing ? `${start} – current` : `${start} –`;
  const span = start === null ? `– ${end}` : start === end ? `${start}` : `${start} – ${end}`;
  return ongoing ? `${span}, current` : span;
}

/** One letter a sign: Y year, M month, N day, D dash, C current, S since, F from, U until, E nothing to be said. */
const LETTERS = { current: 'C', dash: 'D', since: 'S', from: 'F', until: 'U', month: 'M', nothing: 'E', ignored: '' };

/** What stands in the text, sign by sign, or null where something is not known. */
function signsOf(text: string): { shape: string; years: number[] } | null {
  const bare = withoutNumericMonths(text);
  const years: number[] = [];
  let shape = '';
  for (let at = 0; at < bare.length;) {
    const number = /^\d+(?:st|nd|rd|th|er|º|°)?(?!\p{L})|^\d+(?=م)/u.exec(bare.slice(at, at + 8))?.[0];
    const word = number ? undefined : yearWordAt(bare, at);
    if (bare[at] === ' ') at++;
    else if (number) {
      const value = Number.parseInt(number, 10);
      if (number.length === 4 && isYear(value)) {
        years.push(value);
        shape += 'Y';
      } else if (number.length < 5 && value >= 1 && value <= 31) shape += 'N';
      else return null;
      at += number.length;
    } else if (word) {
      shape += LETTERS[word.sign];
      at += word.length;
    } else return null;
  }
  return { shape: withoutMonths(shape), years };
}

const withoutNumericMonths = (text: string): string =>
  text
    .replace(/(?<!\d)(\d{4})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:t[\d:.]+z?)?(?!\d)/g, '$1')
    .replace(/(?<!\d)(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|[12]\d|3[01])\1(\d{4})(?!\d)/g, '$2')
    .replace(/(?<![\d./-])(?:0?[1-9]|1[0-2])[./-](\d{4})(?!\d)/g, '$1');

/** "1 June 2018", "June 1, 2018", "junio de 2018" are their year; so is "June – August 2018". */
const withoutMonths = (shape: string): string => shape.replace(/N?F?MN?F?Y/g, 'Y').replace(/^F?N?F?MN?D(?=Y$)/, '');

/** Every way of saying it that is known. A shape stands for exactly one meaning; others are not read. */
function yearsOf(shape: string, years: number[]): Years | null {
  const [first = null, second = null] = years;
  const said = (start: number | null, end: number | null, ongoing: boolean): Years => ({ start, end, ongoing });
  if (/^[ED]?$/.test(shape)) return said(null, null, false);
  if (/^[DU]?C$/.test(shape)) return said(null, null, true);
  if (/^Y$/.test(shape)) return said(first, first, false);
  if (/^YC$/.test(shape)) return said(first, first, true);
  if (/^(YD|FY)$/.test(shape)) return said(first, null, false);
  if (/^(C?SY|SYC|CFY|[SF]?Y[DU]{1,2}C)$/.test(shape)) return said(first, null, true);
  if (/^[DU]Y$/.test(shape)) return said(null, first, false);
  if (/^([DU]YC|C[DU]Y)$/.test(shape)) return said(null, first, true);
  if (/^[FS]?Y[DU]Y$/.test(shape)) return said(first, second, false);
  if (/^(Y[DU]YC|CY[DU]Y)$/.test(shape)) return said(first, second, true);
  return null;
}
