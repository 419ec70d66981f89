import { GCM_OBJECTIVES, gcmLabel } from '#vocab/gcm.ts';
import { wholeCatalogue } from '#forum/practices/index.ts';
import type { ObjectivesView } from '#ui/views.ts';
import type { PageServerLoad } from './$types';

/** The 23 objectives of the Global Compact, each with its number of practices. */
export const load: PageServerLoad = async ({ locals: { ctx, forum, prefix } }): Promise<ObjectivesView> => {
  const { counts } = await forum.search.find(ctx.db, { ...wholeCatalogue(), perPage: 1 }, ctx.now);
  return {
    objectives: GCM_OBJECTIVES.map(({ code }) => ({
      code,
      label: gcmLabel(code, ctx.locale),
      count: counts.gcm.get(code) ?? 0,
      depth: 0,
      href: `${prefix}/gcm/${code}`,
    })),
  };
};
