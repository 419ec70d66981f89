import { countryName } from '#vocab/countries.ts';
import type { Locale } from '#vocab/language.ts';
import { themeLabel } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import type { SimilarPractice } from '#forum/search/index.ts';

/** Why two practices are alike, in words. */
export function reasonsOf({ targets, countries, themes, words }: SimilarPractice, locale: Locale): string[] {
  const and = (list: string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(list);
  const say = (key: 'targets' | 'country' | 'corridor' | 'themes' | 'words', list: string[]) =>
    list.length === 0 ? [] : [translate(locale, `site.similar-${key}`, { list: and(list), count: list.length })];
  return [
    ...say('targets', targets),
    ...say(
      countries.length > 1 ? 'corridor' : 'country',
      countries.map((code) => countryName(code, locale)),
    ),
    ...say(
      'themes',
      themes.map((theme) => themeLabel(theme, locale)),
    ),
    ...say('words', words),
  ];
}
