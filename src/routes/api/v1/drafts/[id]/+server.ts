import { draftFor, formAt, readItem, saveDraft } from '#forum/drafts/index.ts';
import { jsonOf } from '../../../body.ts';
import { conflictAnswer, draftAnswer, versionAsked } from '../../../draft-json.ts';
import { unknownOrigins } from '../../../origins.ts';
import { noDraft, refusal, unreadable } from '../../../problems.ts';
import type { RequestHandler } from './$types';

/** One draft, with its version as its ETag. */
export const GET: RequestHandler = ({ locals, params }) => draftAnswer(locals, params.id);

/**
 * Changes the fields that are sent, which were read at the version that `If-Match` names. What others saved since is brought together with it; where
 * both changed the same text, theirs stands, both are given back, and what was sent is kept among the versions.
 */
export const PATCH: RequestHandler = async (event) => {
  const { locals, params, request } = event;
  const { ctx } = locals;
  const draft = await draftFor(ctx, params.id);
  if (!draft) return noDraft(ctx.locale);
  const base = versionAsked(request);
  if (base === null) return refusal(ctx.locale, 428, { key: 'api.send-if-match' }, { version: draft.version });
  const before = base === draft.version ? draft.form : await formAt(ctx.db, draft.id, base);
  if (!before) return conflictAnswer(locals, draft.version, []);
  const body = await jsonOf(event);
  if (body instanceof Response) return body;
  const read = readItem(body.value, before);
  if ('complaints' in read) return unreadable(ctx.locale, read.complaints);
  const unknown = await unknownOrigins(ctx, read.typed, before.replicates);
  if (unknown) return unreadable(ctx.locale, unknown);
  const saved = await saveDraft(ctx, draft.id, base, read.typed);
  if (saved === null) return noDraft(ctx.locale);
  if (saved.outcome === 'stale') return refusal(ctx.locale, 409, { key: 'api.not-writable' }, { stage: draft.stage });
  if (saved.outcome === 'conflict') return conflictAnswer(locals, saved.version, saved.conflicts);
  return draftAnswer(locals, draft.id);
};
