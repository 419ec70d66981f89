import { json } from '@sveltejs/kit';
import { publishedSurveys } from '#forum/survey/index.ts';
import { badRequest, unknownParameters } from '../../../answers.ts';
import { surveyItem } from './item.ts';
import type { RequestHandler } from './$types';

/** The surveys of which results were published. */
export const GET: RequestHandler = async ({ url, locals: { ctx, forum } }) => {
  const complaints = unknownParameters(url);
  if (complaints.length > 0) return badRequest(ctx.locale, complaints);
  const surveys = await publishedSurveys(ctx.db);
  return json({ total: surveys.length, items: surveys.map((one) => surveyItem(one, forum.settings.origin)) });
};
