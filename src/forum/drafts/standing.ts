import type { Context } from '#platform/context.ts';
import { alone, type Database } from '#platform/database.ts';
import { recordAct } from '#platform/history.ts';
import { demand, may } from '#forum/people/index.ts';
import {
  mergeAddresses,
  type Practice,
  practiceWherever,
  practiceWithId,
  type Standing,
  updatePractices,
  withdrawnAt,
} from '#forum/practices/index.ts';
import { ownership } from './actions.ts';
import { lastPracticeTurn, type Reason, recordPracticeTurn } from './happenings.ts';
import { remarkProblem } from './model.ts';
import { recordPractice } from './review.ts';
import { openDraftOf } from './store.ts';

/** What may become of a practice, by what it is, and who may do it: its owner as well, or those who curate alone. */
const CHANGES: Record<'withdraw' | 'archive' | 'publish-again', { from: Standing[]; to: Standing; owner: boolean }> = {
  withdraw: { from: ['published', 'archived'], to: 'withdrawn', owner: true },
  archive: { from: ['published'], to: 'archived', owner: true },
  'publish-again': { from: ['withdrawn', 'archived'], to: 'published', owner: false },
};
export type StandingChange = keyof typeof CHANGES;
export const STANDING_CHANGES = Object.keys(CHANGES) as StandingChange[];

/** What the actor may do with a practice, beyond reading it. */
export interface Keeping {
  change: boolean;
  confirm: boolean;
  standing: StandingChange[];
  merge: boolean;
}

/** What the actor may do with a practice; null where that is nothing, as for every visitor. */
export function keepingOf(ctx: Context, practice: Practice): Keeping | null {
  if (practice.standing === 'merged') return null;
  const keeping = {
    change: may(ctx.actor, 'drafts.write', ownership(practice)),
    confirm: practice.standing === 'published' && may(ctx.actor, 'practices.keep', ownership(practice)),
    standing: standingChangesFor(ctx, practice),
    merge: may(ctx.actor, 'practices.curate'),
  };
  const { change, confirm, standing, merge } = keeping;
  return change || confirm || merge || standing.length > 0 ? keeping : null;
}

/** Whether somebody is at work on a practice, for those who may merge it away under them. */
export async function hasOpenDraft(ctx: Context, practice: string): Promise<boolean> {
  demand(ctx.actor, 'practices.curate');
  return (await openDraftOf(ctx.db, practice)) !== null;
}

/** The practice at an address, wherever it stands, for whoever may do something with it; null for everybody else. */
export async function practiceToKeep(ctx: Context, slug: string): Promise<Practice | null> {
  const practice = await practiceWherever(ctx.db, slug);
  return practice && keepingOf(ctx, practice) ? practice : null;
}

/** What the actor may do with where a practice stands. */
export function standingChangesFor(ctx: Context, practice: Practice): StandingChange[] {
  const curates = may(ctx.actor, 'practices.publish-again');
  const owns = may(ctx.actor, 'practices.keep', ownership(practice));
  return STANDING_CHANGES.filter((change) => {
    const { from, owner } = CHANGES[change];
    return from.includes(practice.standing) && (curates || (owner && owns));
  });
}

/**
 * Archives a practice, or publishes it again as it was. Its text stays among its versions. Null where there is no such practice for
 * the actor to do this to.
 */
export async function changeStanding(
  ctx: Context,
  id: string,
  change: Exclude<StandingChange, 'withdraw'>,
): Promise<Practice | null> {
  return changed(ctx, id, `practice.${change}`, (practice) =>
    standingChangesFor(ctx, practice).includes(change) ? { standing: CHANGES[change].to } : null,
  );
}

/**
 * Withdraws a practice, and says why: to those who keep it, and where `public` is chosen to everybody at its address. Its text
 * stays among its versions. `unsaid` where no reason is given, or one too long. Null where there is no such practice for the actor
 * to do this to.
 */
