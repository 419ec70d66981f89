import { type Label, type Locale, LOCALES } from '#vocab/language.ts';
import type { Texts } from '#vocab/texts.ts';
import type { Complaint } from '#platform/problem.ts';
import { readLine } from '#forum/people/index.ts';

/** What a forum says of one of its themes. */
export interface ThemeContent {
  label: Label;
  /** What it is about, in a paragraph. */
  about: Texts;
  /** Not offered to choose from any more; what carries it keeps it. */
  retired: boolean;
}

/** What is typed of a theme, as it was typed; `label-fr` and its like are its names, `about-fr` and its like its descriptions. */
export const THEME_FIELDS = [
  ...LOCALES.map((locale) => `label-${locale}` as const),
  ...LOCALES.map((locale) => `about-${locale}` as const),
] as const;
export type ThemeForm = Record<(typeof THEME_FIELDS)[number], string> & { retired: boolean };

/** As long as they may be, in characters. */
export const LONGEST_LABEL = 120;
export const LONGEST_ABOUT = 4_000;

/** A theme as it is kept, or what is wrong with what was typed. Its English name is always there: other languages fall back to it. */
export function readTheme(form: ThemeForm): ThemeContent | { complaints: Complaint[] } {
  const labels = written((locale) => readLine(form[`label-${locale}`]));
  const about = written((locale) => form[`about-${locale}`].trim());
  const complaints: Complaint[] = [
    ...tooLong('label', labels, LONGEST_LABEL),
    ...tooLong('about', about, LONGEST_ABOUT),
  ];
  const { en } = labels;
  if (en === undefined) complaints.unshift({ name: 'label-en', notice: { key: 'themes.no-name' } });
  return en === undefined || complaints.length > 0
    ? { complaints }
    : { label: { ...labels, en }, about, retired: form.retired };
}

/** What was typed of a theme that reads as this. */
export function formOfTheme({ label, about, retired }: ThemeContent): ThemeForm {
  const fields = LOCALES.flatMap((locale) => [
    [`label-${locale}`, label[locale] ?? ''],
    [`about-${locale}`, about[locale] ?? ''],
  ]);
  return { ...(Object.fromEntries(fields) as Record<(typeof THEME_FIELDS)[number], string>), retired };
}

const written = (read: (locale: Locale) => string): Texts =>
  Object.fromEntries(LOCALES.map((locale) => [locale, read(locale)]).filter(([, text]) => text !== ''));

const tooLong = (name: string, texts: Texts, most: number): Complaint[] =>
  LOCALES.flatMap((locale) => {
    const count = [...(texts[locale] ?? '')].length;
    return count > most
      ? [{ name: `${name}-${locale}`, notice: { key: 'themes.too-long', values: { count, most } } }]
      : [];
  });
