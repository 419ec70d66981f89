import { AREAS, compareCountries, countryName } from '#vocab/countries.ts';
import { type Locale, LOCALES } from '#vocab/language.ts';
import { type MessageKey, translate } from '#platform/languages.ts';
import type { Edition } from '#forum/editions/index.ts';
import { BODY_KINDS, type BodyKind, seatsOf } from '#forum/governance/index.ts';
import { MECHANISMS, mechanismName, organisationNames } from '#forum/people/index.ts';
import type { ChoiceView } from '#ui/account-views.ts';
import type { BodyChoices, TermChoices } from '#ui/governance-views.ts';
import { editionText } from './troika-views.ts';

/** As many organisations as a list to choose from carries. */
const MOST_ORGANISATIONS = 500;

/** What can be chosen where a body is written down. */
export function bodyChoices(locale: Locale): BodyChoices {
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  return {
    kinds: BODY_KINDS.map((value) => ({ value, label: translate(locale, `governance.kind-${value}`) })),
    mechanisms: mechanismChoices(locale),
    languages: LOCALES.map((value) => ({ value, label: languages.of(value) ?? value })),
  };
}

function mechanismChoices(locale: Locale): ChoiceView[] {
  return MECHANISMS.map((value) => ({ value, label: mechanismName(locale, value) }));
}

/** What can be chosen where a term of a body of a kind is written down; null where it has no terms. */
export async function termChoices({ ctx }: App.Locals, kind: BodyKind): Promise<TermChoices | null> {
  const { locale } = ctx;
  const { kinds, parts } = seatsOf(kind);
  if (kinds.length === 0) return null;
  return {
    states: kinds.includes('state') ? stateChoices(locale) : null,
    organisations: kinds.includes('organisation') ? await organisationNames(ctx.db, locale, MOST_ORGANISATIONS) : null,
    mechanisms: kinds.includes('mechanism') ? mechanismChoices(locale) : null,
    parts: parts.map((value) => ({ value, label: translate(locale, `governance.part-${value}`) })),
  };
}

/** The states that can sit in a body: members and observers of the United Nations, and whoever is neither, by name. */
function stateChoices(locale: Locale): ChoiceView[] {
  return AREAS.map(({ code }) => code)
    .toSorted(compareCountries(locale))
    .map((value) => ({ value, label: countryName(value, locale) }));
}

/** The editions, the latest first. */
export function editionChoices(locale: Locale, prefix: string, editions: readonly Edition[]): ChoiceView[] {
  return editions
    .map((edition) => ({ value: String(edition.number), label: editionText({ locale, prefix }, edition) }))
    .reverse();
}

/** What was done, by the action in a version. */
const DONE: Record<string, MessageKey> = {
  'body.created': 'governance.did-created',
  'body.described': 'governance.did-described',
  'body.hidden': 'governance.did-hidden',
  'body.shown': 'governance.did-shown',
  'body.term-added': 'governance.did-term-added',
  'body.term-changed': 'governance.did-term-changed',
  'body.term-removed': 'governance.did-term-removed',
  'body.membership-changed': 'governance.did-membership-changed',
  'body.meeting-added': 'governance.did-meeting-added',
  'body.meeting-removed': 'governance.did-meeting-removed',
};

/** An act on a body in words. */
export function doneText(action: string, locale: Locale): string {
  const key = DONE[action];
  return key ? translate(locale, key) : action;
}
