import { dateFormat } from '#vocab/dates.ts';
import { cityName } from '#vocab/cities.ts';
import { countryName } from '#vocab/countries.ts';
import type { Locale } from '#vocab/language.ts';
import { isWritten, textIn, type Texts } from '#vocab/texts.ts';
import { themeLabel } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import { type Edition, type EditionContent, type Source, troikaOf } from '#forum/editions/index.ts';
import type { Session } from '#forum/programme/index.ts';
import type { SessionLineView, SourceView, TroikaView, WrittenView } from '#ui/forum-views.ts';
import type { LinkView } from '#ui/views.ts';
import { type Reader } from '../views.ts';

/** The page of an edition. */
export function editionHref({ prefix }: Reader, slug: string): string {
  return `${prefix}/forum/${encodeURIComponent(slug)}`;
}

/** The page of a session. */
export function sessionHref({ prefix }: Reader, slug: string): string {
  return `${prefix}/sessions/${encodeURIComponent(slug)}`;
}

/** A theme, with where it is followed. */
export function themeLink(reader: Reader, code: string): LinkView {
  return { label: themeLabel(code, reader.locale), href: `${reader.prefix}/themes/${code}` };
}

/** A state, with its place. */
export function stateLink({ locale, prefix }: Reader, code: string): LinkView {
  return { label: countryName(code, locale), href: `${prefix}/places/${code}` };
}

/** Names of states as a list in the reader's language. */
export function statesText(codes: readonly string[], locale: Locale): string {
  const names = codes.map((code) => countryName(code, locale));
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

/** The years an edition is known by: "2019", "2013–2014". */
export function editionYears({ years }: Pick<EditionContent, 'years'>): string {
  return years.length > 1 ? `${years[0]}–${years.at(-1)}` : String(years[0]);
}

/** An edition as people call it: by its years. */
export function editionName({ years }: Pick<EditionContent, 'years'>, locale: Locale): string {
  return translate(locale, 'editions.titled', { years: editionYears({ years }) });
}

/** Where an edition met: its city and the state, or over the network; empty while nothing is known. */
export function editionPlace({ city: written, country, online }: EditionContent, locale: Locale): string {
  const city = cityName(written, locale);
  const state = country === null ? '' : countryName(country, locale);
  if (online)
    return state ? translate(locale, 'editions.online-from', { state }) : translate(locale, 'editions.online');
  return city && state ? translate(locale, 'editions.in-city', { city, state }) : city || state;
}

/** A stretch of days in the reader's language; null where it has no first one. */
export function daysView(
  { from, until }: { from: string | null; until: string | null },
  locale: Locale,
): { text: string; from: string } | null {
  if (from === null) return null;
  const format = dateFormat(locale, { dateStyle: 'long' });
  return { text: format.formatRange(new Date(from), new Date(until ?? from)), from };
}

/** A text as a reader is given it; null where nobody wrote any. */
export function written(texts: Texts, locale: Locale): WrittenView | null {
  return isWritten(texts) ? textIn(texts, locale) : null;
}

/** Where facts are known from. */
export function sourceView({ label, url }: Source): SourceView {
  return { label, href: url || null };
}

/** A session in a list; `edition` where the list has sessions of several. */
export function sessionLine(reader: Reader, session: Session, edition = ''): SessionLineView {
  const { locale } = reader;
  const themes = session.themes.map((code) => themeLabel(code, locale));
  return {
    href: sessionHref(reader, session.slug),
    title: written(session.title, locale)!,
    facts: [edition, daysView(session, locale)?.text ?? '', cityName(session.place, locale), ...themes].filter(Boolean),
  };
}

/** The Troika of an edition. */
export function troikaView(reader: Reader, editions: readonly Edition[], number: number): TroikaView {
  const { previous, current, next } = troikaOf(editions, number);
  const links = (states: readonly string[]) => states.map((code) => stateLink(reader, code));
  const around = editions.filter((edition) => Math.abs(edition.number - number) === 1).map(({ chairs }) => chairs);
  return {
    previous: links(previous),
    current: links(current),
    next: links(next),
    once: around.some((chairs) => chairs.some((state) => current.includes(state))),
  };
}
