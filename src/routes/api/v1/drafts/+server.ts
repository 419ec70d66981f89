import { beginDraft, emptyForm, myPage, readItem } from '#forum/drafts/index.ts';
import { jsonOf } from '../../body.ts';
import { draftAnswer } from '../../draft-json.ts';
import { unknownOrigins } from '../../origins.ts';
import { draftQuery, draftsAnswer } from '../../paging.ts';
import { unreadable } from '../../problems.ts';
import type { RequestHandler } from './$types';

/** A page of one's own drafts and those of one's states. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const asked = draftQuery(locals, url);
  if (asked instanceof Response) return asked;
  return draftsAnswer(locals, asked, await myPage(locals.ctx, asked));
};

/** Begins a draft with what is sent. */
export const POST: RequestHandler = async (event) => {
  const { ctx } = event.locals;
  const body = await jsonOf(event);
  if (body instanceof Response) return body;
  const read = readItem(body.value, emptyForm(ctx.locale));
  if ('complaints' in read) return unreadable(ctx.locale, read.complaints);
  const unknown = await unknownOrigins(ctx, read.typed, []);
  if (unknown) return unreadable(ctx.locale, unknown);
  const id = await beginDraft(ctx, read.typed);
  return draftAnswer(event.locals, id, 201, { location: `/api/v1/drafts/${id}` });
};
