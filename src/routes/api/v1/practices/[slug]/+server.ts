import { toItem } from '#forum/practices/index.ts';
import { noPracticeAnswer, practiceHere } from '../../../../practice-here.ts';
import { badRequest, unknownParameters } from '../../../../answers.ts';
import type { RequestHandler } from './$types';

/** One practice. */
export const GET: RequestHandler = async ({ params: { slug }, url, locals }) => {
  const { ctx, forum } = locals;
  const unknown = unknownParameters(url);
  if (unknown.length > 0) return badRequest(ctx.locale, unknown);
  const practice = await practiceHere(locals, url, slug, (now) => `/api/v1/practices/${now}`);
  if (!practice) return noPracticeAnswer(locals, slug);
  return Response.json(toItem(practice, forum.settings.origin, ctx.now.getUTCFullYear()), {
    headers: { 'cache-control': 'no-cache' },
  });
};
