import { type Check, CHECKS, draftFor, setChecks } from '#forum/drafts/index.ts';
import { fieldsOf } from '../../../../body.ts';
import { draftAnswer } from '../../../../draft-json.ts';
import { noDraft, refusal } from '../../../../problems.ts';
import type { RequestHandler } from './$types';

const checksIn = (value: unknown): Check[] | undefined =>
  Array.isArray(value) && value.every((one) => CHECKS.includes(one as Check)) ? (value as Check[]) : undefined;

/** Says what of the checklist holds; what is not named no longer does. */
export const PUT: RequestHandler = async (event) => {
  const { ctx } = event.locals;
  const draft = await draftFor(ctx, event.params.id);
  if (!draft) return noDraft(ctx.locale);
  const read = await fieldsOf(event, { checks: checksIn });
  if (read instanceof Response) return read;
  if (!(await setChecks(ctx, draft.id, read.said.checks)))
    return refusal(ctx.locale, 409, { key: 'api.not-writable' }, { stage: draft.stage });
  return draftAnswer(event.locals, draft.id);
};
