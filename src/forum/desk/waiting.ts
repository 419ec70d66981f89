import type { Context } from '#platform/context.ts';
import { countDraftsWaiting, type DraftLine, draftsWaiting, type Wait, WAITS } from '#forum/drafts/index.ts';
import { type AskedErasure, demand, erasuresAsked, may } from '#forum/people/index.ts';
import { type Milestone, milestonesWaiting } from '#forum/planning/index.ts';
import { countStale, isStale, type Keeper, type PracticeLine, practicesKeptBy } from '#forum/practices/index.ts';
import { ownerOf, type ReplicationRequest, requestsFor } from '#forum/replication/index.ts';
import { type Survey, surveysWaiting } from '#forum/survey/index.ts';
import { keeperOf } from './own.ts';

/**
 * What waits on somebody: drafts in each way in which they can, places that ask to replicate a practice, published practices to
 * confirm, what they owe in the Forum's year, open surveys that their state or mechanism has not answered, and requests to be erased. The longest first.
 */
export interface Waiting {
  drafts: Record<Wait, DraftLine[]>;
  asked: ReplicationRequest[];
  toConfirm: PracticeLine[];
  milestones: Milestone[];
  surveys: Survey[];
  /** Persons who ask for their data to be erased, for whoever does that. */
  erasures: AskedErasure[];
}

const erasuresWaiting = async ({ db, actor }: Context) => (may(actor, 'people.erase') ? erasuresAsked(db) : []);

const reviewerOf = ({ actor }: Context) => (may(actor, 'drafts.review') ? actor.account : null);

/** What waits on the actor. */
export async function waitingOn(ctx: Context): Promise<Waiting> {
  demand(ctx.actor, 'desk.use', { account: ctx.actor.account });
  const keeper = keeperOf(ctx.actor);
  const drafts = {} as Record<Wait, DraftLine[]>;
  for (const wait of WAITS) drafts[wait] = await draftsWaiting(ctx.db, wait, keeper, reviewerOf(ctx));
  const practices = await practicesKeptBy(ctx.db, keeper);
  return {
    drafts,
    asked: await requestsWaiting(ctx, keeper),
    toConfirm: practices.filter((practice) => isStale(practice, ctx.now)),
    milestones: await milestonesWaiting(ctx),
    surveys: await surveysWaiting(ctx),
    erasures: await erasuresWaiting(ctx),
  };
}

/** How many things wait on the actor: what stands beside the way to the desk on every page. */
export async function waitingCount(ctx: Context): Promise<number> {
  if (ctx.actor.account === null) return 0;
  const keeper = keeperOf(ctx.actor);
  const reviewer = reviewerOf(ctx);
  const waits = [await milestonesWaiting(ctx), await surveysWaiting(ctx), await erasuresWaiting(ctx)];
  const forum = waits.reduce((sum, { length }) => sum + length, 0);
  if (keeper.account === null && keeper.states.length === 0 && reviewer === null) return forum;
  const counts = await countDraftsWaiting(ctx.db, keeper, reviewer);
  const asked = await requestsWaiting(ctx, keeper);
  const stale = await countStale(ctx.db, keeper, ctx.now);
  return WAITS.reduce((sum, wait) => sum + counts[wait], asked.length + stale + forum);
}

/**
 * The questions of places about practices the actor answers for that have no answer yet. Whoever may answer every one is waited on by
 * those alone that are about a practice of nobody.
 */
async function requestsWaiting(ctx: Context, { states, account }: Keeper): Promise<ReplicationRequest[]> {
  const waiting = (await requestsFor(ctx)).filter(({ answer }) => answer === null);
  const curates = may(ctx.actor, 'replication.answer');
  return waiting
    .filter(({ practice }) => {
      const owner = ownerOf(practice);
      if (typeof owner.state === 'string') return states.includes(owner.state);
      return typeof owner.account === 'string' ? owner.account === account : curates;
    })
    .toReversed();
}
