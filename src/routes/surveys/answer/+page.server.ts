import { redirect } from '@sveltejs/kit';
import { entryByToken } from '#forum/survey/index.ts';
import { surveyHref } from '../survey-here.ts';
import { keepLink } from '../who-answers.ts';
import type { PageServerLoad } from './$types';

/**
 * A personal link is opened: its secret goes from the address into a cookie of this browser, and the page of answers follows under an address
 * without it. Nothing is used up: programs that guard mailboxes open every link.
 */
export const load: PageServerLoad = async (event): Promise<void> => {
  const { locals, url, setHeaders } = event;
  setHeaders({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' });
  const token = url.searchParams.get('token') ?? '';
  const found = await entryByToken(locals.ctx, token);
  if (!found) {
    locals.status = 404;
    return;
  }
  keepLink(event, found.survey, token);
  redirect(303, `${surveyHref(locals, found.survey)}/answer`);
};
