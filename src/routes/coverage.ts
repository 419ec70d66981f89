import { ancestorsOf, isRegion, REGIONS, regionName } from '#vocab/regions.ts';
import { type PracticeFilter, wholeCatalogue } from '#forum/practices/index.ts';
import type { HeatView } from '#ui/views.ts';
import { heatView, isRows, pictureAt, type PictureColumn, pictureHref, type PictureRows, withOnly } from './picture.ts';
import type { Selection } from './selection.ts';
import { catalogueHref, type Reader } from './views.ts';

/** What of the coverage is looked at: its rows, and the region whose parts are its columns; null for the continents. */
export interface CoverageChoice {
  rows: PictureRows;
  within: string | null;
}

/** The regions that have parts of their own. */
const DIVIDED = REGIONS.filter(({ code }) => REGIONS.some(({ parent }) => parent === code)).map(({ code }) => code);

/** Reads the choice and the selection from an address; what cannot be read is among the complaints. */
export async function coverageAt(
  url: URL,
  locals: App.Locals,
): Promise<{ choice: CoverageChoice; selection: Selection }> {
  const { own, selection } = await pictureAt(url, locals, {
    rows: isRows,
    within: (value) => isRegion(value) && DIVIDED.includes(value),
  });
  const { rows = 'target', within = null } = own;
  if (columnsOf(within, selection.filter).length > 0) return { choice: { rows, within }, selection };
  const values = { name: 'within', value: within ?? '' };
  const complaint = { name: 'within', notice: { key: 'problems.within-elsewhere', values } } as const;
  return {
    choice: { rows, within: null },
    selection: { ...selection, complaints: [...selection.complaints, complaint] },
  };
}

/** The coverage's own address for a choice and a selection; `page` may be one of its files. */
export function coverageHref(
  reader: Reader,
  { rows, within }: CoverageChoice,
  filter: PracticeFilter,
  page = 'coverage',
): string {
  return pictureHref(reader, page, { rows, ...(within !== null && { within }) }, filter);
}

/** The regions whose parts can be looked at: all, or those in which a selected region is. */
export function dividedIn(filter: PracticeFilter): string[] {
  return DIVIDED.filter((code) => columnsOf(code, filter).length > 0);
}

/** Subjects by region: how many practices of the selection, and where there are none; and how many practices it has. */
export async function coverageView(
  { ctx, forum, prefix }: Pick<App.Locals, 'ctx' | 'forum' | 'prefix'>,
  { rows, within }: CoverageChoice,
  filter: PracticeFilter = wholeCatalogue(),
): Promise<{ heat: HeatView; total: number }> {
  const reader: Reader = { locale: ctx.locale, prefix };
  const crossing = await forum.search.cross(ctx.db, filter, { rows, columns: 'region' }, ctx.now);
  const columns = columnsOf(within, filter).map((code): PictureColumn => ({
    code,
    name: regionName(code, ctx.locale),
    href:
      DIVIDED.includes(code) && code !== within
        ? coverageHref(reader, { rows, within: code }, filter)
        : catalogueHref(reader, withOnly(filter, 'region', [code])),
    values: [code],
  }));
  return { heat: heatView(reader, filter, crossing, { rows, facet: 'region', columns }), total: crossing.total };
}

/**
 * The regions on top. Of a selection of regions the regions themselves, or such parts of the one looked at as lie in
 * them; otherwise the continents, and the whole world beside them for practices of no region.
 */
function columnsOf(within: string | null, { selections: { region: selected } }: PracticeFilter): string[] {
  const codes = REGIONS.filter(({ code, parent }) => parent === within && (within === null || code !== '001')).map(
    ({ code }) => code,
  );
  if (selected.length === 0) return codes.sort((a, b) => Number(a === '001') - Number(b === '001'));
  if (within === null) return REGIONS.map(({ code }) => code).filter((code) => selected.includes(code));
  return codes.filter((code) => ancestorsOf(code).some((one) => selected.includes(one)));
}
