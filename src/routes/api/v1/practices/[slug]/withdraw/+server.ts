import { practiceToKeep, withdrawPractice } from '#forum/drafts/index.ts';
import { booleanIn, fieldsOf, sayingIn } from '../../../../body.ts';
import { notYours, practiceActed } from '../../../../standing.ts';
import type { RequestHandler } from './$types';

/** Withdraws a practice, and says why: it is no longer found, and its address says so; the reason too, where `public` is true. */
export const POST: RequestHandler = async (event) => {
  const { locals, params } = event;
  if (!(await practiceToKeep(locals.ctx, params.slug))) return notYours(locals, params.slug);
  const read = await fieldsOf(event, { why: sayingIn, public: booleanIn });
  if (read instanceof Response) return read;
  return practiceActed(locals, params.slug, async (id) => {
    const done = await withdrawPractice(locals.ctx, id, read.said);
    // What says nothing was refused above.
    return done === 'unsaid' ? null : done;
  });
};
