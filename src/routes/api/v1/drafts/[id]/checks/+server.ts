import { CHECKS, draftFor, type Given, setChecks } from '#forum/drafts/index.ts';
import { fieldsOf, noteIn } from '../../../../body.ts';
import { draftAnswer } from '../../../../draft-json.ts';
import { noDraft, refusal, unreadable } from '../../../../problems.ts';
import type { RequestHandler } from './$types';

/** `{"sourced": {"holds": false, "why": "…"}}`; a point that is not named has not been looked at. */
function checksIn(value: unknown): Given | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const said = value as Record<string, unknown>;
  if (Object.keys(said).some((name) => !CHECKS.some((check) => check === name))) return undefined;
  const given: Given = {};
  for (const check of CHECKS) {
    const answer = answerIn(said[check] ?? null);
    if (answer === undefined) return undefined;
    given[check] = answer;
  }
  return given;
}

function answerIn(value: unknown): Given[keyof Given] {
  if (value === null) return null;
  if (typeof value !== 'object') return undefined;
  const { holds, why = null, ...more } = value as Record<string, unknown>;
  const reason = noteIn(why);
  if (typeof holds !== 'boolean' || reason === undefined || Object.keys(more).length > 0) return undefined;
  // A reason is one for which something does not hold.
  return holds && reason !== '' ? undefined : { holds, why: reason };
}

/** Says of each point of the checklist whether it holds; what is not named has not been looked at. */
export const PUT: RequestHandler = async (event) => {
  const { ctx } = event.locals;
  const draft = await draftFor(ctx, event.params.id);
  if (!draft) return noDraft(ctx.locale);
  const read = await fieldsOf(event, { checks: checksIn });
  if (read instanceof Response) return read;
  const saved = await setChecks(ctx, draft.id, read.said.checks, { version: draft.version });
  if (saved === 'unsaid') return unreadable(ctx.locale, [{ name: 'checks', notice: { key: 'api.check-why' } }]);
  if (saved !== 'saved') return refusal(ctx.locale, 409, { key: 'api.not-writable' }, { stage: draft.stage });
  return draftAnswer(event.locals, draft.id);
};
