import { translate } from '#platform/languages.ts';
import { may } from '#forum/people/index.ts';
import { allSurveys, ownEntries } from '#forum/survey/index.ts';
import type { SurveyLineView } from '#ui/survey-views.ts';
import { said, surveyHref, untilText } from './survey-here.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }): Promise<{ surveys: SurveyLineView[]; host: boolean }> => {
  const { ctx } = locals;
  const host = may(ctx.actor, 'survey.build');
  const answers = ownEntries(ctx).length > 0;
  const surveys = (await allSurveys(ctx.db)).filter(({ state }) => host || state !== 'draft');
  return {
    host,
    surveys: surveys.map((survey) => ({
      href: surveyHref(locals, survey) + (answers && survey.state === 'open' ? '/answer' : ''),
      title: said(survey.content.title, ctx.locale),
      mark: translate(ctx.locale, `survey.state-${survey.state}`),
      waits: answers && survey.state === 'open',
      facts: [untilText(survey, ctx.locale)].filter(Boolean),
    })),
  };
};
