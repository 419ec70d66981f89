import { regionName } from '#vocab/regions.ts';
import { GOALS } from '#vocab/sdg.ts';
import { reportsOf } from '#forum/reports/index.ts';
import { toggled, wholeCatalogue } from '#forum/practices/index.ts';
import type { CoverageLevel, HomeView } from '#ui/views.ts';
import { cardView, catalogueHref, facetHref, goalName, type Reader } from './views.ts';
import type { PageServerLoad } from './$types';

/** The continents, and the whole world for practices of no region. */
const COLUMNS = ['002', '019', '142', '150', '009', '001'];

/** The home page: the newest practices, the coverage picture, the reports. */
export const load: PageServerLoad = async ({ locals: { ctx, forum, prefix } }): Promise<HomeView> => {
  const { locale } = ctx;
  const reader: Reader = { locale, prefix };
  const { total, practices } = await forum.search.find(ctx.db, { ...wholeCatalogue(), perPage: 4 }, ctx.now);
  const rows = [];
  let most = 1;
  for (const { code } of GOALS) {
    const filter = toggled(wholeCatalogue(), 'goal', code);
    const { counts } = await forum.search.find(ctx.db, { ...filter, perPage: 1 }, ctx.now);
    const numbers = COLUMNS.map((region) => counts.region.get(region) ?? 0);
    most = Math.max(most, ...numbers);
    rows.push({ code, filter, numbers });
  }
  const reports = await reportsOf(ctx.db, locale);
  return {
    total,
    coverage: {
      regions: COLUMNS.map((code) => ({
        code,
        name: regionName(code, locale),
        href: facetHref(reader, 'region', code),
      })),
      rows: rows.map(({ code, filter, numbers }) => ({
        goal: { code, name: goalName(code, locale), href: `${prefix}/sdgs/${code}` },
        cells: numbers.map((count, at) => ({
          count,
          href: catalogueHref(reader, toggled(filter, 'region', COLUMNS[at]!)),
          level: levelOf(count, most),
        })),
      })),
    },
    latest: practices.map((practice) => cardView(reader, practice)),
    reports: reports.map(({ slug, title, count }) => ({ href: `${prefix}/reports/${slug}`, title, count })),
  };
};

/** The class of a number: none, then four of equal width on a root scale, so that small numbers still tell apart. */
function levelOf(count: number, most: number): CoverageLevel {
  return count === 0 ? 0 : (Math.min(4, Math.ceil(4 * Math.sqrt(count / most))) as CoverageLevel);
}
