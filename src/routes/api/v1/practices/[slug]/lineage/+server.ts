import { lineageOf, type Practice, practiceUrl } from '#forum/practices/index.ts';
import { badRequest, unknownParameters } from '../../../../../answers.ts';
import { noPracticeAnswer, practiceHere } from '../../../../../practice-here.ts';
import type { RequestHandler } from './$types';

/** What a practice was replicated from (generations below 0), and what was replicated from it (above 0). */
export const GET: RequestHandler = async ({ params: { slug }, url, locals }) => {
  const { ctx, forum } = locals;
  const unknown = unknownParameters(url);
  if (unknown.length > 0) return badRequest(ctx.locale, unknown);
  const practice = await practiceHere(locals, url, slug, (now) => `/api/v1/practices/${now}/lineage`);
  if (!practice) return noPracticeAnswer(locals, slug);
  const { relatives, complete } = await lineageOf(ctx.db, practice);
  const shown = new Set([practice.id, ...relatives.map((relative) => relative.practice.id)]);
  const told = (one: Practice, generation: number) => ({
    id: one.id,
    slug: one.slug,
    title: one.title,
    language: one.language,
    generation,
    // What cannot be read is not named either.
    replicates: one.replicates.filter((id) => shown.has(id)),
    url: practiceUrl(one, forum.settings.origin),
  });
  return Response.json(
    {
      practice: told(practice, 0),
      relatives: relatives.map(({ practice: one, generation }) => told(one, generation)),
      complete,
    },
    { headers: { 'cache-control': 'no-cache' } },
  );
};
