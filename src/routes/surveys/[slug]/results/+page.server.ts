import { translate } from '#platform/languages.ts';
import { RESULT_FORMATS } from '#forum/survey/index.ts';
import type { SurveyResultsView } from '#ui/results-views.ts';
import type { DownloadView } from '#ui/views.ts';
import { dateText } from '../../../views.ts';
import { publishedHere } from './results-here.ts';
import { resultsView } from './results-view.ts';
import type { PageServerLoad } from './$types';

/** What was published of a survey: the same for everybody, and as it was. */
export const load: PageServerLoad = async ({
  params: { slug },
  locals,
}): Promise<{ results: SurveyResultsView; published: string; downloads: DownloadView[] }> => {
  const { ctx, prefix } = locals;
  const { survey, count, published } = await publishedHere(locals, slug);
  return {
    results: resultsView(count.content, published, published.turnout, ctx.locale),
    published: translate(ctx.locale, 'results.published-on', { date: dateText(count.publishedAt!, ctx.locale) }),
    downloads: RESULT_FORMATS.map((format) => ({
      format,
      href: `${prefix}/surveys/${encodeURIComponent(survey.slug)}/results.${format}`,
    })),
  };
};
