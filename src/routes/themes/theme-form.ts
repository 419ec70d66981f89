import { LOCALES, type Locale } from '#vocab/language.ts';
import { THEME_FIELDS, type ThemeForm } from '#forum/themes/index.ts';
import { textOf, textsOf } from '../forms.ts';

/** What was typed of a theme. */
export function themeSent(data: FormData): ThemeForm {
  return { ...textsOf(data, THEME_FIELDS), retired: textOf(data, 'retired') !== '' };
}

/** An empty form. */
export function emptyTheme(): ThemeForm {
  const fields = THEME_FIELDS.map((name) => [name, '']);
  return { ...(Object.fromEntries(fields) as Record<(typeof THEME_FIELDS)[number], string>), retired: false };
}

/** What was typed in each language, as the field that shows it wants it. */
export function typedIn(form: ThemeForm, field: 'label' | 'about'): Record<Locale, string> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, form[`${field}-${locale}`]])) as Record<Locale, string>;
}
