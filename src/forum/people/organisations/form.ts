import { isCountry } from '#vocab/countries.ts';
import { type Locale, LOCALES } from '#vocab/language.ts';
import { isStakeholder } from '#vocab/stakeholders.ts';
import type { Complaint } from '#platform/problem.ts';
import { isMechanism, MECHANISMS, readLine } from '../model.ts';
import { mayChooseMechanism, nameKey, type OrganisationContent } from './model.ts';

/** What is typed about an organisation, as it was typed; `name-fr` and its like are its names in the Forum's languages. */
export const ORGANISATION_FIELDS = [
  'name',
  'acronym',
  ...LOCALES.map((locale) => `name-${locale}` as const),
  'kind',
  'country',
  'city',
  'website',
  'mechanism',
] as const;
export type OrganisationForm = Record<(typeof ORGANISATION_FIELDS)[number], string>;

/** As long as a name, a city, an acronym and an address of a website may be, in characters. */
export const LONGEST = { name: 200, city: 100, acronym: 30, website: 500 };

/** An empty form. */
export function emptyOrganisation(): OrganisationForm {
  return Object.fromEntries(ORGANISATION_FIELDS.map((field) => [field, ''])) as OrganisationForm;
}

/** A form that says what an organisation says now. */
export function formOf(content: OrganisationContent): OrganisationForm {
  return {
    ...emptyOrganisation(),
    ...Object.fromEntries(LOCALES.map((locale) => [`name-${locale}`, content.names[locale] ?? ''])),
    name: content.name,
    acronym: content.acronym,
    kind: content.kind,
    country: content.country ?? '',
    city: content.city,
    website: content.website,
    mechanism: content.mechanism ?? '',
  };
}

/** What was typed about an organisation, read; or what is wrong with it, field by field. */
export function readOrganisation(form: OrganisationForm): OrganisationContent | { complaints: Complaint[] } {
  const complaints: Complaint[] = [];
  const name = read(form, 'name', LONGEST.name, complaints);
  if (nameKey(name) === '') complaints.push({ name: 'name', notice: { key: 'people.bad-organisation-name' } });
  const kind = form.kind.trim();
  if (!isStakeholder(kind)) complaints.push({ name: 'kind', notice: { key: 'people.bad-kind' } });
  const country = form.country.trim().toUpperCase();
  if (country !== '' && !isCountry(country))
    complaints.push({ name: 'country', notice: { key: 'people.bad-country' } });
  if (country === '' && ['state', 'local-authority'].includes(kind))
    complaints.push({ name: 'country', notice: { key: 'people.country-needed' } });
  const website = readWebsite(form.website.trim());
  if (website === null) complaints.push({ name: 'website', notice: { key: 'people.bad-website' } });
  const mechanism = form.mechanism.trim();
  if (mechanism !== '' && !isMechanism(mechanism))
    complaints.push({
      name: 'mechanism',
      notice: { key: 'accounts.bad-mechanism', values: { known: MECHANISMS.join(', ') } },
    });
  const content = {
    name,
    acronym: read(form, 'acronym', LONGEST.acronym, complaints),
    names: readNames(form, name, complaints),
    kind,
    country: country || null,
    city: read(form, 'city', LONGEST.city, complaints),
    website: website ?? '',
    mechanism: isMechanism(mechanism) && mayChooseMechanism(kind) ? mechanism : null,
  };
  return complaints.length > 0 ? { complaints } : content;
}

/** A name that is the same as its own is not kept twice. */
function readNames(form: OrganisationForm, own: string, complaints: Complaint[]): Partial<Record<Locale, string>> {
  const found = LOCALES.map((locale) => [locale, read(form, `name-${locale}`, LONGEST.name, complaints)] as const);
  return Object.fromEntries(found.filter(([, name]) => name !== '' && name !== own));
}

function read(form: OrganisationForm, field: keyof OrganisationForm, most: number, complaints: Complaint[]): string {
  const text = readLine(form[field]);
  if (text.length > most) complaints.push({ name: field, notice: { key: 'people.too-long', values: { most } } });
  return text;
}

/** An address of the web as it was typed, "www.example.org" too; empty for none, null for what leads to no website. */
function readWebsite(text: string): string | null {
  if (text === '') return '';
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.') || url.username || url.password)
    return null;
  return url.href.length <= LONGEST.website ? url.href : null;
}
