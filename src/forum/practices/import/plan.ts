import type { Notice } from '#platform/languages.ts';
import { canonical, differences, EMPTY_CONTENT, merged, type Difference } from '../content.ts';
import type { Practice, PracticeContent } from '../model.ts';
import { contentOf } from '../store.ts';
import { mayBeSamePlace, titleKey } from '../titles.ts';
import type { ImportRow, Refusal } from './import-row.ts';
import { likelyDuplicates, type LikelyDuplicate, type TitleEntry } from './duplicates.ts';

export type Planned =
  | { outcome: 'new'; row: ImportRow; content: PracticeContent }
  | { outcome: 'changed'; row: ImportRow; practice: Practice; content: PracticeContent; differences: Difference[] }
  | { outcome: 'unchanged'; row: ImportRow; practice: Practice };

/** What an import would do, row by row, and what it cannot. */
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
 * Holds the rows against the catalogue. A row is the practice with its id, else with its address, else with its title (as
 * folded) in the same place. `existing` are the practices that share a key with a row, `titles` those of the whole catalogue.
 */
export function planRows(rows: readonly ImportRow[], existing: Practice[], titles: TitleEntry[]): Plan {
  const find = finder(existing);
  const planned: Planned[] = [];
  const refused: Refusal[] = [];
  const taken = new Map<string, number>();

  for (const row of rows) {
    if (row.refusals.length > 0) {
      refused.push(...row.refusals.map((refusal) => ({ row: row.number, ...refusal })));
      continue;
    }
    const title = row.content.title ?? '';
    const refuse = (why: Notice) => refused.push({ row: row.number, column: 'title', read: title, why });
    const match = find(row);
    if (match === 'several') {
      refuse({ key: 'import.several-with-this-title' });
      continue;
    }
    const content = match ? merged(contentOf(match), row.content) : canonical({ ...EMPTY_CONTENT, ...row.content });
    // Two rows with ids of their own are two practices, however alike they are: our own exports are taken at their word.
    const identity =
      match?.id ??
      row.id ??
      JSON.stringify([titleKey(title) || title, content.countries, content.places, content.global]);
    const earlier = taken.get(identity);
    if (earlier !== undefined) {
      refuse({ key: 'import.repeats-row', values: { row: earlier } });
      continue;
    }
    taken.set(identity, row.number);
    if (!match) planned.push({ outcome: 'new', row, content });
    else {
      const found = differences(contentOf(match), content);
      planned.push(
        found.length === 0
          ? { outcome: 'unchanged', row, practice: match }
          : { outcome: 'changed', row, practice: match, content, differences: found },
      );
    }
  }
  const fresh = planned.filter((one) => one.outcome === 'new');
  return { planned, refused, duplicates: likelyDuplicates(fresh, titles) };
}

/** Finds the practice a row speaks of: null where there is none yet, "several" where the title alone does not tell. */
function finder(existing: Practice[]): (row: ImportRow) => Practice | 'several' | null {
  const byId = new Map(existing.map((practice) => [practice.id, practice]));
  const bySlug = new Map(existing.map((practice) => [practice.slug, practice]));
  const byTitle = Map.groupBy(existing, (practice) => titleKey(practice.title));
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
