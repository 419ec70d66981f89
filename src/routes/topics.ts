import { error, redirect } from '@sveltejs/kit';
import { ancestorsOf, REGIONS, regionName } from '#vocab/regions.ts';
import { type Facet, type PracticeFilter, toggled, type Source } from '#forum/practices/index.ts';
import type { Found } from '#forum/search/index.ts';
import { translate } from '#platform/languages.ts';
import type { CountView, TopicView, YearsView } from '#ui/views.ts';
import { depthOf, namedValue, orderedValues } from './facets.ts';
import { pictureHref } from './picture.ts';
import { cardView, catalogueHref, type Reader } from './views.ts';

/** How many practices a topic's page shows, and how many values of a list before it is cut. */
const CARDS = 5;
const LISTED = 12;

/** A page about a goal, a target, an objective or a place: who does what where, over the years. */
export async function topicView(
  { ctx, forum, prefix }: App.Locals,
  filter: PracticeFilter,
): Promise<TopicView & { counts: Found['counts'] }> {
  const reader: Reader = { locale: ctx.locale, prefix };
  const sources = await forum.search.sources(ctx.db, ctx.now);
  const { total, practices, counts } = await forum.search.find(ctx.db, { ...filter, perPage: CARDS }, ctx.now);
  const list = (facet: Facet) => countsOf(reader, filter, facet, counts[facet], sources);
  return {
    total,
    href: catalogueHref(reader, filter),
    cards: practices.map((practice) => cardView(reader, practice)),
    countries: list('country').slice(0, LISTED),
    regions: list('region'),
    gaps: gapsOf(reader, filter, counts.region),
    stakeholders: list('stakeholder'),
    themes: list('theme').slice(0, LISTED),
    years: yearsView(reader, filter, counts.year),
    coverageHref: pictureHref(reader, 'coverage', {}, filter),
    timeHref: pictureHref(reader, 'time', {}, filter),
    counts,
  };
}

/** The regions in which no practice of a selection is, by continent; each leads to what can be had in its place. */
function gapsOf(reader: Reader, filter: PracticeFilter, counts: ReadonlyMap<string, number>): TopicView['gaps'] {
  const empty = REGIONS.filter(({ code }) => code !== '001' && (counts.get(code) ?? 0) === 0);
  const byContinent = Map.groupBy(empty, ({ code }) => ancestorsOf(code).at(-1)!);
  return [...byContinent].map(([continent, regions]) => ({
    continent: regionName(continent, reader.locale),
    regions: regions.map(({ code }) => ({
      label: regionName(code, reader.locale),
      href: catalogueHref(reader, toggled(filter, 'region', code)),
    })),
  }));
}

/** The values of a facet that practices of a selection carry, each with a way to them. */
export function countsOf(
  reader: Reader,
  filter: PracticeFilter,
  facet: Facet,
  counts: ReadonlyMap<string, number>,
  sources: ReadonlyMap<string, Source>,
): CountView[] {
  const carried = new Map([...counts].filter(([, count]) => count > 0));
  return orderedValues(facet, carried, reader.locale, sources).map(({ value, code, label, count }) => ({
    code,
    label,
    count,
    depth: depthOf(facet, value),
    href: catalogueHref(reader, toggled(filter, facet, value)),
  }));
}

/** One value of a facet with its number of practices, which may be none. */
export function countOf(reader: Reader, filter: PracticeFilter, facet: Facet, value: string, count: number): CountView {
  return {
    ...namedValue(facet, value, reader.locale, new Map()),
    count,
    depth: 0,
    href: catalogueHref(reader, toggled(filter, facet, value)),
  };
}

/** Every year from the first to the last in which a practice ran, those between in which none did included. */
function yearsView(reader: Reader, filter: PracticeFilter, counts: ReadonlyMap<string, number>): YearsView {
  const years = [...counts].filter(([, count]) => count > 0).map(([year]) => Number(year));
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const year = String(first + at);
    return { year, count: counts.get(year) ?? 0, href: catalogueHref(reader, toggled(filter, 'year', year)) };
  });
}

/** The code of an address as it is written here; another way of writing it leads there, and one that is none to a 404. */
export function codeAt(
  { ctx, prefix }: App.Locals,
  asked: string,
  { folder, codes, key }: { folder: string; codes: (code: string) => string | null; key: 'sdg' | 'gcm' | 'country' },
): string {
  const code = codes(asked);
  if (code === null)
    error(404, {
      message: translate(ctx.locale, 'problems.not-found'),
      detail: translate(ctx.locale, `problems.no-such-${key}`, { code: asked.slice(0, 40) }),
    });
  if (code !== asked) redirect(308, `${prefix}/${folder}/${code}`);
  return code;
}
