import { versionsOf } from '#platform/history.ts';
import { draftFor, formAt, itemOf } from '#forum/drafts/index.ts';
import { PRIVATE } from '../../../../../draft-json.ts';
import { noDraft } from '../../../../../problems.ts';
import type { RequestHandler } from './$types';

/** One version of a draft, as it was saved. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  const draft = await draftFor(ctx, params.id);
  const version = draft && (await versionsOf(ctx.db, draft.id)).find(({ number }) => String(number) === params.number);
  const form = version && (await formAt(ctx.db, draft.id, version.number));
  if (!form) return noDraft(ctx.locale);
  const { number, at, actor, action } = version;
  return Response.json({ number, at: at.toISOString(), actor, action, item: itemOf(form) }, { headers: PRIVATE });
};
