import { type Locale, LOCALES } from '#vocab/language.ts';
import { themeLabel, themesOffered } from '#vocab/themes.ts';
import type { Edition } from '#forum/editions/index.ts';
import { PUBLICATION_KINDS, PUBLICATION_LANGUAGES } from '#forum/library/index.ts';
import type { PublicationChoices } from '#ui/library-views.ts';
import { editionName } from '../forum/names.ts';
import { nameOfLanguage, publicationKindName } from './names.ts';

/** What can be chosen where a publication is described. */
export function publicationChoices(locale: Locale, editions: readonly Edition[]): PublicationChoices {
  const languages = (codes: readonly string[]) =>
    codes.map((value) => ({ value, label: nameOfLanguage(value, locale) }));
  return {
    kinds: PUBLICATION_KINDS.map((value) => ({ value, label: publicationKindName(value, locale) })),
    editions: editions.map((edition) => ({ value: edition.slug, label: editionName(edition, locale) })).reverse(),
    themes: themesOffered().map(({ code }) => ({ value: code, label: themeLabel(code, locale) })),
    languages: languages(PUBLICATION_LANGUAGES),
    written: languages(LOCALES),
  };
}
