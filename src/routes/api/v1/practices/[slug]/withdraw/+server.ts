import { changeStanding } from '#forum/drafts/index.ts';
import { practiceActed } from '../../../../standing.ts';
import type { RequestHandler } from './$types';

/** Withdraws a practice: it is no longer found, and its address says so. */
export const POST: RequestHandler = ({ locals, params }) =>
  practiceActed(locals, params.slug, (id) => changeStanding(locals.ctx, id, 'withdraw'));
