import { countryName } from '#vocab/countries.ts';
import { gcmLabel } from '#vocab/gcm.ts';
import { kindLabel } from '#vocab/kinds.ts';
import type { Locale } from '#vocab/language.ts';
import { regionName } from '#vocab/regions.ts';
import { sdgLabel } from '#vocab/sdg.ts';
import { stakeholderLabel } from '#vocab/stakeholders.ts';
import { themeLabel } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import {
  type Practice,
  type PracticeContent,
  type PracticeVersion,
  sourceLabel,
  TRANSLATED,
} from '#forum/practices/index.ts';
import type { VersionView } from '#ui/views.ts';
import { dateText, practiceHref, type Reader } from './views.ts';

/** The versions of a practice as a list to read, the latest first. */
export function versionViews(reader: Reader, practice: Practice, versions: PracticeVersion[]): VersionView[] {
  const here = practiceHref(reader, practice.slug);
  return versions.toReversed().map(({ number, at, actor, changed }) => ({
    number,
    when: at.toISOString(),
    whenText: dateText(at, reader.locale),
    href: number === practice.version ? here : `${here}?version=${number}`,
    current: number === practice.version,
    actor,
    changes: changed.map((field) => translate(reader.locale, `site.field-${field}`)),
  }));
}

const NAMES: Partial<Record<keyof PracticeContent, (code: string, locale: Locale) => string>> = {
  sdg: (code, locale) => `${code} ${sdgLabel(code, locale)}`,
  gcm: (code, locale) => `${code} ${gcmLabel(code, locale)}`,
  countries: countryName,
  regions: regionName,
  themes: themeLabel,
  stakeholders: stakeholderLabel,
};

/** A field of a practice in words, one line an entry where it is a list. */
export function fieldText(field: keyof PracticeContent, content: PracticeContent, locale: Locale): string {
  const value = content[field];
  const name = NAMES[field];
  if (field === 'attachments') return content.attachments.map(({ name, caption }) => caption || name).join('\n');
  if (field === 'translations') return translationsText(content, locale);
  if (Array.isArray(value)) return (value as string[]).map((code) => name?.(code, locale) ?? code).join('\n');
  if (typeof value === 'boolean') return translate(locale, value ? 'site.yes' : 'site.no');
  if (field === 'source') return sourceLabel(content.source);
  if (field === 'kind') return content.kind === null ? '' : kindLabel(content.kind, locale);
  if (field === 'language') return new Intl.DisplayNames(locale, { type: 'language' }).of(content.language) ?? '';
  return value === null ? '' : String(value);
}

function translationsText({ translations }: PracticeContent, locale: Locale): string {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return Object.entries(translations)
    .flatMap(([language, said]) => [names.of(language) ?? language, ...TRANSLATED.map((field) => said[field])])
    .filter((text) => text !== '')
    .join('\n');
}
