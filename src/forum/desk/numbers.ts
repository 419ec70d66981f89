import type { Context } from '#platform/context.ts';
import { countMails } from '#platform/mail/queue.ts';
import { type DraftNumbers, draftNumbers } from '#forum/drafts/index.ts';
import { actorsOn, demand, statesOf, statesWithoutFocalPoint } from '#forum/people/index.ts';
import { practicesWithoutOwner } from '#forum/practices/index.ts';

/** How the work goes, for the Support Unit. */
export interface DeskNumbers extends DraftNumbers {
  /** Published practices of nobody: how many, and how many of them nobody has confirmed for long. */
  ownerless: { count: number; stale: number };
  /** Published practices of states that have no focal point at present: how many, and of which states (ISO 3166). */
  orphaned: { count: number; states: string[] };
  /** Member states of the United Nations without a focal point at present. */
  withoutFocalPoint: number;
  mails: { waiting: number; givenUp: number };
}

/** The numbers at this moment. */
export async function deskNumbers(ctx: Context): Promise<DeskNumbers> {
  demand(ctx.actor, 'desk.numbers');
  const { db, now } = ctx;
  const { none, noneStale, byState } = await practicesWithoutOwner(db, now);
  const cared = new Set((await actorsOn(db, now)).flatMap(statesOf));
  const orphaned = [...byState].filter(([state]) => !cared.has(state));
  return {
    ...(await draftNumbers(db, now)),
    ownerless: { count: none, stale: noneStale },
    orphaned: {
      count: orphaned.reduce((sum, [, count]) => sum + count, 0),
      states: orphaned.map(([state]) => state).sort(),
    },
    withoutFocalPoint: (await statesWithoutFocalPoint(db, now)).length,
    mails: await countMails(db),
  };
}
