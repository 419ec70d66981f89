import { type Locale, LOCALES } from './language.ts';
import { CITY_LABELS } from './place-data/city-labels.ts';

const byName = new Map(CITY_LABELS.flatMap((label) => LOCALES.map((locale) => [keyOf(label[locale]), label] as const)));

/**
 * A place as somebody wrote it ("Geneva", "United Nations, New York"), in a reader's language: each part between commas by its name there
 * where it is a city known in any of the four languages, as it was written where not.
 */
export function cityName(written: string, locale: Locale): string {
  const parts = written.split(/[,،]/u).map((part) => part.trim());
  const known = parts.map((part) => byName.get(keyOf(part))?.[locale]);
  if (known.every((name) => name === undefined)) return written;
  return parts.map((part, at) => known[at] ?? part).join(locale === 'ar' ? '، ' : ', ');
}

/** A place as it was written and by its names in all four languages, for those who look for it. */
export function cityNames(written: string): string[] {
  return [...new Set([written, ...LOCALES.map((locale) => cityName(written, locale))])].filter((name) => name !== '');
}

/** A name in the form in which names are compared: case, accents and the kind of dash do not count. */
function keyOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[-‐‑\s]+/gu, ' ')
    .trim();
}
