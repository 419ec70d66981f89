import { v7 as uuidv7 } from 'uuid';
import type { Context } from '#platform/context.ts';
import { alone, type Database } from '#platform/database.ts';
import type { Progress } from '#platform/door.ts';
import { recordAct, recordChanges, type Change } from '#platform/history.ts';
import type { Difference } from './content.ts';
import type { LikelyDuplicate } from './import/duplicates.ts';
import type { ImportRow, Refusal } from './import/import-row.ts';
import { linkedToUs } from './import/own-links.ts';
import { keysOf, planRows, type Plan, type Planned } from './import/plan.ts';
import type { Practice } from './model.ts';
import { demand } from '#forum/people/index.ts';
import { contentOf, insertPractices, practicesLike, practiceTitles, takenSlugs, updatePractice } from './store.ts';
import { freeSlug, slugOf } from './titles.ts';

/** What an import did, or would do. */
export interface ImportOutcome {
  applied: boolean;
  new: { row: number; title: string; slug: string }[];
  changed: { row: number; title: string; slug: string; differences: Difference[] }[];
  unchanged: { row: number; title: string; slug: string }[];
  refused: Refusal[];
  likelyDuplicates: LikelyDuplicate[];
}

/** What is imported: the rows of one file, and its name for the record. */
export interface ImportOrder {
  file: string;
  rows: ImportRow[];
  /** False: say what would be done, and do nothing. */
  apply: boolean;
  /** Where this forum stands: a link of a name to a practice here is no link of the practice, but says which one it is. */
  origin: string;
}

/**
 * Imports rows into the catalogue, all of them or none: where one is refused, nothing is written. One transaction, so that
 * a process that dies in the middle leaves nothing behind. The Support Unit's to do.
 */
export async function importPractices(ctx: Context, order: ImportOrder, progress: Progress): Promise<ImportOutcome> {
  demand(ctx.actor, 'practices.import');
  const rows = order.rows.map((row) => linkedToUs(row, order.origin));
  return ctx.db.transaction(async (tx) => {
    if (order.apply) await alone(tx, 'import');
    const existing = await practicesLike(tx, keysOf(rows));
    const titles = await practiceTitles(tx);
    const plan = planRows(rows, existing, titles);
    const slugs = await slugsOf(tx, plan.planned);
    const applies = order.apply && plan.refused.length === 0;
    if (applies) await apply(tx, ctx, order.file, plan, slugs, progress);
    return outcomeOf(plan, slugs, applies);
  });
}

/**
 * The address of every row. A practice keeps the one it has, whatever its title becomes; a new one takes that of its file
 * where it is free, else one made of its title.
 */
async function slugsOf(tx: Database, planned: readonly Planned[]): Promise<Map<Planned, string>> {
  const wanted = new Map<Planned, string>();
  for (const one of planned) {
    if (one.outcome === 'new') wanted.set(one, one.row.slug ?? slugOf(one.content.title));
  }
  const taken = await takenSlugs(tx, [...wanted.values()]);
  const slugs = new Map<Planned, string>();
  for (const one of planned) {
    const slug = one.outcome === 'new' ? freeSlug(wanted.get(one)!, taken) : one.practice.slug;
    slugs.set(one, slug);
    taken.add(slug);
  }
  return slugs;
}

async function apply(
  tx: Database,
  ctx: Context,
  file: string,
  plan: Plan,
  slugs: Map<Planned, string>,
  progress: Progress,
): Promise<void> {
  const now = ctx.now.toISOString();
  const fresh: Practice[] = [];
  const changes: Change[] = [];
  const note = (practice: Practice, action: string, row: ImportRow) =>
    changes.push({
      subject: practice.id,
      number: practice.version,
      action,
      content: { slug: practice.slug, ...contentOf(practice) },
      received: { file, row: row.number, cells: row.received },
    });
  for (const [at, one] of plan.planned.entries()) {
    const slug = slugs.get(one)!;
    if (one.outcome === 'new') {
      const { id = uuidv7(), createdAt = now, updatedAt = createdAt } = one.row;
      const practice: Practice = { id, slug, ...one.content, version: 1, createdAt, updatedAt };
      fresh.push(practice);
      note(practice, 'practice.imported', one.row);
    } else if (one.outcome === 'changed') {
      const practice: Practice = { ...one.practice, ...one.content, version: one.practice.version + 1, updatedAt: now };
      if (!(await updatePractice(tx, practice)))
        throw new Error('A practice changed while it was imported. Run the import again.');
      note(practice, 'practice.updated-by-import', one.row);
    }
    progress(at + 1, plan.planned.length);
  }
  await insertPractices(tx, fresh);
  await recordChanges(tx, ctx, 'practice', changes);
  await recordAct(tx, ctx, 'practices.import', { file, new: fresh.length, changed: changes.length - fresh.length });
}

function outcomeOf(plan: Plan, slugs: Map<Planned, string>, applied: boolean): ImportOutcome {
  const outcome: ImportOutcome = {
    applied,
    new: [],
    changed: [],
    unchanged: [],
    refused: plan.refused,
    likelyDuplicates: plan.duplicates,
  };
  for (const one of plan.planned) {
    const slug = slugs.get(one)!;
    const row = one.row.number;
    if (one.outcome === 'new') outcome.new.push({ row, title: one.content.title, slug });
    else if (one.outcome === 'changed')
      outcome.changed.push({ row, title: one.content.title, slug, differences: one.differences });
    else outcome.unchanged.push({ row, title: one.practice.title, slug });
  }
  return outcome;
}
