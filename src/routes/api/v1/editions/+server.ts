import { allEditions } from '#forum/editions/index.ts';
import { badRequest, unknownParameters } from '../../../answers.ts';
import { editionItem } from './item.ts';
import type { RequestHandler } from './$types';

/** Every edition, the first one first. */
export const GET: RequestHandler = async ({ url, locals: { ctx, forum } }) => {
  const unknown = unknownParameters(url);
  if (unknown.length > 0) return badRequest(ctx.locale, unknown);
  const editions = await allEditions(ctx.db);
  const items = editions.map((edition) => editionItem(edition, editions, forum.settings.origin));
  return Response.json({ total: items.length, items }, { headers: { 'cache-control': 'no-cache' } });
};
