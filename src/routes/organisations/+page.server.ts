import { compareCountries, countryName } from '#vocab/countries.ts';
import { say, translate } from '#platform/languages.ts';
import { stakeholderLabel } from '#vocab/stakeholders.ts';
import {
  allOrganisations,
  findOrganisations,
  mayEver,
  organisationCounts,
  type OrganisationFilter,
  organisationQuery,
  parseOrganisationFilter,
} from '#forum/people/index.ts';
import type { OrganisationsView } from '#ui/people-views.ts';
import { pageLinks } from '../page-links.ts';
import { kindChoices } from './choices.ts';
import { organisationLine } from './organisation-here.ts';
import type { PageServerLoad } from './$types';

/** The organisations: one page of the selection that the address asks for. */
export const load: PageServerLoad = async ({ url, locals }): Promise<OrganisationsView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const { filter, complaints } = parseOrganisationFilter(url.searchParams, { sized: false });
  const counts = await organisationCounts(ctx.db);
  const { total, organisations } = await findOrganisations(ctx.db, filter, locale);
  const pages = Math.max(1, Math.ceil(total / filter.perPage));
  const problems = complaints.map(({ notice }) => say(locale, notice));
  if (filter.page > pages)
    problems.push(translate(locale, 'problems.page-beyond-end', { page: filter.page, last: pages }));
  locals.status = complaints.length > 0 ? 400 : filter.page > pages ? 404 : 200;
  const hrefOf = (other: OrganisationFilter) => {
    const query = organisationQuery(other);
    return `${prefix}/organisations${query && `?${query}`}`;
  };
  const counted = (label: string, count: number) => `${label} (${new Intl.NumberFormat(locale).format(count)})`;
  return {
    q: filter.q,
    kind: filter.kind,
    country: filter.country,
    kinds: kindChoices(locale)
      .filter(({ value }) => counts.kind.has(value) || filter.kind.includes(value))
      .map(({ value, label }) => ({ value, label: counted(label, counts.kind.get(value) ?? 0) })),
    countries: [...new Set([...counts.country.keys(), ...filter.country])]
      .toSorted(compareCountries(locale))
      .map((value) => ({ value, label: counted(countryName(value, locale), counts.country.get(value) ?? 0) })),
    chips: [
      ...filter.kind.map((code) => ({
        facetLabel: translate(locale, 'people.kind'),
        code: '',
        label: stakeholderLabel(code, locale),
        removeHref: hrefOf({ ...filter, page: 1, kind: filter.kind.filter((one) => one !== code) }),
      })),
      ...filter.country.map((code) => ({
        facetLabel: translate(locale, 'people.country'),
        code: '',
        label: countryName(code, locale),
        removeHref: hrefOf({ ...filter, page: 1, country: filter.country.filter((one) => one !== code) }),
      })),
    ],
    clearHref: hrefOf({ ...allOrganisations(), q: filter.q }),
    total,
    organisations: organisations.map((organisation) => organisationLine({ locale, prefix }, organisation)),
    pageHrefs: pageLinks(filter.page, pages, (page) => hrefOf({ ...filter, page })),
    any: counts.kind.size > 0,
    mayWrite: mayEver(ctx.actor, 'organisations.edit'),
    problems,
  };
};
