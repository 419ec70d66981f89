import { takesAnswers } from '#forum/survey/index.ts';
import type { SurveyOverView, SurveyReceiptView } from '#ui/survey-views.ts';
import { surveyHref } from '../../../survey-here.ts';
import { entryQuery } from '../../../who-answers.ts';
import { overView } from '../over.ts';
import { receiptView, sentHere } from '../receipt.ts';
import type { PageServerLoad } from './$types';

interface ReceiptPage {
  receipt: SurveyReceiptView;
  /** What was written since and is not sent yet. */
  unsent: boolean;
  answerHref: string | null;
  /** Where the survey is over for whoever asks. */
  over: SurveyOverView | null;
  csvHref: string;
  new: boolean;
}

export const load: PageServerLoad = async (event): Promise<ReceiptPage> => {
  const { locals, url, setHeaders } = event;
  setHeaders({ 'cache-control': 'private, no-store' });
  const { survey, entry, response } = await sentHere(event);
  const writable = takesAnswers(survey, entry, locals.ctx.now);
  const base = `${surveyHref(locals, survey)}/answer`;
  const query = entryQuery(url) && `?${entryQuery(url)}`;
  return {
    receipt: await receiptView(locals, survey, response),
    unsent: response.version !== response.sentVersion,
    answerHref: writable ? base + query : null,
    over: writable ? null : await overView(locals, survey),
    csvHref: `${base}/response.csv${query}`,
    new: url.searchParams.has('saved'),
  };
};
