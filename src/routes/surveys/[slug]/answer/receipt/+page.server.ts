import type { SurveyReceiptView } from '#ui/survey-views.ts';
import { surveyHref } from '../../../survey-here.ts';
import { entryQuery } from '../../../who-answers.ts';
import { receiptView, sentHere } from '../receipt.ts';
import type { PageServerLoad } from './$types';

interface ReceiptPage {
  receipt: SurveyReceiptView;
  /** What was written since and is not sent yet. */
  unsent: boolean;
  answerHref: string | null;
  csvHref: string;
  new: boolean;
}

export const load: PageServerLoad = async (event): Promise<ReceiptPage> => {
  const { locals, url, setHeaders } = event;
  setHeaders({ 'cache-control': 'private, no-store' });
  const { survey, response } = await sentHere(event);
  const base = `${surveyHref(locals, survey)}/answer`;
  const query = entryQuery(url) && `?${entryQuery(url)}`;
  return {
    receipt: receiptView(locals, survey, response),
    unsent: response.version !== response.sentVersion,
    answerHref: survey.state === 'open' || response.onBehalf ? base + query : null,
    csvHref: `${base}/response.csv${query}`,
    new: url.searchParams.has('saved'),
  };
};
