import { GCM_OBJECTIVES } from '#vocab/gcm.ts';
import { GOALS, TARGETS } from '#vocab/sdg.ts';
import type { Complaint } from '#platform/problem.ts';
import { say, translate } from '#platform/languages.ts';
import { type Facet, filterQuery, type PracticeFilter, wholeCatalogue } from '#forum/practices/index.ts';
import type { Crossing } from '#forum/search/index.ts';
import { classesOf, levelOf } from '#ui/levels.ts';
import type { ChoiceView, HeatView, ProblemView, SelectionView } from '#ui/views.ts';
import { chipsOf, textChips } from './chips.ts';
import { namedValue } from './facets.ts';
import { type Selection, selectionOf } from './selection.ts';
import { catalogueHref, type Reader } from './views.ts';

/**
 * What the pictures of a selection have in common, the coverage and that through time: subjects at the side, another facet
 * on top. Each number is the total of the catalogue page it leads to. So where the selection names values of a facet that
 * is in the picture, only these values are shown (docs/decisions/0014).
 */

/** What stands at the side. */
export const PICTURE_ROWS = ['goal', 'target', 'gcm'] as const;
export type PictureRows = (typeof PICTURE_ROWS)[number];

/** What only pictures understand of an address, each at most once. */
export interface Own {
  rows?: PictureRows;
  within?: string;
}

/** Reads an address of a picture: what is its own, and the selection. An order of practices would say nothing here. */
export async function pictureAt(
  url: URL,
  locals: App.Locals,
  isOwn: Partial<Record<keyof Own, (value: string) => boolean>>,
): Promise<{ own: Own; selection: Selection }> {
  const own: Own = {};
  const complaints: Complaint[] = [];
  const rest = new URL(url);
  rest.search = '';
  const complain = (name: string, key: Complaint['notice']['key'], value: string) =>
    complaints.push({ name, notice: { key, values: { name, value: value.slice(0, 60) } } });
  for (const [name, value] of url.searchParams) {
    if (name === 'sort') complain(name, 'problems.unknown-parameter', value);
    else if ((name !== 'rows' && name !== 'within') || !isOwn[name]) rest.searchParams.append(name, value);
    else if (value === '') continue;
    else if (own[name] !== undefined) complain(name, 'problems.given-twice', value);
    else if (isOwn[name](value)) Object.assign(own, { [name]: value });
    else complain(name, `problems.unknown-${name}`, value);
  }
  const selection = await selectionOf(rest, locals, { paged: false, sized: false });
  return { own, selection: { ...selection, complaints: [...complaints, ...selection.complaints] } };
}

/** Whether a value names what can stand at the side. */
export const isRows = (value: string): value is PictureRows => PICTURE_ROWS.some((rows) => rows === value);

/** The address of a picture, or of its file, for a selection. */
export function pictureHref({ prefix }: Reader, page: string, own: Own, filter: PracticeFilter): string {
  const { q, selections } = filter;
  const query = [new URLSearchParams({ ...own }).toString(), filterQuery({ q, selections })].filter(Boolean).join('&');
  return `${prefix}/${page}${query && `?${query}`}`;
}

/** The selection with these values of one facet, whichever it had of it. */
export function withOnly(filter: PracticeFilter, facet: Facet, values: string[]): PracticeFilter {
  return { ...filter, page: 1, selections: { ...filter.selections, [facet]: values } };
}

/** A column of a picture: the values of its facet that stand in it together. */
export interface PictureColumn {
  code: string;
  name: string;
  href: string | null;
  values: string[];
}

/** The numbers of a crossing as a heat table, each with the way to its practices. */
export function heatView(
  reader: Reader,
  filter: PracticeFilter,
  crossing: Crossing,
  { rows, facet, columns }: { rows: PictureRows; facet: Facet; columns: PictureColumn[] },
): HeatView {
  const codes = codesOf(rows, filter, crossing);
  const number = (code: string, column: string) => crossing.pairs.get(code)?.get(column) ?? 0;
  const most = Math.max(1, ...codes.flatMap((code) => columns.map((column) => number(code, column.code))));
  const table = codes.map((code) => ({
    head: {
      code,
      name: namedValue(rows, code, reader.locale, new Map()).label,
      href: `${reader.prefix}/${rows === 'gcm' ? 'gcm' : 'sdgs'}/${code}`,
    },
    cells: columns.map((column) => ({
      count: number(code, column.code),
      href: catalogueHref(reader, withOnly(withOnly(filter, rows, [code]), facet, column.values)),
      level: levelOf(number(code, column.code), most),
    })),
  }));
  return {
    rowsName: translate(reader.locale, `site.facet-${rows}`),
    columns: columns.map(({ code, name, href }) => ({ code, name, href })),
    rows: table,
    classes: classesOf(table.flatMap(({ cells }) => cells)),
  };
}

/** The subjects selected; else all goals and objectives, and of the 169 targets those that touch migration or have practices. */
function codesOf(rows: PictureRows, filter: PracticeFilter, crossing: Crossing): string[] {
  const known = { goal: GOALS, target: TARGETS, gcm: GCM_OBJECTIVES }[rows].map(({ code }) => code);
  const selected = filter.selections[rows];
  if (selected.length > 0) return known.filter((code) => selected.includes(code));
  if (rows !== 'target') return known;
  return TARGETS.filter(({ code, migration }) => migration !== undefined || crossing.rows.has(code)).map(
    ({ code }) => code,
  );
}

/** How many cells are empty. */
export function gapsIn({ rows }: HeatView): number {
  return rows.reduce((sum, { cells }) => sum + cells.filter(({ count }) => count === 0).length, 0);
}

/** The practices that a picture is about, with every filter on the way to be taken off. */
export function selectionView(
  reader: Reader,
  selection: Selection,
  total: number,
  hrefOf: (filter: PracticeFilter) => string,
): SelectionView {
  return {
    total,
    chips: [
      ...textChips(reader, selection, hrefOf).map((chip) => ({
        ...chip,
        facetLabel: translate(reader.locale, 'site.picture-words'),
      })),
      ...chipsOf(reader, selection, hrefOf),
    ],
    clearHref: hrefOf(wholeCatalogue()),
    href: catalogueHref(reader, selection.filter),
  };
}

/** The choice of what stands at the side. */
export function rowChoices(
  { locale }: Reader,
  chosen: PictureRows,
  hrefOf: (rows: PictureRows) => string,
): ChoiceView[] {
  return PICTURE_ROWS.map((rows) => ({
    label: translate(locale, `site.coverage-rows-${rows}`),
    href: hrefOf(rows),
    selected: rows === chosen,
  }));
}

/** What of the address could not be read, said. */
export function problemsOf({ locale }: Reader, { complaints }: Selection): ProblemView[] {
  return complaints.map(({ name, notice }) => ({ name, detail: say(locale, notice) }));
}
