import { v7 as uuidv7 } from 'uuid';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { openSpool, type Spool } from '#platform/files/spool.ts';
import type { Notice } from '#platform/languages.ts';
import { type Difference, NEW } from '../content.ts';
import type { Practice } from '../model.ts';
import { practicesLike, practiceTitles, takenSlugs } from '../store.ts';
import { slugGiver, slugOf } from '../titles.ts';
import type { LikelyDuplicate } from './duplicates.ts';
import type { Refusal, RowStream } from './import-row.ts';
import { keysOf, moves, type Planned, planner } from './plan.ts';

/** An address that becomes another; the former one goes on leading to it. */
export interface Moved {
  field: 'slug';
  before: string;
  after: string;
}

/** What an import says of a row: what becomes of it, why it is refused, what it may be a duplicate of. */
export type ImportEntry =
  | { kind: 'new'; row: number; title: string; slug: string }
  | { kind: 'unchanged'; row: number; title: string; slug: string }
  | { kind: 'changed'; row: number; title: string; slug: string; differences: (Difference | Moved)[] }
  | ({ kind: 'refused' } & Refusal)
  | ({ kind: 'likelyDuplicate' } & LikelyDuplicate);

/** A practice to be written, new or changed, with the row it was made from. */
export interface Writing {
  outcome: 'new' | 'changed';
  practice: Practice;
  row: number;
  received: unknown;
}

/** An import that has been thought through and not done yet. It is on disk: only what rows are recognised by is in memory. */
export interface Preparation {
  rows: number;
  /** Why the file cannot be read to its end. */
  problem: Notice | null;
  entries: Spool<ImportEntry>;
  writings: Spool<Writing>;
  counts: Record<ImportEntry['kind'], number>;
  /** How many rows are refused; a row may be for several reasons. */
  refusedRows: number;
  close(): void;
}

/** Holds all rows against the catalogue as it is in `db`, and puts aside what is to be written and what is to be said. */
export async function prepareImport(db: Database, { now }: Context, rows: RowStream): Promise<Preparation> {
  const plan = planner(await practiceTitles(db));
  const give = slugGiver();
  const at = now.toISOString();
  const prepared = emptyPreparation();
  const { entries, writings, counts } = prepared;
  const say = (entry: ImportEntry) => {
    counts[entry.kind]++;
    entries.add(entry);
  };
  for await (const step of rows) {
    if (!step.ok) {
      prepared.problem = step.problem;
      break;
    }
    prepared.rows += step.value.length;
    const { planned, refused, duplicates } = plan(step.value, await practicesLike(db, keysOf(step.value)));
    const slugs = await slugsOf(db, planned, give);
    for (const one of planned) {
      say(entryOf(one, slugs.get(one)!));
      const writing = writingOf(one, slugs.get(one)!, at);
      if (writing) writings.add(writing);
    }
    prepared.refusedRows += new Set(refused.map(({ row }) => row)).size;
    for (const refusal of refused) say({ kind: 'refused', ...refusal });
    for (const duplicate of duplicates) say({ kind: 'likelyDuplicate', ...duplicate });
  }
  return prepared;
}

function emptyPreparation(): Preparation {
  const entries = openSpool<ImportEntry>();
  const writings = openSpool<Writing>();
  return {
    rows: 0,
    problem: null,
    entries,
    writings,
    counts: { new: 0, changed: 0, unchanged: 0, refused: 0, likelyDuplicate: 0 },
    refusedRows: 0,
    close() {
      entries.close();
      writings.close();
    },
  };
}

/**
 * The address of every row. A practice keeps the one it has, whatever its title becomes, unless its row, told by its id, has
 * another; a new one takes that of its file where it is free, else one made of its title.
 */
async function slugsOf(
  db: Database,
  planned: readonly Planned[],
  give: ReturnType<typeof slugGiver>,
): Promise<Map<Planned, string>> {
  const wanted = new Map<Planned, string>();
  for (const one of planned) {
    if (one.outcome === 'new') wanted.set(one, one.row.slug ?? slugOf(one.content.title));
    else if (moves(one.row, one.practice)) wanted.set(one, one.row.slug!);
  }
  const taken = await takenSlugs(db, [...wanted.values()]);
  return new Map(
    planned.map((one) => {
      const own = one.outcome === 'new' ? undefined : one.practice;
      const asked = wanted.get(one);
      const others = (slug: string) => taken.has(slug) && taken.get(slug) !== own?.id;
      return [one, asked === undefined ? own!.slug : give(asked, others)];
    }),
  );
}

function entryOf(one: Planned, slug: string): ImportEntry {
  const { row } = one;
  if (one.outcome === 'unchanged') return { kind: one.outcome, row: row.number, title: one.practice.title, slug };
  const said = { row: row.number, title: one.content.title, slug };
  if (one.outcome === 'new') return { kind: one.outcome, ...said };
  const before = one.practice.slug;
  const moved = slug === before ? [] : [{ field: 'slug' as const, before, after: slug }];
  return { kind: one.outcome, ...said, differences: [...moved, ...one.differences] };
}

function writingOf(one: Planned, slug: string, at: string): Writing | null {
  if (one.outcome === 'unchanged') return null;
  const { number: row, received, id = uuidv7(), createdAt = at, updatedAt = createdAt } = one.row;
  const practice: Practice =
    one.outcome === 'new'
      ? { ...NEW, id, slug, ...one.content, createdAt, updatedAt }
      : { ...one.practice, slug, ...one.content, version: one.practice.version + 1, updatedAt: at };
  return { outcome: one.outcome, practice, row, received };
}
