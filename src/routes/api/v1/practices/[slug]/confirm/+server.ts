import { confirmPractice } from '#forum/drafts/index.ts';
import { practiceActed } from '../../../../standing.ts';
import type { RequestHandler } from './$types';

/** Says that a practice is still as it is described. */
export const POST: RequestHandler = ({ locals, params }) =>
  practiceActed(locals, params.slug, (id) => confirmPractice(locals.ctx, id));
