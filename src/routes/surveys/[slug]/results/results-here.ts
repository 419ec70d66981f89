import { error } from '@sveltejs/kit';
import type { Locale } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { type Count, publishedCount, type Results, type Survey, surveyWith } from '#forum/survey/index.ts';

/** What was published of a survey, with the survey. */
export interface PublishedHere {
  survey: Survey;
  count: Count;
  published: Results;
}

/** The survey at an address and what was published of it; null where nothing was. */
export async function publishedIn({ ctx }: App.Locals, slug: string): Promise<PublishedHere | null> {
  const survey = await findSurvey(ctx.db, slug);
  const count = survey && (await publishedCount(ctx.db, survey.id));
  return survey && count?.published ? { survey, count, published: count.published } : null;
}

/** The survey at an address and what was published of it; ends with a 404 where nothing was. */
export async function publishedHere(locals: App.Locals, slug: string): Promise<PublishedHere> {
  return (await publishedIn(locals, slug)) ?? noResults(locals.ctx.locale, slug);
}

/** The survey at an address, for those who prepare the edition; ends with a 404 where there is none that was ever open. */
export async function surveyForHosts({ ctx }: App.Locals, slug: string): Promise<Survey> {
  const survey = await findSurvey(ctx.db, slug);
  if (!survey || survey.state === 'draft') noResults(ctx.locale, slug);
  return survey;
}

// PostgreSQL has no NUL in its texts, and refuses a question that holds one. What was put away is not shown.
async function findSurvey(db: App.Locals['ctx']['db'], slug: string): Promise<Survey | null> {
  const survey = slug.includes('\0') ? null : await surveyWith(db, slug);
  return survey?.slug === slug && survey.hiddenAt === null ? survey : null;
}

function noResults(locale: Locale, slug: string): never {
  error(404, {
    message: translate(locale, 'problems.not-found'),
    detail: translate(locale, 'results.none-here', { slug: slug.slice(0, 80) }),
  });
}
