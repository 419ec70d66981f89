import { allEditions } from '#forum/editions/index.ts';
import { findRecommendations } from '#forum/observations/index.ts';
import { may } from '#forum/people/index.ts';
import type { RecommendationLineView } from '#ui/theme-views.ts';
import { recommendationLine } from '../themes/names.ts';
import type { PageServerLoad } from './$types';

interface RecommendationsView {
  recommendations: RecommendationLineView[];
  /** What is being prepared, or was withdrawn: for those who write recommendations. */
  hidden: RecommendationLineView[];
  newHref: string | null;
}

/** What the Forum's editions have recommended. */
export const load: PageServerLoad = async ({ locals: { ctx, prefix } }): Promise<RecommendationsView> => {
  const reader = { locale: ctx.locale, prefix };
  const editions = new Map((await allEditions(ctx.db)).map((edition) => [edition.id, edition]));
  const writes = may(ctx.actor, 'observations.write');
  const all = await findRecommendations(ctx.db, { stages: writes ? ['released', 'draft', 'withdrawn'] : ['released'] });
  const lines = (wanted: boolean) =>
    all
      .filter(({ stage }) => (stage === 'released') === wanted)
      .map((one) => recommendationLine(reader, one, editions.get(one.edition)!));
  return {
    recommendations: lines(true),
    hidden: lines(false),
    newHref: writes ? `${prefix}/recommendations/new` : null,
  };
};
