import { error } from '@sveltejs/kit';
import type { Locale } from '#vocab/language.ts';
import { allThemes, isTheme, themeLabel } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import type { Edition } from '#forum/editions/index.ts';
import type { Recommendation } from '#forum/observations/index.ts';
import type { Occurrence, Recurrence } from '#forum/recollection/index.ts';
import type { EditionColumnView, OccurrenceView, RecommendationLineView, ThemeRowView } from '#ui/theme-views.ts';
import { editionHref, editionName, editionYears, written } from '../forum/names.ts';
import type { Reader } from '../views.ts';

/** The page of a theme. */
export function themeHref({ prefix }: Reader, code: string): string {
  return `${prefix}/themes/${encodeURIComponent(code)}`;
}

/** Every theme to choose from, by name. */
export function themeChoices(locale: Locale): { value: string; label: string }[] {
  const by = new Intl.Collator(locale).compare;
  return allThemes()
    .map(({ code }) => ({ value: code, label: themeLabel(code, locale) }))
    .sort((a, b) => by(a.label, b.label));
}

/** The editions as columns. */
export function columnsOf(reader: Reader, editions: readonly Edition[]): EditionColumnView[] {
  return editions.map((edition) => ({
    slug: edition.slug,
    years: editionYears(edition),
    href: editionHref(reader, edition.slug),
  }));
}

/** A theme with its marks. */
export function rowOf(reader: Reader, { theme, isNew, occurrences }: Recurrence): ThemeRowView {
  return {
    code: theme,
    name: themeLabel(theme, reader.locale),
    href: themeHref(reader, theme),
    isNew,
    occurrences: occurrences.map((one) => occurrenceView(one, reader.locale)),
  };
}

function occurrenceView({ chosen, sessions }: Occurrence, locale: Locale): OccurrenceView {
  if (chosen) return { mark: 'chosen', sessions, said: translate(locale, 'themes.cell-chosen', { count: sessions }) };
  if (sessions > 0)
    return { mark: 'sessions', sessions, said: translate(locale, 'themes.cell-sessions', { count: sessions }) };
  return { mark: 'none', sessions, said: translate(locale, 'themes.legend-none') };
}

/** The page of a recommendation. */
export function recommendationHref({ prefix }: Reader, slug: string): string {
  return `${prefix}/recommendations/${encodeURIComponent(slug)}`;
}

/** A recommendation in a list. */
export function recommendationLine(reader: Reader, one: Recommendation, edition: Edition): RecommendationLineView {
  const { locale } = reader;
  return {
    href: recommendationHref(reader, one.slug),
    title: written(one.title, locale)!,
    facts: [editionName(edition, locale), translate(locale, `observations.follow-up-${one.followUp}`)],
  };
}

/** The code of a theme that an address names. Ends with the page that says there is none. */
export function themeHere({ ctx: { locale } }: App.Locals, code: string): string {
  if (isTheme(code)) return code;
  return error(404, {
    message: translate(locale, 'problems.not-found'),
    detail: translate(locale, 'themes.not-found', { code: code.slice(0, 80) }),
  });
}
