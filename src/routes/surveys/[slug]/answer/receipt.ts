import { translate } from '#platform/languages.ts';
import {
  type Answers,
  type Entry,
  isAsked,
  type KeptResponse,
  questionsOf,
  respondentName,
  responseOf,
  senderOf,
  type Survey,
  zonedTime,
} from '#forum/survey/index.ts';
import type { Locale } from '#vocab/language.ts';
import type { SurveyAnswerView, SurveyReceiptView } from '#ui/survey-views.ts';
import { answerText } from '../../question-views.ts';
import { noSurvey, said, surveyHere } from '../../survey-here.ts';
import { type Asking, whoAnswers } from '../../who-answers.ts';

/** The survey and the response that whoever asks has sent, and who that is; ends with the page that says there is none. */
export async function sentHere(
  event: Asking & { params: { slug: string } },
): Promise<{ survey: Survey; entry: Entry; response: KeptResponse }> {
  const { ctx } = event.locals;
  const survey = await surveyHere(event.locals, event.params.slug);
  const entry = await whoAnswers(event, survey);
  const response = entry && (await responseOf(ctx.db, survey.id, entry.respondent));
  return entry && response?.sentAnswers ? { survey, entry, response } : noSurvey(ctx.locale);
}

/** A response as it was sent, in the reader's language. */
export async function receiptView(
  { ctx: { db, locale } }: App.Locals,
  survey: Survey,
  response: KeptResponse,
): Promise<SurveyReceiptView> {
  return {
    title: said(survey.content.title, locale),
    respondent: respondentName(locale, response),
    when: zonedTime(locale, response.sentAt!, survey.zone),
    // For whom the Support Unit had a late answer is said instead of which of them entered it.
    by: response.onBehalf ? null : await senderOf(db, response),
    late: response.onBehalf ? translate(locale, 'survey.late-from', { from: response.receivedFrom }) : null,
    named: translate(locale, response.sentNamed ? 'survey.named-yes' : 'survey.named-no'),
    answers: answerViews(survey, response.sentAnswers!, locale),
  };
}

/** Answers to read: each question that was asked, with what was answered. */
export function answerViews({ content }: Survey, answers: Answers, locale: Locale): SurveyAnswerView[] {
  return questionsOf(content)
    .map((question, at) => ({ question, number: at + 1 }))
    .filter(({ question }) => isAsked(content, question, answers))
    .map(({ question, number }) => ({
      number,
      wording: said(question.wording, locale),
      answer: answerText(question, answers[question.code], locale),
    }));
}
