import { isTheme } from '#vocab/themes.ts';
import { recollect } from '#forum/recollection/index.ts';
import { badRequest, notFound, unknownParameters } from '../../../../answers.ts';
import { recollectionItem } from '../item.ts';
import type { RequestHandler } from './$types';

/** The whole history of a theme. */
export const GET: RequestHandler = async ({ params: { code }, url, locals: { ctx, forum } }) => {
  const unknown = unknownParameters(url);
  if (unknown.length > 0) return badRequest(ctx.locale, unknown);
  if (!isTheme(code)) return notFound(ctx.locale, { key: 'themes.not-found', values: { code: code.slice(0, 80) } });
  const remembered = await recollect({ db: ctx.db, search: forum.search, now: ctx.now }, code);
  return Response.json(recollectionItem(remembered, forum.settings.origin), {
    headers: { 'cache-control': 'no-cache' },
  });
};
