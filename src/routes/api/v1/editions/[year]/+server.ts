import { allEditions } from '#forum/editions/index.ts';
import { badRequest, notFound, unknownParameters } from '../../../../answers.ts';
import { editionHere } from '../../../../forum/edition-here.ts';
import { editionItem } from '../item.ts';
import type { RequestHandler } from './$types';

/** One edition. */
export const GET: RequestHandler = async ({ params: { year }, url, locals }) => {
  const { ctx, forum } = locals;
  const unknown = unknownParameters(url);
  if (unknown.length > 0) return badRequest(ctx.locale, unknown);
  const edition = await editionHere(locals, url, year, (slug) => `/api/v1/editions/${slug}`);
  if (!edition) return notFound(ctx.locale, { key: 'editions.edition-not-found', values: { year: year.slice(0, 40) } });
  return Response.json(editionItem(edition, await allEditions(ctx.db), forum.settings.origin), {
    headers: { 'cache-control': 'no-cache' },
  });
};
