import { draftForReview, giveSecond, wantSecond } from '#forum/drafts/index.ts';
import { fieldsOf } from '../../../../body.ts';
import { draftAnswer } from '../../../../draft-json.ts';
import { noDraft, refusal } from '../../../../problems.ts';
import type { RequestHandler } from './$types';

const wantedIn = (value: unknown) => (typeof value === 'boolean' ? value : undefined);

/** Asks for a second pair of eyes on a draft, or no longer. */
export const PUT: RequestHandler = async (event) => {
  const { ctx } = event.locals;
  const draft = await draftForReview(ctx, event.params.id);
  if (!draft) return noDraft(ctx.locale);
  const read = await fieldsOf(event, { wanted: wantedIn });
  if (read instanceof Response) return read;
  if (!(await wantSecond(ctx, draft.id, read.said.wanted)))
    return refusal(ctx.locale, 409, { key: 'api.not-writable' }, { stage: draft.stage });
  return draftAnswer(event.locals, draft.id);
};

/** The second pair of eyes has seen it: those of anybody who curates but whoever looks after it. */
export const POST: RequestHandler = async ({ locals, params }) => {
  const { ctx } = locals;
  const draft = await draftForReview(ctx, params.id);
  if (!draft) return noDraft(ctx.locale);
  return (await giveSecond(ctx, draft.id))
    ? draftAnswer(locals, draft.id)
    : refusal(ctx.locale, 409, { key: 'api.second-not-yours' }, { stage: draft.stage });
};
