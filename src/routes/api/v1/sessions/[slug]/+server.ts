import { editionById } from '#forum/editions/index.ts';
import { sessionAt } from '#forum/programme/index.ts';
import { badRequest, notFound, unknownParameters } from '../../../../answers.ts';
import { sessionItem } from '../item.ts';
import type { RequestHandler } from './$types';

/** One session that is on its programme. */
export const GET: RequestHandler = async ({ params: { slug }, url, locals: { ctx, forum } }) => {
  const unknown = unknownParameters(url);
  if (unknown.length > 0) return badRequest(ctx.locale, unknown);
  const session = await sessionAt(ctx.db, slug);
  if (!session || session.hidden)
    return notFound(ctx.locale, { key: 'editions.session-not-found', values: { slug: slug.slice(0, 80) } });
  const edition = (await editionById(ctx.db, session.edition))!;
  return Response.json(sessionItem(session, edition.slug, forum.settings.origin), {
    headers: { 'cache-control': 'no-cache' },
  });
};