export async function withdrawPractice(ctx: Context, id: string, said: Reason): Promise<Practice | 'unsaid' | null> {
  if (remarkProblem(said.why) !== null) return 'unsaid';
  return changed(
    ctx,
    id,
    'practice.withdraw',
    (practice) => (standingChangesFor(ctx, practice).includes('withdraw') ? { standing: 'withdrawn' } : null),
    { ...said, why: said.why.trim() },
  );
}

/** When and why a practice was withdrawn. */
export interface Withdrawal {
  at: Date;
  /** Who withdrew it, and why; null where that is not known, or not for the actor to read. */
  by: string | null;
  why: string | null;
}

/** The withdrawal of the practice at an address, present or former, as far as the actor may read of it; null where none is withdrawn there. */
export async function withdrawalAt(ctx: Context, slug: string): Promise<Withdrawal | null> {
  const at = await withdrawnAt(ctx.db, slug);
  const practice = at && (await practiceWherever(ctx.db, slug));
  if (!practice) return null;
  const turn = await lastPracticeTurn(ctx.db, practice.id, 'practice.withdraw');
  const keeps = keepingOf(ctx, practice) !== null;
  return {
    at,
    by: keeps && turn ? turn.actor : null,
    why: turn && turn.note !== '' && (keeps || turn.notePublic) ? turn.note : null,
  };
}

/** Says that a practice is still as it is described. Null where there is no such practice for the actor. */
export async function confirmPractice(ctx: Context, id: string): Promise<Practice | null> {
  return changed(ctx, id, 'practice.confirmed', (practice) =>
    practice.standing === 'published' && may(ctx.actor, 'practices.keep', ownership(practice))
      ? { confirmedAt: ctx.now.toISOString(), remindedAt: null }
      : null,
  );
}

async function changed(
  ctx: Context,
  id: string,
  action: string,
  change: (practice: Practice) => Partial<Practice> | null,
  said?: Reason,
): Promise<Practice | null> {
  return ctx.db.transaction(async (tx) => {
    // One after the other: of two who change it at once, the second sees what the first did.
    await alone(tx, 'outbox');
    const practice = await practiceWithId(tx, id);
    const to = practice && change(practice);
    if (!practice || !to) return null;
    return writeNext(tx, ctx, practice, to, action, said);
  });
}

/** Writes the next state of a practice with its version, its event and its audit line, and tells whose it is. The caller holds the outbox alone. */
export async function writeNext(
  tx: Database,
  ctx: Context,
  practice: Practice,
  change: Partial<Practice>,
  action: string,
  said?: Reason,
): Promise<Practice> {
  const next = { ...practice, ...change, version: practice.version + 1, updatedAt: ctx.now.toISOString() };
  if (!(await updatePractices(tx, [next]))) throw new Error('A practice changed although nobody else may change it.');
  await recordPractice(tx, ctx, next, action);
  await recordAct(tx, ctx, action, { practice: practice.id });
  await recordPracticeTurn(tx, ctx, practice.id, action, said);
  return next;
}

/**
 * Merges a practice into another that says the same: every address of it leads to the other from now on, and it is no longer
 * found. Its versions stay. Null where one of the two is not there to be merged.
 */
export async function mergePractice(ctx: Context, id: string, into: string): Promise<Practice | null> {
  demand(ctx.actor, 'practices.curate');
  return ctx.db.transaction(async (tx) => {
    await alone(tx, 'outbox');
    const [loser, winner] = [await practiceWithId(tx, id), await practiceWithId(tx, into)];
    if (!loser || !winner || loser.id === winner.id || loser.standing === 'merged') return null;
    if (winner.standing !== 'published' && winner.standing !== 'archived') return null;
    await writeNext(tx, ctx, loser, { standing: 'merged' }, 'practice.merged');
    await mergeAddresses(tx, loser, winner.id);
    return winner;
  });
}
