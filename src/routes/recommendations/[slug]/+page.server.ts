import { translate } from '#platform/languages.ts';
import { editionById } from '#forum/editions/index.ts';
import type { RecommendationVersion } from '#forum/observations/index.ts';
import { may } from '#forum/people/index.ts';
import { themeLabel } from '#vocab/themes.ts';
import type { RecommendationView } from '#ui/theme-views.ts';
import { editionHref, editionName, sourceView, written } from '../../forum/names.ts';
import { recommendationHref, themeHref } from '../../themes/names.ts';
import { dateText } from '../../views.ts';
import { recommendationHere, versionSeen } from '../recommendation-here.ts';
import type { PageServerLoad } from './$types';

/** A recommendation as it is kept now, or, with ?version=N, as it was then. */
export const load: PageServerLoad = async ({ params: { slug }, url, locals }): Promise<RecommendationView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const reader = { locale, prefix };
  const now = await recommendationHere(locals, slug);
  const then = await versionSeen(locals, url, now);
  const shown = then ? { ...now, ...(then.content as RecommendationVersion) } : now;
  const edition = (await editionById(ctx.db, now.edition))!;
  const href = recommendationHref(reader, now.slug);
  return {
    href,
    title: written(shown.title, locale)!,
    text: written(shown.text, locale),
    edition: { label: editionName(edition, locale), href: editionHref(reader, edition.slug) },
    themes: shown.themes.map((code) => ({ label: themeLabel(code, locale), href: themeHref(reader, code) })),
    source: sourceView(shown.source),
    followUp: translate(locale, `observations.follow-up-${shown.followUp}`),
    came: written(shown.came, locale),
    hidden: now.stage === 'released' ? null : translate(locale, `observations.is-${now.stage}`),
    version: then && {
      text: translate(locale, 'editions.reads-version', { number: then.number, when: dateText(then.at, locale) }),
      presentHref: href,
    },
    versionsHref: `${href}/versions`,
    editHref: may(ctx.actor, 'observations.write') ? `${href}/edit` : null,
    done: url.searchParams.has('saved') ? translate(locale, 'observations.saved') : null,
  };
};
