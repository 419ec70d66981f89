import { changeStanding } from '#forum/drafts/index.ts';
import { practiceActed } from '../../../../standing.ts';
import type { RequestHandler } from './$types';

/** Publishes again what was withdrawn or archived, as it was. */
export const POST: RequestHandler = ({ locals, params }) =>
  practiceActed(locals, params.slug, (id) => changeStanding(locals.ctx, id, 'publish-again'));
