import type { Context } from '#platform/context.ts';
import { countDraftsWaiting, type DraftLine, draftsWaiting, type Wait, WAITS } from '#forum/drafts/index.ts';
import { demand, may } from '#forum/people/index.ts';
import { countStale, isStale, type PracticeLine, practicesKeptBy } from '#forum/practices/index.ts';
import { keeperOf } from './own.ts';

/** What waits on somebody: drafts in each way in which they can, and published practices to confirm. The longest first. */
export interface Waiting {
  drafts: Record<Wait, DraftLine[]>;
  toConfirm: PracticeLine[];
}

const reviewerOf = ({ actor }: Context) => (may(actor, 'drafts.review') ? actor.account : null);

/** What waits on the actor. */
export async function waitingOn(ctx: Context): Promise<Waiting> {
  demand(ctx.actor, 'desk.use', { account: ctx.actor.account });
  const keeper = keeperOf(ctx.actor);
  const drafts = {} as Record<Wait, DraftLine[]>;
  for (const wait of WAITS) drafts[wait] = await draftsWaiting(ctx.db, wait, keeper, reviewerOf(ctx));
  const practices = await practicesKeptBy(ctx.db, keeper);
  return { drafts, toConfirm: practices.filter((practice) => isStale(practice, ctx.now)) };
}

/** How many things wait on the actor: what stands beside the way to the desk on every page. */
export async function waitingCount(ctx: Context): Promise<number> {
  if (ctx.actor.account === null) return 0;
  const keeper = keeperOf(ctx.actor);
  const reviewer = reviewerOf(ctx);
  if (keeper.account === null && keeper.states.length === 0 && reviewer === null) return 0;
  const counts = await countDraftsWaiting(ctx.db, keeper, reviewer);
  const stale = await countStale(ctx.db, keeper, ctx.now);
  return WAITS.reduce((sum, wait) => sum + counts[wait], stale);
}
