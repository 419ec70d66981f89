import { reportsOf } from '#forum/reports/index.ts';
import { wholeCatalogue } from '#forum/practices/index.ts';
import type { HomeView } from '#ui/views.ts';
import { coverageView } from './coverage.ts';
import { cardView, type Reader } from './views.ts';
import type { PageServerLoad } from './$types';

/** The home page: the newest practices, the coverage picture, the reports. */
export const load: PageServerLoad = async ({ locals: { ctx, forum, prefix } }): Promise<HomeView> => {
  const { locale } = ctx;
  const reader: Reader = { locale, prefix };
  const { total, practices } = await forum.search.find(ctx.db, { ...wholeCatalogue(), perPage: 4 }, ctx.now);
  const { heat: coverage } = await coverageView({ ctx, forum, prefix }, { rows: 'goal', within: null });
  const reports = await reportsOf(ctx.db, locale);
  return {
    total,
    coverage,
    latest: practices.map((practice) => cardView(reader, practice)),
    reports: reports.map(({ slug, title, count }) => ({ href: `${prefix}/reports/${slug}`, title, count })),
  };
};
