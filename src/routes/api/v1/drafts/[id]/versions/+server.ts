import { versionsOf } from '#platform/history.ts';
import { draftFor } from '#forum/drafts/index.ts';
import { PRIVATE } from '../../../../draft-json.ts';
import { noDraft } from '../../../../problems.ts';
import type { RequestHandler } from './$types';

/** Every version of a draft, without its texts: who wrote it when. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  const draft = await draftFor(ctx, params.id);
  if (!draft) return noDraft(ctx.locale);
  const versions = await versionsOf(ctx.db, draft.id);
  const items = versions.map(({ number, at, actor, action }) => ({ number, at: at.toISOString(), actor, action }));
  return Response.json({ items }, { headers: PRIVATE });
};
