import { type Locale, LOCALES } from '#vocab/language.ts';
import { foldedWords } from '#platform/slugs.ts';
import { type Mechanism } from '../model.ts';

/** What an organisation says of itself; its kind is one of the stakeholder types of the vocabulary. */
export interface OrganisationContent {
  /** As it calls itself, in its own language. */
  name: string;
  /** Empty where it has none. */
  acronym: string;
  /** Its names in the Forum's languages, where it has others there. */
  names: Partial<Record<Locale, string>>;
  kind: string;
  /** ISO 3166-1 alpha-2; null for one of no country. */
  country: string | null;
  city: string;
  website: string;
  /** Chosen, for the kinds whose mechanism does not follow from the kind; null for all others. */
  mechanism: Mechanism | null;
}

/** An organisation as it is kept. */
export interface Organisation extends OrganisationContent {
  id: string;
  slug: string;
  version: number;
  /** The organisation it was merged into; null while it stands itself. */
  mergedInto: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/**
 * The mechanism through which organisations of a kind take part. The Civil Society Mechanism gathers non-governmental organisations, trade
 * unions, faith-based organisations and those of migrants and diasporas; states, international organisations and regional
 * processes take part as themselves.
 */
const BY_KIND: Partial<Record<string, Mechanism>> = {
  'local-authority': 'mayors',
  business: 'business',
  'civil-society': 'civil-society',
  'trade-union': 'civil-society',
  'faith-based': 'civil-society',
  diaspora: 'civil-society',
  youth: 'youth',
};

/** The kinds of which some work with one mechanism, some with another and some with none. */
export const KINDS_OF_CHOICE = ['academia', 'foundation', 'media'] as const;

/** Kinds that are of several states or of all: they may sit in a country, and are no state's own. */
const OF_NO_STATE = ['international-organisation', 'rcp'];

/** The mechanism an organisation takes part through: by its kind, else as it has chosen; null where it takes part as itself. */
export function mechanismOf({ kind, mechanism }: Pick<OrganisationContent, 'kind' | 'mechanism'>): Mechanism | null {
  return BY_KIND[kind] ?? (mayChooseMechanism(kind) ? mechanism : null);
}

/** Whether organisations of a kind say themselves which mechanism they take part through. */
export function mayChooseMechanism(kind: string): boolean {
  return KINDS_OF_CHOICE.some((one) => one === kind);
}

/** What permission to change an organisation depends on: the state it is of, and the mechanism it takes part through. */
export function organisationSubject(content: Pick<OrganisationContent, 'kind' | 'country' | 'mechanism'>): {
  state: string | null;
  mechanism: string | null;
} {
  return { state: OF_NO_STATE.includes(content.kind) ? null : content.country, mechanism: mechanismOf(content) };
}

/** The name by which a reader knows an organisation: in the reader's language where it has one, else its own; never its acronym alone. */
export function nameIn({ name, names }: Pick<OrganisationContent, 'name' | 'names'>, locale: Locale): string {
  return names[locale] || name;
}

/** A name in the form in which names are compared and ordered. */
export function nameKey(name: string): string {
  return foldedWords(name).join(' ');
}

/** All that an organisation can be found by, folded, each name on a line of its own. */
export function searchTextOf({ name, acronym, names, city }: OrganisationContent): string {
  const all = [name, acronym, ...LOCALES.map((locale) => names[locale] ?? ''), city].map(nameKey);
  return [...new Set(all.filter(Boolean))].join('\n');
}

/** Whether an organisation goes by exactly this name or acronym, in any language. */
export function goesBy({ name, acronym, names }: OrganisationContent, asked: string): boolean {
  const key = nameKey(asked);
  return key !== '' && [name, acronym, ...Object.values(names)].some((one) => nameKey(one) === key);
}
