import type { Context } from '#platform/context.ts';
import { dayOf } from '#forum/people/index.ts';
import { dayAfter, type Milestone } from './model.ts';
import { owedBy } from './store.ts';

/** How far ahead the desk looks, in days. */
const AHEAD = 30;

/** What the actor owes in the next weeks, and what is late: the earliest first. */
export async function milestonesWaiting(ctx: Context): Promise<Milestone[]> {
  return owedBy(ctx.db, ctx.actor, dayAfter(dayOf(ctx.now), AHEAD));
}
