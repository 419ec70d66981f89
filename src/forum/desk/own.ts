import type { Actor, Context } from '#platform/context.ts';
import { type DraftLine, myDrafts } from '#forum/drafts/index.ts';
import { demand, may, statesOf } from '#forum/people/index.ts';
import { type Keeper, type PracticeLine, practicesKeptBy } from '#forum/practices/index.ts';

/**
 * Whose drafts and practices an actor answers for: those of the states they are focal point of, and their own, as long as they hold a role
 * in which one has any. What belongs to an account whose roles have ended waits for nobody.
 */
export function keeperOf(actor: Actor): Keeper {
  const { account } = actor;
  return { states: statesOf(actor), account: may(actor, 'drafts.write', { account }) ? account : null };
}

/** One's own drafts and those of one's states: the ones in work, the longest in their stage first; and those put away. */
export async function ownDrafts(ctx: Context): Promise<{ open: DraftLine[]; putAway: DraftLine[] }> {
  demand(ctx.actor, 'desk.use', { account: ctx.actor.account });
  return { open: await myDrafts(ctx), putAway: await myDrafts(ctx, ['put-away']) };
}

/** The practices the actor answers for, those nobody has confirmed for longest first. */
export async function ownPractices(ctx: Context): Promise<PracticeLine[]> {
  demand(ctx.actor, 'desk.use', { account: ctx.actor.account });
  return practicesKeptBy(ctx.db, keeperOf(ctx.actor));
}
