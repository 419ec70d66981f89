import { FACETS, toItem } from '#forum/practices/index.ts';
import { badRequest } from '../../../answers.ts';
import { orderedValues } from '../../../facets.ts';
import { selectionOf } from '../../../selection.ts';
import type { RequestHandler } from './$types';

/** One page of a selection with its exact total and the exact counts of every facet's values. */
export const GET: RequestHandler = async ({ url, locals }) => {
  const { ctx, forum } = locals;
  const { filter, complaints, sources } = await selectionOf(url, locals, { paged: true, sized: true });
  if (complaints.length > 0) return badRequest(ctx.locale, complaints);
  const { total, practices, counts } = await forum.search.find(ctx.db, filter, ctx.now);
  return Response.json(
    {
      total,
      page: filter.page,
      perPage: filter.perPage,
      items: practices.map((practice) => toItem(practice, forum.settings.origin, ctx.now.getUTCFullYear())),
      facets: Object.fromEntries(
        FACETS.map((facet) => [facet, orderedValues(facet, counts[facet], ctx.locale, sources)]),
      ),
    },
    { headers: { 'cache-control': 'no-cache' } },
  );
};
