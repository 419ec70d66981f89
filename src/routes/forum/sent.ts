import { AREAS, compareCountries, countryName } from '#vocab/countries.ts';
import { type Locale, LOCALES } from '#vocab/language.ts';
import { isTheme, themeLabel, themesOffered } from '#vocab/themes.ts';
import { type EditionForm, type Source, type TypedTexts } from '#forum/editions/index.ts';
import { FORMATS, type SessionForm } from '#forum/programme/index.ts';
import { translate } from '#platform/languages.ts';
import type { ChoiceView } from '#ui/account-views.ts';
import { textOf } from '../forms.ts';

/** The most rows of one list that a form sends. */
const MOST_SENT = 80;

/** A text in each of the languages: fields "theme.en", "theme.fr" and so on. */
export function textsIn(data: FormData, name: string): TypedTexts {
  return Object.fromEntries(LOCALES.map((locale) => [locale, textOf(data, `${name}.${locale}`)])) as TypedTexts;
}

/** Every value of a field that may be sent several times. */
export function valuesIn(data: FormData, name: string): string[] {
  return data
    .getAll(name)
    .flatMap((value) => (typeof value === 'string' ? [value.replaceAll('\0', '')] : []))
    .slice(0, MOST_SENT);
}

/** The rows of a list, fields "sources.0.label" and so on; the empty ones at its end, which a form offers to be filled, are left out. */
function rowsIn<Row>(data: FormData, name: string, read: (row: string) => Row): Row[] {
  const numbers = [...data.keys()].map((key) => Number(new RegExp(`^${name}\\.(\\d{1,2})\\.`).exec(key)?.[1] ?? -1));
  const count = Math.min(Math.max(-1, ...numbers) + 1, MOST_SENT);
  const rows = Array.from({ length: count }, (_, at) => read(`${name}.${at}`));
  return rows.slice(0, rows.findLastIndex((row) => /"[^"]+"(?!:)/.test(JSON.stringify(row))) + 1);
}

const sourceIn = (data: FormData, name: string): Source => ({
  label: textOf(data, `${name}.label`),
  url: textOf(data, `${name}.url`),
});

/** What was typed of an edition. */
export function editionSent(data: FormData): EditionForm {
  return {
    number: textOf(data, 'number'),
    years: textOf(data, 'years'),
    chairs: valuesIn(data, 'chairs').filter(Boolean),
    theme: textsIn(data, 'theme'),
    summary: textsIn(data, 'summary'),
    city: textOf(data, 'city'),
    country: textOf(data, 'country'),
    online: textOf(data, 'online') !== '',
    from: textOf(data, 'from'),
    until: textOf(data, 'until'),
    subThemes: rowsIn(data, 'subThemes', (row) => ({
      title: textsIn(data, `${row}.title`),
      themes: valuesIn(data, `${row}.themes`).filter(Boolean),
    })),
    innovations: rowsIn(data, 'innovations', (row) => ({
      text: textsIn(data, `${row}.text`),
      source: sourceIn(data, `${row}.source`),
    })),
    outcome: textsIn(data, 'outcome'),
    sources: rowsIn(data, 'sources', (row) => sourceIn(data, row)),
  };
}

/** What was typed of a session. */
export function sessionSent(data: FormData): SessionForm {
  return {
    format: textOf(data, 'format'),
    title: textsIn(data, 'title'),
    summary: textsIn(data, 'summary'),
    themes: valuesIn(data, 'themes').filter(Boolean),
    states: valuesIn(data, 'states').filter(Boolean),
    others: textOf(data, 'others'),
    place: textOf(data, 'place'),
    from: textOf(data, 'from'),
    until: textOf(data, 'until'),
    sdg: textOf(data, 'sdg'),
    gcm: textOf(data, 'gcm'),
    sources: rowsIn(data, 'sources', (row) => sourceIn(data, row)),
  };
}

/** What there is to choose from where editions and sessions are described. */
export interface ForumChoices {
  states: ChoiceView[];
  themes: ChoiceView[];
  formats: ChoiceView[];
}

/** The choices, with the themes that are carried already though they are offered no more. */
export function forumChoices(locale: Locale, carried: readonly string[]): ForumChoices {
  const by = new Intl.Collator(locale).compare;
  const themes = new Set([...themesOffered().map(({ code }) => code), ...carried.filter(isTheme)]);
  return {
    states: AREAS.map(({ code }) => code)
      .toSorted(compareCountries(locale))
      .map((value) => ({ value, label: countryName(value, locale) })),
    themes: [...themes]
      .map((value) => ({ value, label: themeLabel(value, locale) }))
      .sort((a, b) => by(a.label, b.label)),
    formats: FORMATS.map((value) => ({ value, label: translate(locale, `editions.format-${value}`) })),
  };
}
