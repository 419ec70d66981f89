import { and, eq, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { type Database, rowsOf } from '#platform/database.ts';
import type { Keeper } from '#forum/practices/index.ts';
import { OPEN } from './model.ts';
import { type DraftLine, listed } from './store.ts';
import { drafts } from './tables.ts';

/** What of drafts waits on somebody: on who wrote them, and on who reviews them. */
export const WAITS = ['question', 'given-back', 'to-take', 'to-review', 'second-eyes'] as const;
export type Wait = (typeof WAITS)[number];

const owned = ({ states, account }: Keeper): SQL | undefined =>
  or(
    account === null ? undefined : eq(drafts.ownerAccount, account),
    states.length === 0
      ? undefined
      : sql`${drafts.ownerState} in (${sql.join(
          states.map((state) => sql`${state}`),
          sql`, `,
        )})`,
  );

/** With its owner because a curator gave it back, and not because it was never handed in or was taken back. */
const givenBack = sql`exists (select 1 from draft_turns turn
  where turn.draft = ${drafts.id} and turn.action = 'give-back' and turn.at = ${drafts.stageSince})`;

/** Which open drafts wait in which way. A reviewer: one's account; null for who reviews nothing. */
function conditions(owner: Keeper, reviewer: string | null): Record<Wait, SQL | undefined> {
  const own = owned(owner);
  const review = (which: (account: string) => SQL | undefined) => (reviewer === null ? undefined : which(reviewer));
  return {
    question: own && and(own, eq(drafts.stage, 'question')),
    'given-back': own && and(own, eq(drafts.stage, 'draft'), givenBack),
    'to-take': review((me) => and(eq(drafts.stage, 'handed-in'), or(isNull(drafts.reviewer), eq(drafts.reviewer, me)))),
    'to-review': review((me) => and(eq(drafts.stage, 'in-review'), eq(drafts.reviewer, me))),
    'second-eyes': review((me) =>
      and(
        sql`${drafts.stage} in ('handed-in', 'in-review')`,
        eq(drafts.secondWanted, true),
        isNull(drafts.secondReviewer),
        isNotNull(drafts.reviewer),
        ne(drafts.reviewer, me),
      ),
    ),
  };
}

/** The drafts that wait on somebody in one way, the longest first. */
export async function draftsWaiting(
  db: Database,
  wait: Wait,
  owner: Keeper,
  reviewer: string | null,
): Promise<DraftLine[]> {
  const which = conditions(owner, reviewer)[wait];
  return which ? listed(db, which, OPEN) : [];
}

/** How many drafts wait on somebody in each way, in one query. */
export async function countDraftsWaiting(
  db: Database,
  owner: Keeper,
  reviewer: string | null,
): Promise<Record<Wait, number>> {
  const which = conditions(owner, reviewer);
  const counts = WAITS.map(
    (wait) => sql`count(*) filter (where ${which[wait] ?? sql`false`})::int as ${sql.identifier(wait)}`,
  );
  const [row] = rowsOf<Record<Wait, number>>(
    await db.execute(sql`select ${sql.join(counts, sql`, `)} from ${drafts}
      where ${drafts.stage} in ('draft', 'handed-in', 'in-review', 'question')`),
  );
  return row!;
}
