import { comment, draftFor, ITEM_FIELDS } from '#forum/drafts/index.ts';
import { fieldsOf, sayingIn } from '../../../../body.ts';
import { noDraft } from '../../../../problems.ts';
import { remarksAnswer } from '../../../../remarks.ts';
import type { RequestHandler } from './$types';

/** The remarks on a draft. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const draft = await draftFor(locals.ctx, params.id);
  return draft ? remarksAnswer(locals, draft.id) : noDraft(locals.ctx.locale);
};

const fieldIn = (value: unknown): string | null | undefined =>
  value === null ? null : ITEM_FIELDS.find((field) => field === value);

/** Adds a remark, on a field or on the whole. */
export const POST: RequestHandler = async (event) => {
  const { ctx } = event.locals;
  const draft = await draftFor(ctx, event.params.id);
  if (!draft) return noDraft(ctx.locale);
  const read = await fieldsOf(event, { field: fieldIn, text: sayingIn });
  if (read instanceof Response) return read;
  if ((await comment(ctx, draft.id, read.said.field, read.said.text)) === null) return noDraft(ctx.locale);
  return remarksAnswer(event.locals, draft.id, 201);
};
