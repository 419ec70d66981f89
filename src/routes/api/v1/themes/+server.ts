import { allRecurrences } from '#forum/recollection/index.ts';
import { badRequest, unknownParameters } from '../../../answers.ts';
import { themeItem } from './item.ts';
import type { RequestHandler } from './$types';

/** Every theme with its recurrence, those that came back most first. */
export const GET: RequestHandler = async ({ url, locals: { ctx, forum } }) => {
  const unknown = unknownParameters(url);
  if (unknown.length > 0) return badRequest(ctx.locale, unknown);
  const { recurrences } = await allRecurrences(ctx.db);
  const items = recurrences.map((one) => themeItem(one, forum.settings.origin));
  return Response.json({ total: items.length, items }, { headers: { 'cache-control': 'no-cache' } });
};
