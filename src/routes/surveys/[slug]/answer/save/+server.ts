import { say, translate } from '#platform/languages.ts';
import { saveAnswers, zonedTime } from '#forum/survey/index.ts';
import { surveyHere } from '../../../survey-here.ts';
import { whoAnswers } from '../../../who-answers.ts';
import { sentAnswers } from '../form.ts';
import type { RequestHandler } from './$types';

/**
 * Keeps what is typed, while it is typed (static/drafts.js): with the number of the version that was read. Answers with the new number; with
 * 409 where somebody else answered the same question in the meantime, or the survey is over.
 */
export const POST: RequestHandler = async (event) => {
  const { locals, params, request } = event;
  const { ctx } = locals;
  const survey = await surveyHere(locals, params.slug);
  const entry = await whoAnswers(event, survey);
  if (!entry) return answer(401, {});
  const saved = await saveAnswers(ctx, survey, entry, sentAnswers(survey, await request.formData()));
  if (saved.outcome === 'closed') return answer(409, { message: translate(ctx.locale, 'survey.is-closed') });
  if (saved.outcome === 'conflict') return answer(409, { message: translate(ctx.locale, 'survey.conflict-here') });
  return answer(200, {
    version: saved.response?.version ?? 0,
    message: translate(ctx.locale, 'survey.saved-at', { when: zonedTime(ctx.locale, ctx.now, survey.zone) }),
    problems: Object.fromEntries(saved.complaints.map(({ name, notice }) => [name, say(ctx.locale, notice)])),
  });
};

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } });
