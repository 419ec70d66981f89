import type { Notice } from '#platform/languages.ts';
import { differences, EMPTY_CONTENT, merged, type Difference } from '../content.ts';
import { type Practice, type PracticeContent, TRANSLATED } from '../model.ts';
import { type Alike, contentOf } from '../store.ts';
import { mayBeSamePlace, titleKey } from '../titles.ts';
import { excerpt } from './cell-text.ts';
import type { ImportRow, Refusal } from './import-row.ts';
import { duplicateFinder, type LikelyDuplicate, type TitleEntry } from './duplicates.ts';

export type Planned =
  | { outcome: 'new'; row: ImportRow; content: PracticeContent }
  | { outcome: 'changed'; row: ImportRow; practice: Practice; content: PracticeContent; differences: Difference[] }
  | { outcome: 'unchanged'; row: ImportRow; practice: Practice };

/** What an import would do with some rows, and what it cannot. */
export interface Plan {
  planned: Planned[];
  refused: Refusal[];
  duplicates: LikelyDuplicate[];
}

/** The keys by which the rows may be recognised in the catalogue. */
export function keysOf(rows: readonly ImportRow[]): { ids: string[]; slugs: string[]; titleKeys: string[] } {
  const some = (values: (string | undefined)[]) => [...new Set(values.filter((value) => value !== undefined))];
  return {
    ids: some(rows.map((row) => row.id)),
    slugs: some(rows.map((row) => row.slug)),
    titleKeys: some(rows.map((row) => (row.content.title === undefined ? undefined : titleKey(row.content.title)))),
  };
}

/**
 * Holds the rows of one import against the catalogue, some at a time and in their order. A row is the practice with its id,
 * else with its address, else with its title (as folded) in the same place. `titles` are those of the whole catalogue; each
 * call is given the practices that share a key with one of its rows.
 */
export function planner(titles: readonly TitleEntry[]): (rows: readonly ImportRow[], existing: Alike) => Plan {
  const duplicateOf = duplicateFinder(titles);
  /** By what a row speaks of: the row that did. */
  const taken = new Map<string, number>();
  return (rows, existing) => {
    const find = finder(existing);
    const plan: Plan = { planned: [], refused: [], duplicates: [] };
    for (const row of rows) {
      const planned = planRow(row, find(row), taken);
      if (Array.isArray(planned)) plan.refused.push(...planned);
      else plan.planned.push(planned);
      const duplicate = 'outcome' in planned && planned.outcome === 'new' && duplicateOf(row, planned.content);
      if (duplicate) plan.duplicates.push(duplicate);
    }
    return plan;
  };
}

function planRow(row: ImportRow, match: Match, taken: Map<string, number>): Planned | Refusal[] {
  if (row.refusals.length > 0) return row.refusals.map((refusal) => ({ row: row.number, ...refusal }));
  const title = row.content.title ?? '';
  const refuse = (why: Notice): Refusal[] => [{ row: row.number, column: 'title', read: title, why }];
  if (match === 'several') return refuse({ key: 'import.several-with-this-title' });
  const content = merged(match ? contentOf(match) : EMPTY_CONTENT, row.content);
  const spare = inOwnLanguage(row, content);
  if (spare) return [{ row: row.number, ...spare }];
  // Two rows with ids of their own are two practices, however alike they are: our own exports are taken at their word.
  const identity =
    match?.id ??
    row.id ??
    JSON.stringify([titleKey(title) || title, content.countries, content.places, content.global]);
  const earlier = taken.get(identity);
  if (earlier !== undefined) return refuse({ key: 'import.repeats-row', values: { row: earlier } });
  taken.set(identity, row.number);
  if (!match) return { outcome: 'new', row, content };
  const found = differences(contentOf(match), content);
  return found.length === 0 && !moves(row, match)
    ? { outcome: 'unchanged', row, practice: match }
    : { outcome: 'changed', row, practice: match, content, differences: found };
}

/** A translation into the language the practice is written in, where it says something else than the practice does. */
function inOwnLanguage({ content: said }: ImportRow, content: PracticeContent): Omit<Refusal, 'row'> | null {
  const texts = said.translations?.[content.language];
  const field = TRANSLATED.find((one) => (texts?.[one] ?? '') !== '' && texts![one] !== content[one]);
  if (!field) return null;
  const column = `${field}.${content.language}`;
  return { column, read: excerpt(texts![field]!), why: { key: 'import.translated-into-itself' } };
}

/** Whether a row gives a practice another address: only by its id is it told then. */
export function moves({ id, slug }: ImportRow, practice: Practice): boolean {
  return id === practice.id && slug !== undefined && slug !== practice.slug;
}

/** The practice a row speaks of: null where there is none yet, "several" where the title alone does not tell. */
type Match = Practice | 'several' | null;

function finder({ practices, bySlug }: Alike): (row: ImportRow) => Match {
  const byId = new Map(practices.map((practice) => [practice.id, practice]));
  const byTitle = Map.groupBy(practices, (practice) => titleKey(practice.title));
  return (row) => {
    const known = (row.id && byId.get(row.id)) || (row.slug && bySlug.get(row.slug));
    if (known) return known;
    const { title, countries } = row.content;
    const named = (title === undefined ? undefined : byTitle.get(titleKey(title))) ?? [];
    if (countries === undefined) return named.length > 1 ? 'several' : (named[0] ?? null);
    const there = named.filter((practice) => sameCountries(practice.countries, countries));
    const nearby = there.length > 0 ? there : named.filter((practice) => mayBeSamePlace(practice.countries, countries));
    return nearby.length > 1 ? 'several' : (nearby[0] ?? null);
  };
}

const sameCountries = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((country) => other.includes(country));
