import { say, translate } from '#platform/languages.ts';
import {
  EXPORT_FORMATS,
  FACETS,
  filterQuery,
  type PracticeFilter,
  SORTS,
  wholeCatalogue,
} from '#forum/practices/index.ts';
import { HANDOUT_FORMATS } from '#forum/reports/index.ts';
import type { CatalogueView } from '#ui/views.ts';
import { type Chip, chipsOf, textChips } from '../chips.ts';
import { depthOf, orderedValues } from '../facets.ts';
import { mapHref } from '../map.ts';
import { pageLinks } from '../page-links.ts';
import { pictureHref } from '../picture.ts';
import { selectionOf } from '../selection.ts';
import { cardView, catalogueHref, type Reader } from '../views.ts';
import type { PageServerLoad } from './$types';

/** The catalogue: one page of the selection its address asks for, and every way on from there. */
export const load: PageServerLoad = async ({ url, locals, setHeaders }): Promise<CatalogueView> => {
  const { ctx, forum, prefix } = locals;
  const { locale } = ctx;
  const reader: Reader = { locale, prefix };
  const selection = await selectionOf(url, locals, { paged: true, sized: false });
  const { filter, complaints, sources } = selection;
  const { total, practices, counts, marked, didYouMean } = await forum.search.find(ctx.db, filter, ctx.now);
  const pages = Math.max(1, Math.ceil(total / filter.perPage));
  const problems = complaints.map(({ name, notice }) => ({ name, detail: say(locale, notice) }));
  if (filter.page > pages)
    problems.push({
      name: 'page',
      detail: translate(locale, 'problems.page-beyond-end', { page: filter.page, last: pages }),
    });
  locals.status = complaints.length > 0 ? 400 : filter.page > pages ? 404 : 200;
  setHeaders({ 'cache-control': 'no-cache' });

  const hrefOf = (other: PracticeFilter) => catalogueHref(reader, other);
  const chips = chipsOf(reader, selection, hrefOf);
  const query = new URLSearchParams(filterQuery({ ...filter, page: 1 }));
  return {
    // Only an order that somebody chose is kept: another text may have another order that suits it.
    filter: { q: filter.q, sort: query.has('sort') ? filter.sort : '' },
    total,
    page: filter.page,
    pages,
    perPage: filter.perPage,
    cards: practices.map((practice) => cardView(reader, practice, marked)),
    facets: FACETS.map((facet) => ({
      name: facet,
      label: translate(locale, `site.facet-${facet}`),
      values: orderedValues(facet, counts[facet], locale, sources).map((value) => ({
        ...value,
        selected: filter.selections[facet].includes(value.value),
        depth: depthOf(facet, value.value),
      })),
    })),
    chips,
    clearHref: catalogueHref(reader, { ...wholeCatalogue(), q: filter.q }),
    sorts: SORTS.filter((sort) => sort !== 'relevance' || filter.q !== '').map((sort) => ({
      value: sort,
      label: translate(locale, `site.sort-${sort}`),
      selected: sort === filter.sort,
      href: catalogueHref(reader, { ...filter, sort, page: 1 }),
    })),
    pageHrefs: pageLinks(filter.page, pages, (page) => catalogueHref(reader, { ...filter, page })),
    downloads: [...EXPORT_FORMATS, ...HANDOUT_FORMATS].map((format) => ({
      format,
      href: `${prefix}/practices.${format}${query.size > 0 ? `?${query}` : ''}`,
    })),
    mapHref: mapHref(reader, filter, null),
    feedHref: `${prefix}/practices.atom${query.size > 0 ? `?${query}` : ''}`,
    coverageHref: pictureHref(reader, 'coverage', {}, filter),
    timeHref: pictureHref(reader, 'time', {}, filter),
    relax: total > 0 ? [] : await waysOut(locals, [...chips, ...textChips(reader, selection, hrefOf)]),
    didYouMean:
      didYouMean === null
        ? null
        : { label: didYouMean, href: catalogueHref(reader, { ...filter, q: didYouMean, page: 1 }) },
    problems,
  };
};

/** For an empty result: each filter (and the words) that can be taken off, with what that would give. */
async function waysOut({ ctx, forum }: App.Locals, chips: Chip[]) {
  const tried = [];
  // Each is one search in memory; more than a screenful of choices would help nobody.
  for (const { without, removeHref: href, code, label, facetLabel } of chips.slice(0, 12)) {
    const { total } = await forum.search.find(ctx.db, { ...without, perPage: 1 }, ctx.now);
    if (total > 0) tried.push({ code, label, facetLabel, href, total });
  }
  return tried;
}
