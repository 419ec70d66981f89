import { allEditions } from '#forum/editions/index.ts';
import { findSessions, parseSessionFilter } from '#forum/programme/index.ts';
import { badRequest } from '../../../answers.ts';
import { sessionItem } from './item.ts';
import type { RequestHandler } from './$types';

/** One page of a selection of sessions with its exact total. */
export const GET: RequestHandler = async ({ url, locals: { ctx, forum } }) => {
  const editions = await allEditions(ctx.db);
  const { filter, complaints } = parseSessionFilter(url.searchParams, editions);
  if (complaints.length > 0) return badRequest(ctx.locale, complaints);
  const { total, sessions } = await findSessions(ctx.db, filter);
  const slugs = new Map(editions.map(({ id, slug }) => [id, slug]));
  return Response.json(
    {
      total,
      page: filter.page,
      perPage: filter.perPage,
      items: sessions.map((session) => sessionItem(session, slugs.get(session.edition)!, forum.settings.origin)),
    },
    { headers: { 'cache-control': 'no-cache' } },
  );
};
