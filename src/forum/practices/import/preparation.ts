import { v7 as uuidv7 } from 'uuid';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { openSpool, type Spool } from '#platform/files/spool.ts';
import type { Notice } from '#platform/languages.ts';
import { NEW } from '../content.ts';
import type { Practice } from '../model.ts';
import { practicesLike, practiceTitles, takenSlugs } from '../store.ts';
import { slugGiver, slugOf } from '../titles.ts';
import type { ImportEntry, Writing } from './entries.ts';
import type { Refusal, RowStream } from './import-row.ts';
import { originsIn } from './origins.ts';
import { keysOf, moves, type Planned, planner } from './plan.ts';

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
  const origins = originsIn(db);
  const say = (entry: ImportEntry) => {
    counts[entry.kind]++;
    entries.add(entry);
  };
  const refuse = (refused: readonly Refusal[]) => {
    prepared.refusedRows += new Set(refused.map(({ row }) => row)).size;
    for (const refusal of refused) say({ kind: 'refused', ...refusal });
  };
  try {
    for await (const step of rows) {
      if (!step.ok) {
        prepared.problem = step.problem;
        break;
      }
      prepared.rows += step.value.length;
      const some = await origins.known(step.value);
      const { planned, refused, duplicates } = plan(some, await practicesLike(db, keysOf(some)));
      const slugs = await slugsOf(db, planned, give);
      for (const one of planned) {
        const entry = entryOf(one, slugs.get(one)!);
        const writing = writingOf(one, slugs.get(one)!, at);
        if (writing && namesOrigins(one) && entry.kind !== 'unchanged') origins.hold({ entry, writing });
        else {
          say(entry);
          if (writing) writings.add(writing);
        }
      }
      refuse(refused);
      for (const duplicate of duplicates) say({ kind: 'likelyDuplicate', ...duplicate });
    }
    for await (const settled of origins.settled(writings)) {
      if ('refused' in settled) refuse(settled.refused);
      else {
        say(settled.entry);
        writings.add(settled.writing);
      }
    }
    return prepared;
  } finally {
    origins.close();
  }
}

/** Whether a row says of a practice what it was taken over from, and that is news. */
function namesOrigins(one: Planned): boolean {
  if (one.outcome === 'unchanged' || one.content.replicates.length === 0) return false;
  return one.outcome === 'new' || one.differences.some(({ field }) => field === 'replicates');
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

function entryOf(one: Planned, slug: string): ImportEntry & { kind: Planned['outcome'] } {
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
  const { number: row, received, id = uuidv7(), confirmedAt = null, createdAt = at, updatedAt = createdAt } = one.row;
  const practice: Practice =
    one.outcome === 'new'
      ? { ...NEW, id, slug, ...one.content, confirmedAt, createdAt, updatedAt }
      : { ...one.practice, slug, ...one.content, version: one.practice.version + 1, updatedAt: at };
  return { outcome: one.outcome, practice, row, received };
}
