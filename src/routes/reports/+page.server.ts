import { reportsOf } from '#forum/reports/index.ts';
import type { ReportsView } from '#ui/views.ts';
import type { PageServerLoad } from './$types';

/** The reports there are. */
export const load: PageServerLoad = async ({ locals: { ctx, prefix } }): Promise<ReportsView> => ({
  reports: (await reportsOf(ctx.db, ctx.locale)).map(({ slug, title, count }) => ({
    href: `${prefix}/reports/${slug}`,
    title,
    count,
    docx: `${prefix}/reports/${slug}.docx`,
  })),
});
