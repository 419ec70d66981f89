import type { Locale } from '#vocab/language.ts';
import { translate, type MessageKey } from '#platform/languages.ts';
import type { Language } from '#ui/language.ts';

/** How components speak to readers of `locale`, and link for those whose addresses begin with `prefix`. */
export function languageOf(locale: Locale, prefix: string): Language {
  return {
    locale,
    t: (key, values) => translate(locale, key as MessageKey, values),
    link: (path) => prefix + path.replace(/^\/$/, prefix ? '' : '/'),
  };
}
