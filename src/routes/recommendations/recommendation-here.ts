import { error } from '@sveltejs/kit';
import type { Version } from '#platform/history.ts';
import { translate } from '#platform/languages.ts';
import { type Recommendation, recommendationAt, type RecommendationVersion } from '#forum/observations/index.ts';
import { may } from '#forum/people/index.ts';
import { versionAsked } from '../forum/kept-versions.ts';

/** The recommendation at an address, for whoever may see it: others see released ones alone. Ends with the page that says there is none. */
export async function recommendationHere(locals: App.Locals, slug: string): Promise<Recommendation> {
  const found = await recommendationAt(locals.ctx.db, slug);
  const seen = found && (found.stage === 'released' || may(locals.ctx.actor, 'observations.write'));
  return seen ? found : noRecommendation(locals, slug);
}

/** Ends with the page that says there is no recommendation at an address. */
export function noRecommendation({ ctx: { locale } }: App.Locals, slug: string): never {
  error(404, {
    message: translate(locale, 'problems.not-found'),
    detail: translate(locale, 'observations.recommendation-not-found', { slug: slug.slice(0, 80) }),
  });
}

/** Whether somebody may read a version: what was not released then is for those who write recommendations. */
export function isVersionSeen({ ctx }: App.Locals, { content }: Version): boolean {
  return (content as RecommendationVersion).stage === 'released' || may(ctx.actor, 'observations.write');
}

/** The version that an address asks for; null for the present one. Ends with a 404 where there is none for this reader. */
export async function versionSeen(
  locals: App.Locals,
  url: URL,
  recommendation: Recommendation,
  parameter?: string,
): Promise<Version | null> {
  const version = await versionAsked(locals, url, recommendation, parameter);
  return version && !isVersionSeen(locals, version) ? noRecommendation(locals, recommendation.slug) : version;
}
