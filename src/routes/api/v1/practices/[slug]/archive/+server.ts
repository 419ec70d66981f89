import { changeStanding } from '#forum/drafts/index.ts';
import { practiceActed } from '../../../../standing.ts';
import type { RequestHandler } from './$types';

/** Archives a practice: it is no longer found, and still read at its address. */
export const POST: RequestHandler = ({ locals, params }) =>
  practiceActed(locals, params.slug, (id) => changeStanding(locals.ctx, id, 'archive'));
