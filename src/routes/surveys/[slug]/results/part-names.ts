import { groupLabel } from '#vocab/groups.ts';
import type { Locale } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import type { Part } from '#forum/survey/index.ts';

/** Whose answers a figure is made of, named for a reader. */
export function partName(part: Part | 'none', locale: Locale): string {
  if (part === 'states') return translate(locale, 'results.all-states');
  if (part === 'mechanisms' || part === 'everybody') return translate(locale, `results.${part}`);
  return part === 'none' ? translate(locale, 'results.no-group') : groupLabel(part, locale);
}
