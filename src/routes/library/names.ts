import type { Locale } from '#vocab/language.ts';
import { type MessageKey, translate } from '#platform/languages.ts';
import type { PublicationKind } from '#forum/library/index.ts';

/** A kind of publication by its name. */
export function publicationKindName(kind: PublicationKind, locale: Locale): string {
  return translate(locale, `library.kind-${kind}` satisfies MessageKey);
}

/** A language by its name in the reader's. */
export function nameOfLanguage(code: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
}

/** The page of a publication. */
export function publicationHref({ prefix }: { prefix: string }, slug: string): string {
  return `${prefix}/library/${encodeURIComponent(slug)}`;
}
