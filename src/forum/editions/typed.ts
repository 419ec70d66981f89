import { type Locale, LOCALES } from '#vocab/language.ts';
import type { Texts } from '#vocab/texts.ts';
import { isTheme } from '#vocab/themes.ts';
import { isCountry } from '#vocab/countries.ts';
import type { Complaint } from '#platform/problem.ts';
import { readLine } from '#forum/people/index.ts';
import type { Source } from './model.ts';

/**
 * What is typed of editions and sessions, and how it is read. Each reader is given the name of its field, as the form calls it, and adds to
 * the complaints whatever it cannot read: nothing is dropped in silence.
 */

/** A text as it was typed in each of the languages. */
export type TypedTexts = Record<Locale, string>;

/** As long as texts may be, in characters. */
export const LONGEST = { line: 300, text: 6_000, name: 200, address: 1_000 };

/** The most rows of a list that are kept. */
export const MOST_ROWS = 60;

/** Nothing typed in any language. */
export function noTexts(): TypedTexts {
  return Object.fromEntries(LOCALES.map((locale) => [locale, ''])) as TypedTexts;
}

/** What was typed where it reads as these texts. */
export function typedTexts(texts: Texts): TypedTexts {
  return { ...noTexts(), ...texts };
}

/** Texts of one line, or of paragraphs; what was not written in a language is not there. */
export function readTexts(typed: TypedTexts, name: string, form: 'line' | 'text', complaints: Complaint[]): Texts {
  const read = form === 'line' ? readLine : readText;
  const texts = LOCALES.map((locale) => [locale, read(typed[locale])] as const).filter(([, text]) => text !== '');
  for (const [locale, text] of texts) checkLength(text, `${name}.${locale}`, LONGEST[form], complaints);
  return Object.fromEntries(texts);
}

/** Paragraphs, without control characters and without spaces around. */
function readText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}+/gu, ' ')
    .trim();
}

/** A name or a label of one line. */
export function readName(typed: string, name: string, complaints: Complaint[]): string {
  const text = readLine(typed);
  checkLength(text, name, LONGEST.name, complaints);
  return text;
}

function checkLength(text: string, name: string, most: number, complaints: Complaint[]): void {
  const count = [...text].length;
  if (count > most) complaints.push({ name, notice: { key: 'editions.too-long', values: { count, most } } });
}

/** A day as 2019-11-20; null where nothing was typed. */
function readDay(typed: string, name: string, complaints: Complaint[]): string | null {
  const text = readLine(typed);
  if (text === '') return null;
  if (isDay(text)) return text;
  complaints.push({ name, notice: { key: 'editions.bad-day', values: { value: text.slice(0, 40) } } });
  return null;
}

/** Whether a text is a day that was or will be, written as 2019-11-20. */
export function isDay(text: string): boolean {
  if (!/^(?:19|2[01])\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The first and the last day of something; where only the first was typed, it lasts one day. */
export function readDays(
  typed: { from: string; until: string },
  complaints: Complaint[],
): { from: string | null; until: string | null } {
  const [from, until] = [readDay(typed.from, 'from', complaints), readDay(typed.until, 'until', complaints)];
  if (from === null && until !== null) complaints.push({ name: 'from', notice: { key: 'editions.no-first-day' } });
  if (from !== null && until !== null && until < from)
    complaints.push({ name: 'until', notice: { key: 'editions.ends-before' } });
  return { from, until: until ?? from };
}

/** Codes of countries, each once; empty choices say nothing. */
export function readCountries(typed: readonly string[], name: string, complaints: Complaint[]): string[] {
  const codes = [...new Set(typed.map((code) => code.trim().toUpperCase()).filter(Boolean))];
  for (const value of codes.filter((code) => !isCountry(code)))
    complaints.push({ name, notice: { key: 'problems.no-such-country', values: { code: value.slice(0, 40) } } });
  return codes;
}

/** Codes of themes, each once; empty choices say nothing. */
export function readThemes(typed: readonly string[], name: string, complaints: Complaint[]): string[] {
  const codes = [...new Set(typed.map((code) => code.trim()).filter(Boolean))];
  for (const value of codes.filter((code) => !isTheme(code)))
    complaints.push({ name, notice: { key: 'problems.unknown-theme', values: { value: value.slice(0, 80) } } });
  return codes;
}

/** Sources, as they were typed. A row in which nothing stands says nothing; one with an address only is called by it. */
export function readSources(typed: readonly Source[], name: string, complaints: Complaint[]): Source[] {
  if (typed.length > MOST_ROWS)
    complaints.push({ name, notice: { key: 'editions.too-many', values: { most: MOST_ROWS } } });
  return typed
    .map((row, at) => readSource(row, `${name}.${at}`, complaints))
    .filter((source): source is Source => source !== null);
}

/** One source; null where nothing was typed. */
export function readSource(typed: Source, name: string, complaints: Complaint[]): Source | null {
  const label = readName(typed.label, `${name}.label`, complaints);
  const url = readLine(typed.url);
  if (url !== '' && !isWebAddress(url))
    complaints.push({ name: `${name}.url`, notice: { key: 'editions.bad-address' } });
  return label === '' && url === '' ? null : { label: label || url, url };
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && text.length <= LONGEST.address && !/\s/.test(text);
}
