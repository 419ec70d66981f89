import { allEditions } from '#forum/editions/index.ts';
import { findPublications, LIBRARY_FACETS, parseLibraryFilter } from '#forum/library/index.ts';
import { badRequest } from '../../../answers.ts';
import { publicationItem } from './item.ts';
import type { RequestHandler } from './$types';

/** One page of a selection of publications with its exact total and counts. */
export const GET: RequestHandler = async ({ url, locals: { ctx, forum } }) => {
  const editions = (await allEditions(ctx.db)).map(({ slug }) => slug);
  const { filter, complaints } = parseLibraryFilter(url.searchParams, editions, { sized: true });
  if (complaints.length > 0) return badRequest(ctx.locale, complaints);
  const { total, publications, counts } = await findPublications(ctx.db, filter);
  const facets = LIBRARY_FACETS.map((facet) => [
    facet,
    [...counts[facet]].map(([value, count]) => ({ value, count })).toSorted((a, b) => (a.value < b.value ? -1 : 1)),
  ]);
  return Response.json(
    {
      total,
      page: filter.page,
      perPage: filter.perPage,
      items: publications.map((publication) => publicationItem(publication, forum.settings.origin)),
      facets: Object.fromEntries(facets),
    },
    { headers: { 'cache-control': 'no-cache' } },
  );
};
