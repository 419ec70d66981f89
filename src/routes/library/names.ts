import type { Locale } from '#vocab/language.ts';
import { type MessageKey, translate } from '#platform/languages.ts';
import type { Edition } from '#forum/editions/index.ts';
import type { PublicationKind } from '#forum/library/index.ts';

/** A kind of publication by its name. */
export function publicationKindName(kind: PublicationKind, locale: Locale): string {
  return translate(locale, `library.kind-${kind}` satisfies MessageKey);
}

/** A language by its name in the reader's. */
export function nameOfLanguage(code: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
}

/** "12th Forum, 2019". */
export function editionName({ number, years }: Pick<Edition, 'number' | 'years'>, locale: Locale): string {
  const [first, last] = [years[0], years.at(-1)];
  return translate(locale, 'library.edition-name', { number, years: first === last ? `${first}` : `${first}–${last}` });
}

/** The page of an edition. */
export function editionHref({ prefix }: { prefix: string }, slug: string): string {
  return `${prefix}/forum/${encodeURIComponent(slug)}`;
}

/** The page of a publication. */
export function publicationHref({ prefix }: { prefix: string }, slug: string): string {
  return `${prefix}/library/${encodeURIComponent(slug)}`;
}
