import { translate } from '#platform/languages.ts';
import {
  isAsked,
  type KeptResponse,
  questionsOf,
  respondentName,
  responseOf,
  type Survey,
  zonedTime,
} from '#forum/survey/index.ts';
import type { SurveyReceiptView } from '#ui/survey-views.ts';
import { answerText } from '../../question-views.ts';
import { noSurvey, said, surveyHere } from '../../survey-here.ts';
import { type Asking, whoAnswers } from '../../who-answers.ts';

/** The survey and the response that whoever asks has sent; ends with the page that says there is none. */
export async function sentHere(
  event: Asking & { params: { slug: string } },
): Promise<{ survey: Survey; response: KeptResponse }> {
  const { ctx } = event.locals;
  const survey = await surveyHere(event.locals, event.params.slug);
  const entry = await whoAnswers(event, survey);
  const response = entry && (await responseOf(ctx.db, survey.id, entry.respondent));
  return response?.sentAnswers ? { survey, response } : noSurvey(ctx.locale);
}

/** A response as it was sent, in the reader's language. */
export function receiptView(
  { ctx: { locale } }: App.Locals,
  survey: Survey,
  response: KeptResponse,
): SurveyReceiptView {
  const answers = response.sentAnswers!;
  return {
    title: said(survey.content.title, locale),
    respondent: respondentName(locale, response),
    when: zonedTime(locale, response.sentAt!, survey.zone),
    late: response.onBehalf ? translate(locale, 'survey.late-from', { from: response.receivedFrom }) : null,
    named: translate(locale, response.sentNamed ? 'survey.named-yes' : 'survey.named-no'),
    answers: questionsOf(survey.content)
      .map((question, at) => ({ question, number: at + 1 }))
      .filter(({ question }) => isAsked(survey.content, question, answers))
      .map(({ question, number }) => ({
        number,
        wording: said(question.wording, locale),
        answer: answerText(question, answers[question.code], locale),
      })),
  };
}
