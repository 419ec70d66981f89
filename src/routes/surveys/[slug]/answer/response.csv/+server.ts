import { translate } from '#platform/languages.ts';
import { csvOf } from '#ui/written.ts';
import { receiptView, sentHere } from '../receipt.ts';
import type { RequestHandler } from './$types';

/** The response that whoever asks has sent, as a table to keep: a line a question. */
export const GET: RequestHandler = async (event) => {
  const { locals } = event;
  const { locale } = locals.ctx;
  const { survey, response } = await sentHere(event);
  const { respondent, when, answers } = await receiptView(locals, survey, response);
  const lines = [
    [translate(locale, 'survey.answers-for'), '', respondent],
    [translate(locale, 'survey.sent-when'), '', when],
    ...answers.map(({ number, wording, answer }) => [String(number), wording.text, unformulated(answer)]),
  ];
  return new Response(csvOf(lines), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="response.csv"',
      'cache-control': 'private, no-store',
    },
  });
};

/** A text that no spreadsheet takes for a formula. */
const unformulated = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
