import { and, desc, eq, inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Context } from '#platform/context.ts';
import { type Database } from '#platform/database.ts';
import { announce } from '#platform/history.ts';
import { drafts, draftComments, draftTurns, practiceTurns } from './tables.ts';

/** Something that happened to a draft or a practice: a turn, a remark, a change of where a practice stands. */
export interface Happening {
  /** Of the turn or the remark. */
  id: string;
  /** "hand-in", "assign", "remark", "practice.withdraw" … */
  action: string;
  at: Date;
  account: string | null;
  actor: string;
  draft: string | null;
  practice: string | null;
}

/** Why something was done to a practice, and whether everybody may read that. */
export interface Reason {
  why: string;
  public: boolean;
}
const NO_REASON: Reason = { why: '', public: false };

/** What was last done of a kind with where a practice stands; null where nothing was. */
export async function lastPracticeTurn(
  db: Database,
  practice: string,
  action: string,
): Promise<typeof practiceTurns.$inferSelect | null> {
  const [row] = await db
    .select()
    .from(practiceTurns)
    .where(and(eq(practiceTurns.practice, practice), eq(practiceTurns.action, action)))
    .orderBy(desc(practiceTurns.at), desc(practiceTurns.id))
    .limit(1);
  return row ?? null;
}

/** Notes what was done with where a practice stands, and tells whoever follows. */
export async function recordPracticeTurn(
  tx: Database,
  ctx: Context,
  practice: string,
  action: string,
  said: Reason = NO_REASON,
): Promise<void> {
  const { account, name } = ctx.actor;
  const id = uuidv7();
  const { why: note, public: notePublic } = said;
  await tx.insert(practiceTurns).values({ id, practice, at: ctx.now, account, actor: name, action, note, notePublic });
  await announce(tx, ctx, 'practice-turn', id);
}

/** The kinds of events of the outbox that `happeningsOf` reads. */
export const HAPPENINGS = ['draft-turn', 'draft-remark', 'practice-turn'] as const;

/** What happened, by the ids that the outbox told; in no particular order. */
export async function happeningsOf(
  db: Database,
  events: readonly { kind: string; subject: string }[],
): Promise<Happening[]> {
  const of = (kind: (typeof HAPPENINGS)[number]) => events.filter((one) => one.kind === kind).map((one) => one.subject);
  const [turns, remarks, standing] = HAPPENINGS.map(of) as [string[], string[], string[]];
  return [
    ...(turns.length === 0 ? [] : await db.select(TURN).from(draftTurns).where(inArray(draftTurns.id, turns))).map(
      (turn) => ({ ...turn, practice: null }),
    ),
    ...(remarks.length === 0
      ? []
      : await db.select(REMARK).from(draftComments).where(inArray(draftComments.id, remarks))
    ).map((remark) => ({ ...remark, action: 'remark', practice: null })),
    ...(standing.length === 0
      ? []
      : await db.select().from(practiceTurns).where(inArray(practiceTurns.id, standing))
    ).map((turn) => ({ ...turn, draft: null })),
  ];
}

const TURN = {
  id: draftTurns.id,
  action: draftTurns.action,
  at: draftTurns.at,
  account: draftTurns.account,
  actor: draftTurns.actor,
  draft: draftTurns.draft,
};
const REMARK = {
  id: draftComments.id,
  at: draftComments.at,
  account: draftComments.account,
  actor: draftComments.actor,
  draft: draftComments.draft,
};

/** The turn by which a draft was last given to a curator to look after; null where it never was. */
export async function lastAssignment(db: Database, draft: string): Promise<string | null> {
  const [row] = await db
    .select({ id: draftTurns.id })
    .from(draftTurns)
    .where(and(eq(draftTurns.draft, draft), inArray(draftTurns.action, ['assign', 'unassign'])))
    .orderBy(desc(draftTurns.at), desc(draftTurns.id))
    .limit(1);
  return row?.id ?? null;
}

type DraftForNews = Pick<
  typeof drafts.$inferSelect,
  'id' | 'ownerState' | 'ownerAccount' | 'reviewer' | 'secondWanted' | 'secondReviewer' | 'stage' | 'form'
>;

/** What those who are told of drafts need to know of them: whose they are, who looks after them, what they are called. */
export async function draftsForNews(db: Database, ids: readonly string[]): Promise<Map<string, DraftForNews>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: drafts.id,
      ownerState: drafts.ownerState,
      ownerAccount: drafts.ownerAccount,
      reviewer: drafts.reviewer,
      secondWanted: drafts.secondWanted,
      secondReviewer: drafts.secondReviewer,
      stage: drafts.stage,
      form: drafts.form,
    })
    .from(drafts)
    .where(inArray(drafts.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}
