import { changePractice, practiceToKeep } from '#forum/drafts/index.ts';
import { draftAnswer } from '../../../../draft-json.ts';
import { notYours } from '../../../../standing.ts';
import type { RequestHandler } from './$types';

/** The draft in which a practice is changed: the open one, or a new one with what the practice says. */
export const POST: RequestHandler = async ({ locals, params }) => {
  const practice = await practiceToKeep(locals.ctx, params.slug);
  const id = practice && (await changePractice(locals.ctx, practice.id));
  if (!id) return notYours(locals, params.slug);
  return draftAnswer(locals, id, 200, { location: `/api/v1/drafts/${id}` });
};
