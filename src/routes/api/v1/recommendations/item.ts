import type { Recommendation } from '#forum/observations/index.ts';

/** A recommendation as programs read it; `edition` is the address of its edition. */
export function recommendationItem(recommendation: Recommendation, edition: string, origin: string) {
  const { version: _, stage: __, createdAt, updatedAt, ...rest } = recommendation;
  return {
    ...rest,
    edition,
    url: `${origin}/recommendations/${encodeURIComponent(recommendation.slug)}`,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
