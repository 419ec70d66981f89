import { dayOf, holdersSeenBy } from '#forum/people/index.ts';
import { publishedCount, type Survey } from '#forum/survey/index.ts';
import type { SurveyOverView } from '#ui/survey-views.ts';
import { surveyHref } from '../../survey-here.ts';

/** What a survey that is over leads to: what was published of it, and those of the Support Unit who let the reader see whom to write to. */
export async function overView(locals: App.Locals, survey: Survey): Promise<SurveyOverView> {
  const { ctx } = locals;
  const today = dayOf(ctx.now);
  const units = await holdersSeenBy(ctx, { role: 'support-unit', of: null });
  return {
    results: (await publishedCount(ctx.db, survey.id)) ? `${surveyHref(locals, survey)}/results` : null,
    units: units
      .filter(({ until }) => until === null || until > today)
      .map(({ shown }) => ({ name: shown.name ?? '', email: shown.email ?? null })),
  };
}
