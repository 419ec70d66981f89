import { badRequest, unknownParameters } from '../../../../answers.ts';
import { noPublication, publicationHere } from '../../../../library/publication-here.ts';
import { publicationItem } from '../item.ts';
import type { RequestHandler } from './$types';

/** One publication. */
export const GET: RequestHandler = async ({ params: { slug }, url, locals }) => {
  const unknown = unknownParameters(url);
  if (unknown.length > 0) return badRequest(locals.ctx.locale, unknown);
  const found = await publicationHere(locals, slug);
  if (!('id' in found)) return noPublication(found);
  return Response.json(publicationItem(found, locals.forum.settings.origin), {
    headers: { 'cache-control': 'no-cache' },
  });
};
