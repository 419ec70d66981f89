import { error } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { may } from '#forum/people/index.ts';
import { type Survey, surveyWith, zonedTime } from '#forum/survey/index.ts';
import type { Locale } from '#vocab/language.ts';
import { textIn, type Texts } from '#vocab/texts.ts';
import type { SaidView } from '#ui/survey-views.ts';

/** The survey at an address; ends with the page that says there is none where it is not the reader's to see: drafts are their hosts'. */
export async function surveyHere({ ctx }: App.Locals, slug: string): Promise<Survey> {
  const survey = await surveyWith(ctx.db, slug);
  const seen = survey && survey.slug === slug && (survey.state !== 'draft' || may(ctx.actor, 'survey.build'));
  return seen && !survey.hiddenAt ? survey : noSurvey(ctx.locale);
}

/** Ends with the page that says there is no such survey. */
export function noSurvey(locale: Locale): never {
  error(404, { message: translate(locale, 'problems.not-found'), detail: translate(locale, 'survey.not-found') });
}

/** The page of a survey. */
export function surveyHref({ prefix }: { prefix: string }, { slug }: Pick<Survey, 'slug'>): string {
  return `${prefix}/surveys/${encodeURIComponent(slug)}`;
}

/** A text in the reader's language, else in one it is written in. */
export function said(texts: Texts, locale: Locale): SaidView {
  const { text, language } = textIn(texts, locale);
  return { text, lang: language };
}

/** Until when a survey can be answered, or since when it is closed; empty for a draft. */
export function untilText(survey: Survey, locale: Locale): string {
  if (survey.state === 'open')
    return translate(locale, 'survey.open-until', { when: zonedTime(locale, survey.closesAt!, survey.zone) });
  return survey.closedAt === null
    ? ''
    : translate(locale, 'survey.closed-at', { when: zonedTime(locale, survey.closedAt, survey.zone) });
}
