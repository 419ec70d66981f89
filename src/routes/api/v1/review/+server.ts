import { QUEUED, queuePage, WHOSE } from '#forum/drafts/index.ts';
import { draftQuery, draftsAnswer } from '../../paging.ts';
import type { RequestHandler } from './$types';

/** A page of what waits for those who curate, the longest first. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const asked = draftQuery(locals, url, { whose: WHOSE });
  if (asked instanceof Response) return asked;
  const whose = WHOSE.find((one) => one === url.searchParams.get('whose')) ?? 'all';
  const stages = asked.stages.length > 0 ? asked.stages : QUEUED;
  return draftsAnswer(locals, asked, await queuePage(locals.ctx, { ...asked, whose, stages }));
};
