import { GCM_OBJECTIVES } from '#vocab/gcm.ts';
import { isRegion, REGIONS, regionName } from '#vocab/regions.ts';
import { GOALS, TARGETS } from '#vocab/sdg.ts';
import { type Facet, toggled, wholeCatalogue } from '#forum/practices/index.ts';
import { translate } from '#platform/languages.ts';
import type { Complaint } from '#platform/problem.ts';
import { levelOf } from '#ui/levels.ts';
import type { CoverageView } from '#ui/views.ts';
import { namedValue } from './facets.ts';
import { catalogueHref, type Reader } from './views.ts';

/** What stands at the side of the coverage picture. */
export const COVERAGE_ROWS = ['goal', 'target', 'gcm'] as const;
export type CoverageRows = (typeof COVERAGE_ROWS)[number];

/** What of the coverage is looked at: its rows, and the region whose parts are its columns; null for the continents. */
export interface CoverageChoice {
  rows: CoverageRows;
  within: string | null;
}

/** The regions that have parts of their own. */
export const DIVIDED = REGIONS.filter(({ code }) => REGIONS.some(({ parent }) => parent === code)).map(
  ({ code }) => code,
);

/** Reads the choice from an address; what cannot be read is among the complaints. */
export function coverageChoice(parameters: URLSearchParams): { choice: CoverageChoice; complaints: Complaint[] } {
  const choice: CoverageChoice = { rows: 'target', within: null };
  const complaints: Complaint[] = [];
  for (const [name, value] of parameters) {
    if (value === '') continue;
    const rows = name === 'rows' ? COVERAGE_ROWS.find((known) => known === value) : undefined;
    if (rows) choice.rows = rows;
    else if (name === 'within' && isRegion(value) && DIVIDED.includes(value)) choice.within = value;
    else {
      const shown = { name: name.slice(0, 60), value: value.slice(0, 60) };
      const key = name === 'rows' || name === 'within' ? `problems.unknown-${name}` : 'problems.unknown-parameter';
      complaints.push({ name: shown.name, notice: { key: key as 'problems.unknown-parameter', values: shown } });
    }
  }
  return { choice, complaints };
}

/** Targets and objectives by region: how many practices, and where there are none. */
export async function coverageView(
  { ctx, forum, prefix }: Pick<App.Locals, 'ctx' | 'forum' | 'prefix'>,
  { rows, within }: CoverageChoice,
): Promise<CoverageView> {
  const { locale } = ctx;
  const reader: Reader = { locale, prefix };
  const counts = await forum.search.cross(ctx.db, rows, 'region', ctx.now);
  // The whole world stands beside the continents, for practices of no region.
  const columns = REGIONS.filter(({ code, parent }) => parent === within && (within === null || code !== '001'))
    .map(({ code }) => code)
    .sort((a, b) => Number(a === '001') - Number(b === '001'));
  const codes = codesOf(rows, counts);
  const number = (code: string, region: string) => counts.get(code)?.get(region) ?? 0;
  const most = Math.max(1, ...codes.flatMap((code) => columns.map((region) => number(code, region))));
  const facet: Facet = rows;
  return {
    rowsName: translate(locale, `site.facet-${rows}`),
    regions: columns.map((code) => ({
      code,
      name: regionName(code, locale),
      href: DIVIDED.includes(code)
        ? `${prefix}/coverage?rows=${rows}&within=${code}`
        : catalogueHref(reader, toggled(wholeCatalogue(), 'region', code)),
    })),
    rows: codes.map((code) => ({
      goal: {
        code,
        name: namedValue(facet, code, locale, new Map()).label,
        href: `${prefix}/${rows === 'gcm' ? 'gcm' : 'sdgs'}/${code}`,
      },
      cells: columns.map((region) => ({
        count: number(code, region),
        href: catalogueHref(reader, toggled(toggled(wholeCatalogue(), facet, code), 'region', region)),
        level: levelOf(number(code, region), most),
      })),
    })),
  };
}

/** All goals and objectives; of the 169 targets those that touch migration, and those with practices. */
function codesOf(rows: CoverageRows, counts: ReadonlyMap<string, unknown>): string[] {
  if (rows === 'goal') return GOALS.map(({ code }) => code);
  if (rows === 'gcm') return GCM_OBJECTIVES.map(({ code }) => code);
  return TARGETS.filter(({ code, migration }) => migration !== undefined || counts.has(code)).map(({ code }) => code);
}
