import { type Locale, LOCALES } from './language.ts';

/** A text in those of the Forum's languages in which somebody wrote it. */
export type Texts = Partial<Record<Locale, string>>;

/** The text for a reader, with the language it is in: their own, else English, else the first there is. Empty where there is none. */
export function textIn(texts: Texts, locale: Locale): { text: string; language: Locale } {
  const language = [locale, 'en' as const, ...LOCALES].find((one) => (texts[one] ?? '') !== '') ?? locale;
  return { text: texts[language] ?? '', language };
}

/** Whether somebody wrote it in any language. */
export function isWritten(texts: Texts): boolean {
  return LOCALES.some((locale) => (texts[locale] ?? '') !== '');
}
