import { textIn } from '#vocab/texts.ts';
import { allEditions, type Edition } from '#forum/editions/index.ts';
import { dayOf } from '#forum/people/index.ts';
import { milestonesOf } from '#forum/planning/index.ts';
import { wholeCatalogue } from '#forum/practices/index.ts';
import type { HomeView } from '#ui/views.ts';
import { coverageView } from './coverage.ts';
import { whenText } from './planning/views.ts';
import { cardView, type Reader } from './views.ts';
import type { PageServerLoad } from './$types';

/** As much of the Forum's year as the home page tells. */
const NEXT = 3;

/** The home page: the newest practices, the coverage picture, what is next in the Forum's year. */
export const load: PageServerLoad = async ({ locals }): Promise<HomeView> => {
  const { ctx, forum, prefix } = locals;
  const reader: Reader = { locale: ctx.locale, prefix };
  const { total, practices } = await forum.search.find(ctx.db, { ...wholeCatalogue(), perPage: 4 }, ctx.now);
  const { heat: coverage } = await coverageView({ ctx, forum, prefix }, { rows: 'goal', within: null });
  const editions = await allEditions(ctx.db);
  return {
    total,
    coverage,
    latest: practices.map((practice) => cardView(reader, practice)),
    editions: editions.filter(({ stage }) => stage !== 'planned').length,
    next: await nextOf(locals, editions),
  };
};

async function nextOf({ ctx, prefix }: App.Locals, editions: readonly Edition[]): Promise<HomeView['next']> {
  const present = editions.find(({ stage }) => stage === 'current');
  if (!present) return [];
  const today = dayOf(ctx.now);
  return (await milestonesOf(ctx.db, present.id))
    .filter((one) => one.public && !one.done && one.due >= today)
    .slice(0, NEXT)
    .map((one) => {
      const { text, language } = textIn(one.title, ctx.locale);
      const href = one.url.startsWith('/') ? prefix + one.url : one.url || `${prefix}/forum/${present.slug}`;
      return { title: text, lang: language, when: whenText(one, ctx.locale), href };
    });
}
