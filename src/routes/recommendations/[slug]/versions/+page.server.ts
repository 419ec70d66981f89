import { error, redirect } from '@sveltejs/kit';
import { versionAt, versionsOf } from '#platform/history.ts';
import { translate } from '#platform/languages.ts';
import { changeRecommendation, formOfRecommendation, type RecommendationVersion } from '#forum/observations/index.ts';
import { may } from '#forum/people/index.ts';
import type { KeptVersionsView } from '#ui/forum-views.ts';
import { fieldChanges, keptVersions, restoredText, titleText, versionSent } from '../../../forum/kept-versions.ts';
import { recommendationFields } from '../../../themes/kept-fields.ts';
import { recommendationHref } from '../../../themes/names.ts';
import { isVersionSeen, recommendationHere, versionSeen } from '../../recommendation-here.ts';
import type { Actions, PageServerLoad } from './$types';

/** Every version of a recommendation; with ?from=N&to=M what changed between two of them, with ?restore=N what bringing one back would change. */
export const load: PageServerLoad = async ({ params: { slug }, url, locals }): Promise<KeptVersionsView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const recommendation = await recommendationHere(locals, slug);
  const href = recommendationHref({ locale, prefix }, recommendation.slug);
  const title = titleText(recommendation.title, locale, recommendation.slug);
  const writes = may(ctx.actor, 'observations.write');
  const all = (await versionsOf(ctx.db, recommendation.id)).filter((version) => isVersionSeen(locals, version));
  const restore = writes ? await versionSeen(locals, url, recommendation, 'restore') : null;
  const from = restore ? all.at(-1)! : await versionSeen(locals, url, recommendation, 'from');
  const to = restore ?? (await versionSeen(locals, url, recommendation, 'to'));
  const fields = ({ content }: { content: unknown }) => recommendationFields(content as RecommendationVersion, locale);
  return {
    title,
    steps: [
      { label: translate(locale, 'observations.recommendations'), href: `${prefix}/recommendations` },
      { label: title, href },
    ],
    here: `${href}/versions`,
    versions: keptVersions<RecommendationVersion>(locals, href, all, recommendationFields, 'observations.write'),
    compare: from && to && { from: from.number, to: to.number, fields: fieldChanges(fields(from), fields(to)) },
    restore: restore?.number ?? null,
    done: restoredText(url, locale),
  };
};

export const actions: Actions = {
  restore: async ({ params: { slug }, locals, request }) => {
    const { ctx, prefix } = locals;
    const recommendation = await recommendationHere(locals, slug);
    const number = versionSent(await request.formData());
    const version = await versionAt(ctx.db, recommendation.id, number);
    if (version === null) error(404, { message: translate(ctx.locale, 'problems.not-found') });
    const form = formOfRecommendation(version.content as RecommendationVersion);
    const changed = await changeRecommendation(ctx, recommendation.slug, recommendation.version, form);
    if (changed === null || 'complaints' in changed || 'now' in changed)
      error(409, { message: translate(ctx.locale, 'editions.conflict') });
    redirect(303, `${recommendationHref({ locale: ctx.locale, prefix }, slug)}/versions?restored=${number}`);
  },
};
