import { toItem } from '#forum/practices/index.ts';
import { practiceHere, withdrawnAnswer } from '../../../../practice-here.ts';
import { badRequest, notFound } from '../../../../answers.ts';
import type { RequestHandler } from './$types';

/** One practice. */
export const GET: RequestHandler = async ({ params: { slug }, url, locals }) => {
  const { ctx, forum } = locals;
  const unknown = [...url.searchParams.keys()].map((name) => ({
    name,
    notice: { key: 'problems.unknown-parameter' as const, values: { name } },
  }));
  if (unknown.length > 0) return badRequest(ctx.locale, unknown);
  const practice = await practiceHere(locals, url, slug, (now) => `/api/v1/practices/${now}`);
  if (!practice)
    return (
      (await withdrawnAnswer(locals, slug)) ??
      notFound(ctx.locale, { key: 'problems.practice-not-found', values: { slug } })
    );
  return Response.json(toItem(practice, forum.settings.origin, ctx.now.getUTCFullYear()), {
    headers: { 'cache-control': 'no-cache' },
  });
};
