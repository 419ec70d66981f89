import { compareCountries, countryName, isCountry } from '#vocab/countries.ts';
import { say, translate } from '#platform/languages.ts';
import {
  directory,
  type DirectoryFilter,
  directoryQuery,
  may,
  MECHANISMS,
  mechanismName,
  parseDirectoryFilter,
} from '#forum/people/index.ts';
import type { DirectoryView } from '#ui/people-views.ts';
import { pageLinks } from '../page-links.ts';
import { contactView } from './contact-views.ts';
import type { PageServerLoad } from './$types';

const PER_PAGE = 48;

/** The directory: one page of the selection that the address asks for, with what its contacts show to the reader. */
export const load: PageServerLoad = async ({ url, locals }): Promise<DirectoryView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const { filter, complaints } = parseDirectoryFilter(url.searchParams);
  const everybody = await directory(ctx, { q: '', country: '', mechanism: '', page: 1 });
  const found = await directory(ctx, filter);
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const problems = complaints.map(({ notice }) => say(locale, notice));
  if (filter.page > pages)
    problems.push(translate(locale, 'problems.page-beyond-end', { page: filter.page, last: pages }));
  locals.status = complaints.length > 0 ? 400 : filter.page > pages ? 404 : 200;
  const hrefOf = (other: DirectoryFilter, path = '/directory') => {
    const query = directoryQuery(other);
    return `${prefix}${path}${query && `?${query}`}`;
  };
  const states = new Set(
    everybody.flatMap(({ roles }) => roles.flatMap(({ of }) => (of && isCountry(of) ? [of] : []))),
  );
  return {
    q: filter.q,
    country: filter.country,
    mechanism: filter.mechanism,
    countries: [...states, ...(filter.country === '' || states.has(filter.country) ? [] : [filter.country])]
      .sort(compareCountries(locale))
      .map((value) => ({ value, label: countryName(value, locale) })),
    mechanisms: MECHANISMS.map((value) => ({ value, label: mechanismName(locale, value) })),
    filtered: filter.q !== '' || filter.country !== '' || filter.mechanism !== '',
    total: found.length,
    contacts: found
      .slice((filter.page - 1) * PER_PAGE, filter.page * PER_PAGE)
      .map((entry) => contactView(locale, entry)),
    pageHrefs: pageLinks(filter.page, pages, (page) => hrefOf({ ...filter, page })),
    fileHref: may(ctx.actor, 'directory.export') ? hrefOf({ ...filter, page: 1 }, '/directory.csv') : null,
    problems,
  };
};
