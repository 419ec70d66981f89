import { type Locale, LOCALES } from '#vocab/language.ts';
import { STAKEHOLDERS, stakeholderLabel } from '#vocab/stakeholders.ts';
import { MECHANISMS, mechanismName } from '#forum/people/index.ts';
import type { ChoiceView } from '#ui/account-views.ts';
import type { OrganisationChoices } from '#ui/people-views.ts';
import { countryChoices } from '../country-choices.ts';

/** The kinds of organisation, to choose from. */
export function kindChoices(locale: Locale): ChoiceView[] {
  return STAKEHOLDERS.map(({ code }) => ({ value: code, label: stakeholderLabel(code, locale) }));
}

/** What can be chosen where an organisation is described. */
export function organisationChoices(locale: Locale): OrganisationChoices {
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  return {
    kinds: kindChoices(locale),
    countries: countryChoices(locale),
    mechanisms: MECHANISMS.map((value) => ({ value, label: mechanismName(locale, value) })),
    languages: LOCALES.map((value) => ({ value, label: languages.of(value) ?? value })),
  };
}
