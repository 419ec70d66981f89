import { createContext } from 'svelte';
import type { Locale } from '#vocab/language.ts';

/** How a component speaks to the reader and links within the reader's language; the layout provides it. */
export interface Language {
  locale: Locale;
  /** The message of a key such as "site.search", with its values filled in. */
  t: (key: string, values?: Record<string, string | number>) => string;
  /** An internal path ("/practices") as an address in the reader's language ("/fr/practices"). */
  link: (path: string) => string;
}

/** `useLanguage()` in a component gives the reader's language; `provideLanguage(language)` in the layout sets it. */
export const [useLanguage, provideLanguage] = createContext<Language>();

/** A whole number as the reader's language writes it: 1,234 or 1 234. */
export function numberIn(locale: Locale, number: number): string {
  return new Intl.NumberFormat(locale).format(number);
}

/** Each language in its own words: the same wherever it is shown, so that a reader finds theirs. */
export const OWN_NAMES: Record<Locale, string> = { en: 'English', fr: 'Français', es: 'Español', ar: 'العربية' };

/** The present page in another language: its path and query kept. */
export function inLanguage(locale: Locale, path: string): string {
  return `/${locale}${path.replace(/^\/(?=\?|$)/, '')}`;
}
