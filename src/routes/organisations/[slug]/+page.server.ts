import { cityName } from '#vocab/cities.ts';
import { countryName } from '#vocab/countries.ts';
import { LOCALES } from '#vocab/language.ts';
import { stakeholderLabel } from '#vocab/stakeholders.ts';
import { translate } from '#platform/languages.ts';
import {
  contactsSeenBy,
  idsOfOrganisation,
  may,
  mechanismName,
  mechanismOf,
  membersSeenBy,
  nameIn,
  organisationSubject,
} from '#forum/people/index.ts';
import { practicesOfOrganisations } from '#forum/practices/index.ts';
import type { OrganisationView } from '#ui/people-views.ts';
import { contactView } from '../../directory/contact-views.ts';
import { cardView } from '../../views.ts';
import { noOrganisation, organisationHere, organisationHref } from '../organisation-here.ts';
import type { PageServerLoad } from './$types';

/** As many practices as its page shows. */
const MOST_PRACTICES = 50;

/** One organisation: what it is, and those of its people whom the reader may see. */
export const load: PageServerLoad = async ({ params: { slug }, url, locals }): Promise<OrganisationView> => {
  const { ctx, prefix } = locals;
  const { locale, actor } = ctx;
  const organisation = await organisationHere(locals, url, slug, (now) => `/organisations/${now}`);
  if (!organisation) noOrganisation(ctx, slug);
  const ids = await idsOfOrganisation(ctx.db, organisation.id);
  const shared = await practicesOfOrganisations(ctx.db, ids, MOST_PRACTICES);
  const members = await membersSeenBy(ctx, organisation.id);
  const contacts = members ? [] : await contactsSeenBy(ctx, { organisations: ids });
  const { kind, country, website } = organisation;
  const name = nameIn(organisation, locale);
  const names = [
    // In what language an organisation calls itself is not asked.
    { lang: '', name: organisation.name },
    ...LOCALES.map((lang) => ({ lang, name: organisation.names[lang] ?? '' })),
  ];
  const mechanism = mechanismOf(organisation);
  const here = organisationHref({ locale, prefix }, organisation.slug);
  return {
    name,
    acronym: organisation.acronym,
    kind: { label: stakeholderLabel(kind, locale), href: `${prefix}/organisations?${new URLSearchParams({ kind })}` },
    country: country === null ? null : { label: countryName(country, locale), href: `${prefix}/places/${country}` },
    city: cityName(organisation.city, locale),
    website: website === '' ? null : { href: website, label: URL.parse(website)?.host ?? website },
    mechanism: mechanism === null ? null : mechanismName(locale, mechanism),
    otherNames: names.filter(
      (one, at) => one.name !== '' && names.findIndex((same) => same.name === one.name) === at && one.name !== name,
    ),
    practices: shared.practices.map((practice) => cardView({ locale, prefix }, practice)),
    practicesTotal: shared.total,
    contacts: contacts.map((contact) => contactView(locale, contact)),
    members: members?.map(({ person, name, title }) => ({ name, title, href: `${prefix}/people/${person}` })) ?? null,
    editHref: may(actor, 'organisations.edit', organisationSubject(organisation)) ? `${here}/edit` : null,
    mergeHref: may(actor, 'organisations.merge') ? `${here}/merge` : null,
    done: url.searchParams.has('saved')
      ? translate(locale, 'people.organisation-saved')
      : url.searchParams.has('merged')
        ? translate(locale, 'people.organisation-merged')
        : null,
  };
};
