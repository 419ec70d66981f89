import { countryName } from '#vocab/countries.ts';
import { REGIONS, regionName, regionsOf } from '#vocab/regions.ts';
import { wholeCatalogue } from '#forum/practices/index.ts';
import type { PlacesView } from '#ui/views.ts';
import { facetHref } from '../views.ts';
import type { PageServerLoad } from './$types';

/** The countries with practices, by the part of the world they lie in. */
export const load: PageServerLoad = async ({ locals: { ctx, forum, prefix } }): Promise<PlacesView> => {
  const { locale } = ctx;
  const reader = { locale, prefix };
  const { counts } = await forum.search.find(ctx.db, { ...wholeCatalogue(), perPage: 1 }, ctx.now);
  const byName = new Intl.Collator(locale).compare;
  const countries = [...counts.country].map(([code, count]) => ({
    region: regionsOf([code])[0] ?? '001',
    code: '',
    label: countryName(code, locale),
    count,
    depth: 0,
    href: `${prefix}/places/${code}`,
  }));
  return {
    regions: REGIONS.map(({ code, parent }) => ({
      name: regionName(code, locale),
      href: facetHref(reader, 'region', code),
      count: counts.region.get(code) ?? 0,
      within: parent === null ? '' : regionName(parent, locale),
      countries: countries
        .filter(({ region }) => region === code)
        .map(({ region: _, ...country }) => country)
        .sort((a, b) => byName(a.label, b.label)),
    })).filter((region) => region.countries.length > 0),
  };
};
