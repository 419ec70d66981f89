import { v7 as uuidv7 } from 'uuid';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { recordAct, recordChanges } from '#platform/history.ts';
import type { Complaint } from '#platform/problem.ts';
import { demand, may } from '#forum/people/index.ts';
import { isOwedBy, type Milestone, type MilestoneContent, type MilestoneForm, readMilestone } from './model.ts';
import {
  forgetReminders,
  insertMilestones,
  milestonesOf,
  milestoneWithId,
  MOST_MILESTONES,
  updateMilestone,
} from './store.ts';

/** What is wrong with what was typed; each names its field. */
export type Refused = { complaints: Complaint[] };

/** Adds a milestone to an edition's year. */
export async function addMilestone(ctx: Context, edition: string, form: MilestoneForm): Promise<Milestone | Refused> {
  demand(ctx.actor, 'planning.edit');
  const content = readMilestone(form);
  if ('complaints' in content) return content;
  return ctx.db.transaction(async (tx) => {
    const there = await milestonesOf(tx, edition);
    if (there.length >= MOST_MILESTONES)
      return {
        complaints: [{ name: 'title-en', notice: { key: 'planning.too-many', values: { most: MOST_MILESTONES } } }],
      };
    return (await writeMilestones(tx, ctx, edition, [content]))[0]!;
  });
}

/** Writes milestones of an edition, as they are typed or as they come from the edition before; who may is asked by the caller. */
export async function writeMilestones(
  tx: Database,
  ctx: Context,
  edition: string,
  contents: readonly MilestoneContent[],
): Promise<Milestone[]> {
  const added = contents.map((content): Milestone => ({ ...content, id: uuidv7(), edition, version: 1, done: null }));
  await insertMilestones(tx, ctx.now, added);
  await record(tx, ctx, added, 'milestone.added');
  return added;
}

/**
 * Changes a milestone. `version` is the one that was read: where somebody else has changed it since, nothing is overwritten and
 * the answer holds what they wrote. Null where there is no such milestone.
 */
export async function changeMilestone(
  ctx: Context,
  id: string,
  form: MilestoneForm,
  version: number,
): Promise<Milestone | Refused | { now: Milestone } | null> {
  demand(ctx.actor, 'planning.edit');
  const content = readMilestone(form);
  if ('complaints' in content) return content;
  return changed(ctx, id, version, 'milestone.changed', (before) => ({ ...before, ...content }));
}

/** Says that a milestone is reached, or that it is not yet: whoever plans, and whoever owes it. */
export async function setDone(ctx: Context, id: string, done: boolean): Promise<Milestone | null> {
  const before = await milestoneWithId(ctx.db, id);
  if (!before || !(may(ctx.actor, 'planning.edit') || isOwedBy(before, ctx.actor))) return null;
  if ((before.done !== null) === done) return before;
  const after = await changed(ctx, id, before.version, done ? 'milestone.done' : 'milestone.reopened', (one) => ({
    ...one,
    done: done ? { at: ctx.now, by: ctx.actor.name } : null,
  }));
  return after && 'now' in after ? after.now : after;
}

/** Takes a milestone out of the year. It is hidden, and its versions stay. False where there is none. */
export async function removeMilestone(ctx: Context, id: string): Promise<boolean> {
  demand(ctx.actor, 'planning.edit');
  const before = await milestoneWithId(ctx.db, id);
  if (!before) return false;
  const after = await changed(ctx, id, before.version, 'milestone.removed', (one) => one);
  return after !== null && !('now' in after);
}

async function changed(
  ctx: Context,
  id: string,
  version: number,
  action: string,
  change: (before: Milestone) => Milestone,
): Promise<Milestone | { now: Milestone } | null> {
  return ctx.db.transaction(async (tx) => {
    const before = await milestoneWithId(tx, id);
    if (!before) return null;
    if (before.version !== version) return { now: before };
    const after = { ...change(before), version: before.version + 1 };
    const by = { actor: ctx.actor.name, account: ctx.actor.account, hidden: action === 'milestone.removed' };
    if (!(await updateMilestone(tx, ctx.now, after, by))) return { now: (await milestoneWithId(tx, id))! };
    if (before.due !== after.due) await forgetReminders(tx, id);
    await record(tx, ctx, [after], action);
    return after;
  });
}

async function record(tx: Database, ctx: Context, milestones: readonly Milestone[], action: string): Promise<void> {
  await recordChanges(
    tx,
    ctx,
    'milestone',
    milestones.map(({ id, version, edition, done, ...content }) => ({
      subject: id,
      number: version,
      action,
      content: { ...content, edition, done: done !== null },
    })),
  );
  for (const { id, version } of milestones) await recordAct(tx, ctx, action, { milestone: id, version });
}
