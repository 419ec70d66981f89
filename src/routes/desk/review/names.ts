import { countryName } from '#vocab/countries.ts';
import { isLocale, type Locale } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import type { Draft, DraftLine } from '#forum/drafts/index.ts';
import type { Practice } from '#forum/practices/index.ts';
import type { TitleView } from '#ui/views.ts';
import { dateText } from '../../views.ts';

/** Whose a draft is, in words: a state, or whoever began it. */
export function ownerName(
  { ownerState, authorName }: Pick<Draft, 'ownerState' | 'authorName'>,
  locale: Locale,
): string {
  return ownerState === null ? authorName : countryName(ownerState, locale);
}

/** The name of somebody who curates; of whoever no longer does, that it is somebody. */
export function curatorName(
  account: string,
  curators: readonly { account: string; name: string }[],
  locale: Locale,
): string {
  return curators.find((curator) => curator.account === account)?.name ?? translate(locale, 'review.someone');
}

/** How long a draft has been in its stage, in words. */
export function waitsText({ stageSince }: Pick<Draft, 'stageSince'>, now: Date, locale: Locale): string {
  const days = Math.max(0, Math.floor((now.getTime() - stageSince.getTime()) / 86_400_000));
  return translate(locale, 'review.waits', { days });
}

/** What a draft is: a new practice or a change of one, and once it is published, since when. */
export function kindText(
  { practiceVersion, stage, stageSince }: Pick<Draft, 'practiceVersion' | 'stage' | 'stageSince'>,
  locale: Locale,
): string {
  // A new one has a practice once it is published, and never was made from a version of it.
  const kind = practiceVersion === null ? 'new' : 'update';
  return stage === 'published'
    ? translate(locale, `review.${kind}-published`, { when: dateText(stageSince, locale) })
    : translate(locale, `review.${kind}`);
}

/** The title of a draft for a reader: translated where that was written, with the original beside it. */
export function draftTitle({ form }: Pick<Draft, 'form'>, locale: Locale): TitleView {
  return titleView({ title: form.title, language: form.language, translated: form[`title.${locale}`] }, locale);
}

/** The title of a draft in a list. */
export function lineTitle({ title, language, titles }: DraftLine, locale: Locale): TitleView {
  return titleView({ title, language, translated: titles[locale] ?? '' }, locale);
}

/** The title of a practice for a reader. */
export function practiceTitle(practice: Practice, locale: Locale): TitleView {
  const { title, language } = practice;
  return titleView({ title, language, translated: practice.translations[locale]?.title ?? '' }, locale);
}

function titleView(
  { title, language, translated }: { title: string; language: string; translated: string },
  locale: Locale,
): TitleView {
  const lang = languageOf(language);
  const original = { text: titleText({ title }, locale), lang: title.trim() === '' ? locale : lang };
  if (translated.trim() === '' || lang === locale || title.trim() === '') return { ...original, original: null };
  return { text: translated.trim(), lang: locale, original };
}

/** A title as it is listed. */
export function titleText({ title }: Pick<DraftLine, 'title'>, locale: Locale): string {
  return title.trim() || translate(locale, 'review.untitled');
}

/** The language a form is written in. */
export function languageOf(language: string): Locale {
  return isLocale(language) ? language : 'en';
}
