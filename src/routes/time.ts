import type { Locale } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import type { PracticeFilter } from '#forum/practices/index.ts';
import type { Crossing } from '#forum/search/index.ts';
import type { HeatView, YearsView } from '#ui/views.ts';
import { heatView, isRows, pictureAt, type PictureColumn, pictureHref, type PictureRows, withOnly } from './picture.ts';
import type { Selection } from './selection.ts';
import { catalogueHref, type Reader } from './views.ts';
import { yearColumns } from './year-columns.ts';

/** Reads what stands at the side, and the selection, from an address; what cannot be read is among the complaints. */
export async function timeAt(url: URL, locals: App.Locals): Promise<{ rows: PictureRows; selection: Selection }> {
  const { own, selection } = await pictureAt(url, locals, { rows: isRows });
  return { rows: own.rows ?? 'goal', selection };
}

/** The address of the picture through time for a selection; `page` may be one of its files. */
export function timeHref(reader: Reader, rows: PictureRows, filter: PracticeFilter, page = 'time'): string {
  return pictureHref(reader, page, { rows }, filter);
}

/** A selection through time. */
export interface TimeView {
  heat: HeatView;
  years: YearsView;
  /** What is to be seen, in sentences. */
  told: string[];
  total: number;
}

/** Practices running by year and subject; of a selection of years, these alone (docs/decisions/0006 says what runs when). */
export async function timeView(
  { ctx, forum, prefix }: App.Locals,
  rows: PictureRows,
  filter: PracticeFilter,
): Promise<TimeView> {
  const reader: Reader = { locale: ctx.locale, prefix };
  const crossedBy = (columnOf?: (year: string) => string) =>
    forum.search.cross(ctx.db, filter, { rows, columns: 'year', ...(columnOf && { columnOf }) }, ctx.now);
  const yearly = await crossedBy();
  const years = yearsOf(filter, yearly);
  const grouped = yearColumns(years, ctx.now.getUTCFullYear());
  const codes = new Map(grouped.flatMap(({ code, years }) => years.map((year) => [String(year), code])));
  const crossing = grouped.length === years.length ? yearly : await crossedBy((year) => codes.get(year) ?? year);
  const ran = (year: number) => yearly.columns.get(String(year)) ?? 0;
  const columns = grouped.map(({ code, years }): PictureColumn => {
    const values = (years.length === 1 ? years : years.filter((year) => ran(year) > 0)).map(String);
    const href = crossing.columns.has(code) ? catalogueHref(reader, withOnly(filter, 'year', values)) : null;
    return { code, name: code, href, values };
  });
  return {
    heat: heatView(reader, filter, crossing, { rows, facet: 'year', columns }),
    years: columns.map(({ code, href }, at) => ({
      year: code,
      several: grouped[at]!.years.length > 1,
      count: crossing.columns.get(code) ?? 0,
      href: href ?? '',
    })),
    told: toldOf(yearly, years, ctx.locale),
    total: crossing.total,
  };
}

/** The years selected; else every year from the first to the last in which a practice ran. */
function yearsOf({ selections: { year: selected } }: PracticeFilter, { columns }: Crossing): number[] {
  if (selected.length > 0) return selected.map(Number).sort((a, b) => a - b);
  const years = [...columns.keys()].map(Number);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => first + at);
}

/** More years than these with the same number say nothing of when most ran. */
const MOST_PEAKS = 3;

/** How many, from when to when, most in which of the years shown; and how many stand in no year. */
function toldOf({ total, placed, columns }: Crossing, shown: readonly number[], locale: Locale): string[] {
  const without = { count: total - placed };
  if (placed === 0) return total === 0 ? [] : [translate(locale, 'time.none-dated', without)];
  const ran = shown.map(String).filter((year) => columns.has(year));
  const most = Math.max(...ran.map((year) => columns.get(year)!));
  const peaks = ran.filter((year) => columns.get(year) === most);
  const values = { count: placed, first: ran[0]!, last: ran.at(-1)! };
  const told =
    ran.length === 1
      ? translate(locale, 'time.one-year', { count: placed, year: values.first })
      : peaks.length > MOST_PEAKS || peaks.length === ran.length
        ? translate(locale, 'time.span', values)
        : translate(locale, 'time.span-most', {
            ...values,
            most,
            peaks: new Intl.ListFormat(locale, { type: 'conjunction' }).format(peaks),
          });
  return placed === total ? [told] : [told, translate(locale, 'time.undated', without)];
}
