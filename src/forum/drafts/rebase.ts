import type { Context } from '#platform/context.ts';
import { may } from '#forum/people/index.ts';
import { practiceWithId } from '#forum/practices/index.ts';
import { type Saved, saveDraft } from './actions.ts';
import type { DraftForm } from './form.ts';
import { OPEN } from './model.ts';
import { broughtTogether, conflict, draftForReview, type Standoff } from './review.ts';
import { draftById, updateDraft } from './store.ts';

/** What stands between a draft and the practice as it is by now; null where nothing does, or there is no such draft for the actor. */
export async function standsAgainst(ctx: Context, id: string): Promise<Standoff | null> {
  const draft = await draftForReview(ctx, id);
  const practice = draft?.practice && OPEN.includes(draft.stage) ? await practiceWithId(ctx.db, draft.practice) : null;
  const merged = draft && practice && (await broughtTogether(ctx.db, draft, practice));
  return merged && merged.conflicts.length > 0 ? conflict(draft, practice, merged.conflicts) : null;
}

/**
 * Accepts what the catalogue says by now as what the draft was begun from, with the texts of both brought together by a person who
 * saw these versions of the two. Where one of them has changed since, or a text is not brought together, nothing is saved, and what
 * stands against each other is given back. Null where there is no such draft for the actor.
 */
export async function rebase(
  ctx: Context,
  id: string,
  seen: { version: number; practiceVersion: number },
  typed: Partial<DraftForm>,
): Promise<Saved | Standoff | null> {
  if (!may(ctx.actor, 'drafts.review')) return null;
  return ctx.db.transaction(async (tx) => {
    const draft = await draftById(tx, id, true);
    const practice = draft?.practice ? await practiceWithId(tx, draft.practice) : null;
    if (!draft || !practice) return null;
    const merged = await broughtTogether(tx, draft, practice);
    const left = merged?.conflicts.filter(({ field }) => typed[field] === undefined) ?? [];
    if (left.length > 0 || practice.version !== seen.practiceVersion || draft.version !== seen.version)
      return conflict(draft, practice, merged?.conflicts ?? []);
    const saved = await saveDraft({ ...ctx, db: tx }, id, draft.version, { ...(merged?.form ?? draft.form), ...typed });
    if (saved?.outcome === 'saved') await updateDraft(tx, id, { practiceVersion: practice.version });
    return saved;
  });
}
