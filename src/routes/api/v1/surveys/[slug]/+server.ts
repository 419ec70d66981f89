import { json } from '@sveltejs/kit';
import { badRequest, notFound, unknownParameters } from '../../../../answers.ts';
import { publishedIn } from '../../../../surveys/[slug]/results/results-here.ts';
import { surveyJson } from '../item.ts';
import type { RequestHandler } from './$types';

/** The published results of a survey. */
export const GET: RequestHandler = async ({ params: { slug }, url, locals }) => {
  const { locale } = locals.ctx;
  const complaints = unknownParameters(url);
  if (complaints.length > 0) return badRequest(locale, complaints);
  const found = await publishedIn(locals, slug);
  if (!found) return notFound(locale, { key: 'results.none-here', values: { slug: slug.slice(0, 80) } });
  return json(surveyJson(found, locals.forum.settings.origin));
};
