import { GOALS } from '#vocab/sdg.ts';
import { wholeCatalogue } from '#forum/practices/index.ts';
import type { SdgsView } from '#ui/views.ts';
import { goalName, sdgView } from '../views.ts';
import type { PageServerLoad } from './$types';

/** The seventeen goals, each with its number of practices. */
export const load: PageServerLoad = async ({ locals: { ctx, forum, prefix } }): Promise<SdgsView> => {
  const { counts } = await forum.search.find(ctx.db, { ...wholeCatalogue(), perPage: 1 }, ctx.now);
  return {
    goals: GOALS.map(({ code }) => ({
      ...sdgView({ locale: ctx.locale, prefix }, code),
      label: goalName(code, ctx.locale),
      count: counts.goal.get(code) ?? 0,
    })),
    gcmHref: `${prefix}/gcm`,
  };
};
