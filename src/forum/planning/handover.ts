import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { recordAct } from '#platform/history.ts';
import { allEditions, closeEdition, type Edition, openEdition } from '#forum/editions/index.ts';
import { allPersons, dayOf, demand, endRole, runsOn } from '#forum/people/index.ts';
import { milestonesOf, ticksOf, untick } from './store.ts';
import { handoverTicks } from './tables.ts';

/** What a person sees to when one edition hands over to the next; the rest the program knows by itself. */
export const TICKS = ['report', 'papers', 'groups', 'steering-group', 'briefing'] as const;
export type Tick = (typeof TICKS)[number];

/** Somebody of the chair's team: the role they hold, and with whom it goes. */
export interface ChairPerson {
  term: string;
  name: string;
  since: string;
}

/** How the handover from one edition to the next stands. */
export interface Handover {
  from: Edition;
  /** The next edition; null where it has not been opened. */
  to: Edition | null;
  /** How many milestones the one has, and how many the other. */
  milestones: number;
  prepared: number;
  /** Who holds the chair's role today. */
  chair: ChairPerson[];
  ticks: ReadonlyMap<string, { at: Date; by: string }>;
}

/** How the handover of the present edition stands; null where no edition is the present one. */
export async function handoverNow(ctx: Context): Promise<Handover | null> {
  demand(ctx.actor, 'planning.hand-over');
  const editions = await allEditions(ctx.db);
  const from = editions.find(({ stage }) => stage === 'current');
  if (!from) return null;
  const to = nextOf(editions, from);
  return {
    from,
    to,
    milestones: (await milestonesOf(ctx.db, from.id)).length,
    prepared: to ? (await milestonesOf(ctx.db, to.id)).length : 0,
    chair: await chairToday(ctx),
    ticks: await ticksOf(ctx.db, from.id),
  };
}

const nextOf = (editions: readonly Edition[], { number }: Edition): Edition | null =>
  editions.find((one) => one.number === number + 1 && one.stage === 'planned') ?? null;

async function chairToday({ db, now }: Context): Promise<ChairPerson[]> {
  return (await allPersons(db)).flatMap(({ name, terms }) =>
    terms
      .filter((term) => term.role === 'chair' && runsOn(term, dayOf(now)))
      .map(({ id, from }) => ({ term: id, name, since: from })),
  );
}

/** Notes that something was seen to, or that it was not. False where there is no such thing to see to. */
export async function tick(ctx: Context, edition: string, item: string, done: boolean): Promise<boolean> {
  demand(ctx.actor, 'planning.hand-over');
  const known = TICKS.find((one) => one === item);
  if (!known) return false;
  await ctx.db.transaction(async (tx) => {
    if (done) await note(tx, ctx, edition, known);
    else await untick(tx, edition, known);
    await recordAct(tx, ctx, done ? 'handover.ticked' : 'handover.unticked', { edition, item });
  });
  return true;
}

async function note(tx: Database, { now, actor }: Context, edition: string, item: Tick): Promise<void> {
  await tx
    .insert(handoverTicks)
    .values({ edition, item, at: now, actor: actor.name, account: actor.account })
    .onConflictDoNothing();
}

/**
 * Hands over: the present edition is over, the next one is the present one, and those of the outgoing chair whose access ends hold their role
 * no more. All of it or nothing. What belongs to the Forum stays where it is.
 * @param leaving the terms that end
 */
export async function handOverEdition(
  ctx: Context,
  version: { from: string; to: string },
  leaving: readonly string[],
): Promise<Edition | 'changed'> {
  demand(ctx.actor, 'planning.hand-over');
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const now = await handoverNow(inside);
    if (!now?.to || now.from.id !== version.from || now.to.id !== version.to) return 'changed';
    const closed = await closeEdition(inside, now.from.slug);
    const opened = await openEdition(inside, now.to.slug);
    if (!closed || 'complaints' in closed || !opened || 'complaints' in opened)
      throw new Error('An edition that was found could not be handed over.');
    const ending = now.chair.filter(({ term }) => leaving.includes(term));
    for (const { term } of ending) await endRole(inside, term);
    await recordAct(tx, ctx, 'edition.handed-over', { from: closed.slug, to: opened.slug, ended: ending.length });
    return opened;
  });
}
