import { AREAS, compareCountries, countryName } from '#vocab/countries.ts';
import type { Locale } from '#vocab/language.ts';
import type { ChoiceView } from '#ui/account-views.ts';

/** The countries and areas to choose from, by their names in the reader's language. */
export function countryChoices(locale: Locale): ChoiceView[] {
  return AREAS.map(({ code }) => code)
    .toSorted(compareCountries(locale))
    .map((value) => ({ value, label: countryName(value, locale) }));
}
