import type { Context } from '#platform/context.ts';
import { alone } from '#platform/database.ts';
import { may } from '#forum/people/index.ts';
import {
  canonical,
  contentOf,
  differences,
  type Practice,
  type PracticeContent,
  practiceWithId,
  versionsOfPractice,
} from '#forum/practices/index.ts';
import { changePractice, ownership, saveDraft } from './actions.ts';
import { formOf } from './form.ts';
import { writeNext } from './standing.ts';
import { openDraftOf } from './store.ts';

/**
 * What becomes of restoring a version. `open`: somebody is at work on the practice already, and nothing of that is overwritten.
 * `same`: the practice says just that.
 */
export type Restored = { outcome: 'restored' | 'same' } | { outcome: 'draft' | 'open'; draft: string };

/**
 * Brings back what a practice said in an earlier version; where it came from stays. Who curates restores it at once, as the next
 * version; for its owner it becomes a draft, which is handed in like any other change. Null where there is no such practice, or no
 * such version, for the actor.
 */
export async function restorePractice(ctx: Context, id: string, number: number): Promise<Restored | null> {
  return ctx.db.transaction(async (tx): Promise<Restored | null> => {
    const inside: Context = { ...ctx, db: tx };
    const curates = may(ctx.actor, 'practices.curate');
    // One after the other: of two who change it at once, the second sees what the first did.
    if (curates) await alone(tx, 'outbox');
    const practice = await practiceWithId(tx, id);
    if (!practice || !mayRestore(ctx, practice)) return null;
    const version = (await versionsOfPractice(tx, id)).find((one) => one.number === number);
    if (!version) return null;
    const content = canonical({ ...contentOf(version.content), source: practice.source });
    if (differences(contentOf(practice), content).length === 0) return { outcome: 'same' };
    return curates ? atOnce(inside, practice, content) : asDraft(inside, practice, content);
  });
}

/** Whether the actor may bring back an earlier version of a practice, at once or in a draft. */
export function mayRestore(ctx: Context, practice: Practice): boolean {
  if (practice.standing !== 'published' && practice.standing !== 'archived') return false;
  return may(ctx.actor, 'practices.curate') || may(ctx.actor, 'drafts.write', ownership(practice));
}

async function atOnce(ctx: Context, practice: Practice, content: PracticeContent): Promise<Restored> {
  await writeNext(ctx.db, ctx, practice, content, 'practice.restored');
  return { outcome: 'restored' };
}

async function asDraft(ctx: Context, practice: Practice, content: PracticeContent): Promise<Restored | null> {
  const open = await openDraftOf(ctx.db, practice.id);
  if (open) return { outcome: 'open', draft: open.id };
  const draft = await changePractice(ctx, practice.id);
  if (draft === null) return null;
  await saveDraft(ctx, draft, 1, formOf(content));
  return { outcome: 'draft', draft };
}
