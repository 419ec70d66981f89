import { isCountry } from '#vocab/countries.ts';
import { isGcm } from '#vocab/gcm.ts';
import { isRegion } from '#vocab/regions.ts';
import { isGoal, isTarget } from '#vocab/sdg.ts';
import { isStakeholder } from '#vocab/stakeholders.ts';
import { isTheme } from '#vocab/themes.ts';
import type { Complaint } from '#platform/problem.ts';
import { KINDS, type Source } from './model.ts';
import { STATUSES } from './status.ts';

/** What the catalogue can be narrowed by, in the order in which it is shown. */
export const FACETS = [
  'goal',
  'target',
  'gcm',
  'country',
  'region',
  'stakeholder',
  'theme',
  'kind',
  'status',
  'year',
  'source',
] as const;
export type Facet = (typeof FACETS)[number];

export const SORTS = ['relevance', 'newest', 'name', 'start'] as const;
export type Sort = (typeof SORTS)[number];

export type Selections = Record<Facet, string[]>;

/** A selection of practices: one definition for page, API, export, CLI and feed. */
export interface PracticeFilter {
  q: string;
  selections: Selections;
  sort: Sort;
  /** From 1. */
  page: number;
  perPage: number;
}

/** What a door lets through besides the facets and the text. */
export interface FilterDoor {
  /** Pages are asked for one at a time; an export has none. */
  paged: boolean;
  /** `perPage` may be chosen, up to 100. */
  sized: boolean;
  /** Every source the catalogue knows, as `sourceCode` writes it. */
  sources: ReadonlySet<string>;
}

export const PER_PAGE = 20;
export const MAX_PER_PAGE = 100;
export const MAX_TEXT = 300;
export const MAX_PARAMETERS = 200;

/** A source as it is shown: "2020 · Call for inputs". */
export function sourceLabel({ edition, label }: Source): string {
  return [edition, label].filter(Boolean).join(' · ');
}

/** A source as one short code for addresses: 2020 and "Call for inputs" give "2020-call-for-inputs". */
export function sourceCode({ edition, label }: Source): string {
  const words = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return [...(edition === null ? [] : [String(edition)]), ...(words ?? [])].join('-');
}

const wholeNumber = /^\d{1,9}$/;
const READ: Record<Facet, (value: string, sources: ReadonlySet<string>) => string | null> = {
  goal: (value) => (isGoal(value) ? value : null),
  target: (value) => (isTarget(value.toLowerCase()) ? value.toLowerCase() : null),
  gcm: (value) => (isGcm(value) ? value : null),
  country: (value) => (isCountry(value.toUpperCase()) ? value.toUpperCase() : null),
  region: (value) => (isRegion(value) ? value : null),
  stakeholder: (value) => (isStakeholder(value) ? value : null),
  theme: (value) => (isTheme(value) ? value : null),
  kind: (value) => (KINDS.some((kind) => kind === value) ? value : null),
  status: (value) => (STATUSES.some((status) => status === value) ? value : null),
  year: (value) => (/^(19|20)\d\d$/.test(value) || value === '2100' ? value : null),
  source: (value, sources) => (sources.has(value) ? value : null),
};

const isFacet = (name: string): name is Facet => FACETS.some((facet) => facet === name);
// Control characters, and the sign that stands for bytes that were no UTF-8. Spaces of all kinds are fine.
// eslint-disable-next-line no-control-regex
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/;

/** An empty selection of the whole catalogue. */
export function wholeCatalogue(): PracticeFilter {
  const selections = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Selections;
  return { q: '', selections, sort: 'newest', page: 1, perPage: PER_PAGE };
}

/**
 * Reads the parameters of an address (or a command's options). Nothing is silently ignored: what cannot be read is
 * named among the complaints, and `filter` holds all that could be, so that nothing typed is lost. Empty parameters, as
 * a form sends them, say nothing.
 */
export function parseFilter(
  parameters: Iterable<[name: string, value: string]>,
  door: FilterDoor,
): { filter: PracticeFilter; complaints: Complaint[] } {
  const filter = wholeCatalogue();
  const complaints: Complaint[] = [];
  const complain = (name: string, key: Complaint['notice']['key'], values: Record<string, string | number> = {}) =>
    complaints.push({ name: shown(name), notice: { key, values: { name: shown(name), ...values } } });
  const once = new Set<string>();
  let sort: Sort | undefined;

  const given = [...parameters];
  if (given.length > MAX_PARAMETERS) {
    complain('?', 'problems.too-many-parameters', { count: given.length, most: MAX_PARAMETERS });
    return { filter, complaints };
  }
  for (const [name, raw] of given) {
    const value = raw.trim();
    if (isFacet(name)) {
      if (value === '') continue;
      const read = READ[name](value, door.sources);
      if (read === null) complain(name, `problems.unknown-${name}`, { value: shown(value) });
      else if (!filter.selections[name].includes(read)) filter.selections[name].push(read);
      continue;
    }
    const known =
      name === 'q' || name === 'sort' || (door.paged && name === 'page') || (door.sized && name === 'perPage');
    if (!known) {
      complain(name, 'problems.unknown-parameter');
      continue;
    }
    if (value === '') continue;
    if (once.has(name)) {
      complain(name, 'problems.given-twice');
      continue;
    }
    once.add(name);
    if (name === 'q') {
      if (UNREADABLE.test(value)) complain(name, 'problems.unreadable-text');
      else if (value.length > MAX_TEXT)
        complain(name, 'problems.text-too-long', { count: value.length, most: MAX_TEXT });
      else filter.q = value;
    } else if (name === 'sort') {
      sort = SORTS.find((one) => one === value);
      if (!sort) complain(name, 'problems.unknown-sort', { value: shown(value), known: SORTS.join(', ') });
    } else {
      const most = name === 'page' ? 999_999_999 : MAX_PER_PAGE;
      const number = wholeNumber.test(value) ? Number(value) : 0;
      if (number < 1 || number > most) complain(name, 'problems.not-a-number', { value: shown(value), most });
      else filter[name === 'page' ? 'page' : 'perPage'] = number;
    }
  }
  filter.sort = sort ?? (filter.q === '' ? 'newest' : 'relevance');
  return { filter, complaints };
}

/** What was sent, short enough to be said back. */
function shown(text: string): string {
  const clean = text.replace(new RegExp(UNREADABLE, 'g'), '\ufffd');
  return clean.length > 60 ? `${clean.slice(0, 60)}…` : clean;
}

/**
 * The filter as the query of an address, without the question mark: facets in their order, then text and sort (where it
 * is not what would be taken anyway), then the page from the second on. Two filters that select the same give the same text.
 */
export function filterQuery(filter: Pick<PracticeFilter, 'q' | 'selections'> & Partial<PracticeFilter>): string {
  const query = new URLSearchParams();
  if (filter.q) query.set('q', filter.q);
  for (const facet of FACETS) for (const value of filter.selections[facet]) query.append(facet, value);
  if (filter.sort && filter.sort !== (filter.q === '' ? 'newest' : 'relevance')) query.set('sort', filter.sort);
  if (filter.page && filter.page > 1) query.set('page', String(filter.page));
  return query.toString();
}

/** The same selection with one value of one facet taken off or put on; pages begin again. */
export function toggled(filter: PracticeFilter, facet: Facet, value: string): PracticeFilter {
  const values = filter.selections[facet];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return { ...filter, page: 1, selections: { ...filter.selections, [facet]: next } };
}
