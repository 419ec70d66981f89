import type { Locale } from './language.ts';

/** Writes moments in one language. */
export interface DateFormat {
  format: (at: Date) => string;
  /** Two moments as one stretch; what they share is written once. */
  formatRange: (from: Date, until: Date) => string;
}

/**
 * How a language writes dates; in UTC unless `options` name a zone. Every date that a person reads is written here, so that each language
 * has one way: English as the United Nations writes it, the day first; the first of a month in French as its ordinal number, "1er mars";
 * the months in Arabic by their international names (يناير), in the digits of the other languages.
 */
export function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): DateFormat {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: 'UTC', ...options });
  const said = (parts: { type: string; value: string }[]) =>
    parts.map((part) => (locale === 'fr' ? inFrench(part, parts) : part.value)).join('');
  return {
    format: (at) => said(format.formatToParts(at)),
    formatRange: (from, until) => said(format.formatRangeToParts(from, until)),
  };
}

/** Only beside a month in words: 1/3/2026 is written in numbers throughout. */
function inFrench({ type, value }: { type: string; value: string }, parts: { type: string; value: string }[]): string {
  const inWords = parts.some((part) => part.type === 'month' && /\p{L}/u.test(part.value));
  return type === 'day' && value === '1' && inWords ? '1er' : value;
}

/** A day with its month in words: "1 March 2026", "1er mars 2026". */
export function dateIn(locale: Locale, at: Date): string {
  return dateFormat(locale, { dateStyle: 'long' }).format(at);
}
