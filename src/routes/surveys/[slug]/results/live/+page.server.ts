import { fail, redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { publishedCount, publishResults, resultsNow } from '#forum/survey/index.ts';
import type { SurveyResultsView } from '#ui/results-views.ts';
import { problemsOf } from '../../../../forms.ts';
import { dateText } from '../../../../views.ts';
import { surveyForHosts } from '../results-here.ts';
import { resultsView } from '../results-view.ts';
import type { Actions, PageServerLoad } from './$types';

interface LiveView {
  results: SurveyResultsView;
  href: string;
  counted: string | null;
  open: boolean;
  /** What was published; whether what stands here is newer. */
  published: boolean;
  newer: boolean;
  canPublish: boolean;
  justPublished: boolean;
}

/** The results as they stand, for those who prepare the edition. */
export const load: PageServerLoad = async ({ params: { slug }, url, locals }): Promise<LiveView> => {
  const { ctx, prefix } = locals;
  const survey = await surveyForHosts(locals, slug);
  const { count, turnout } = await resultsNow(ctx, survey);
  const published = await publishedCount(ctx.db, survey.id);
  const newer = count !== null && published !== null && published.number < count.number;
  return {
    results: resultsView(count?.content ?? survey.content, count?.results ?? null, turnout, ctx.locale),
    href: `${prefix}/surveys/${encodeURIComponent(survey.slug)}/results`,
    counted: count && translate(ctx.locale, 'results.counted-at', { date: dateText(count.at, ctx.locale) }),
    open: survey.state === 'open',
    published: published !== null,
    newer,
    canPublish: count !== null && survey.state === 'closed' && (published === null || newer),
    justPublished: url.searchParams.has('published'),
  };
};

export const actions: Actions = {
  default: async ({ params: { slug }, locals }) => {
    const survey = await surveyForHosts(locals, slug);
    const done = await publishResults(locals.ctx, survey);
    if ('complaints' in done) return fail(400, { problems: problemsOf(locals, done.complaints) });
    redirect(303, `${locals.prefix}/surveys/${encodeURIComponent(survey.slug)}/results/live?published=1`);
  },
};
