import { findOrganisations, parseOrganisationFilter } from '#forum/people/index.ts';
import { badRequest } from '../../../answers.ts';
import { organisationItem } from './item.ts';
import type { RequestHandler } from './$types';

/** One page of a selection of organisations with its exact total. */
export const GET: RequestHandler = async ({ url, locals: { ctx, forum } }) => {
  const { filter, complaints } = parseOrganisationFilter(url.searchParams, { sized: true });
  if (complaints.length > 0) return badRequest(ctx.locale, complaints);
  const { total, organisations } = await findOrganisations(ctx.db, filter, 'own');
  return Response.json(
    {
      total,
      page: filter.page,
      perPage: filter.perPage,
      items: organisations.map((organisation) => organisationItem(organisation, forum.settings.origin)),
    },
    { headers: { 'cache-control': 'no-cache' } },
  );
};
