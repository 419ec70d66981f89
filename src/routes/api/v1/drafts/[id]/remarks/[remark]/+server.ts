import { draftFor, settleComment } from '#forum/drafts/index.ts';
import { fieldsOf } from '../../../../../body.ts';
import { noDraft } from '../../../../../problems.ts';
import { remarksAnswer } from '../../../../../remarks.ts';
import type { RequestHandler } from './$types';

const settledIn = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

/** Settles a remark, or opens it again. */
export const PATCH: RequestHandler = async (event) => {
  const { ctx } = event.locals;
  const { id, remark } = event.params;
  if (!(await draftFor(ctx, id))) return noDraft(ctx.locale);
  const read = await fieldsOf(event, { settled: settledIn });
  if (read instanceof Response) return read;
  if (!(await settleComment(ctx, id, remark, read.said.settled))) return noDraft(ctx.locale);
  return remarksAnswer(event.locals, id);
};
