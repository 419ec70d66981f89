import { countryName } from '#vocab/countries.ts';
import { isLocale, type Locale } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import type { Draft, DraftLine } from '#forum/drafts/index.ts';

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

/** A title as it is listed. */
export function titleText({ title }: Pick<DraftLine, 'title'>, locale: Locale): string {
  return title.trim() || translate(locale, 'review.untitled');
}

/** The language a form is written in. */
export function languageOf(language: string): Locale {
  return isLocale(language) ? language : 'en';
}
