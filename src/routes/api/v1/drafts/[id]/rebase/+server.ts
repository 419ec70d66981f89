import { draftForReview, readItem, rebase } from '#forum/drafts/index.ts';
import { fieldsOf } from '../../../../body.ts';
import { conflictAnswer, draftAnswer, standoffAnswer, versionAsked } from '../../../../draft-json.ts';
import { unknownOrigins } from '../../../../origins.ts';
import { noDraft, refusal, unreadable } from '../../../../problems.ts';
import type { RequestHandler } from './$types';

const versionIn = (value: unknown) => (Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : undefined);
// What an item may say is read by `readItem`, which names each of its fields.
const itemIn = (value: unknown) => (typeof value === 'object' ? (value ?? {}) : undefined);

/**
 * Brings a draft together with what the catalogue says by now: `item` has a text for every field in which the two stand against each other, `If-Match` and
 * `practiceVersion` name the versions of the two that were looked at.
 */
export const POST: RequestHandler = async (event) => {
  const { locals, params, request } = event;
  const { ctx } = locals;
  const draft = await draftForReview(ctx, params.id);
  if (!draft) return noDraft(ctx.locale);
  const version = versionAsked(request);
  if (version === null) return refusal(ctx.locale, 428, { key: 'api.send-if-match' }, { version: draft.version });
  const body = await fieldsOf(event, { practiceVersion: versionIn, item: itemIn });
  if (body instanceof Response) return body;
  const read = readItem(body.said.item, draft.form);
  if ('complaints' in read) return unreadable(ctx.locale, read.complaints);
  const unknown = await unknownOrigins(ctx, read.typed, draft.form.replicates);
  if (unknown) return unreadable(ctx.locale, unknown);
  const { practiceVersion } = body.said;
  const saved = await rebase(ctx, draft.id, { version, practiceVersion }, read.typed);
  if (saved === null || saved.outcome === 'stale')
    return refusal(ctx.locale, 409, { key: 'api.nothing-to-rebase' }, { stage: draft.stage });
  if (saved.outcome === 'saved') return draftAnswer(locals, draft.id);
  return 'practiceVersion' in saved
    ? standoffAnswer(locals, saved)
    : conflictAnswer(locals, saved.version, saved.conflicts);
};
