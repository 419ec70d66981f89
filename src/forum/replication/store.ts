import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { accounts } from '#platform/accounts/tables.ts';
import type { Database } from '#platform/database.ts';
import { idsOwnedBy, type Owners, type Practice, practicesWithIds } from '#forum/practices/index.ts';
import type { Answer } from './model.ts';
import { replicationRequests } from './tables.ts';

/** A place that asks to replicate a practice, with what was answered. */
export interface ReplicationRequest {
  id: string;
  practice: Practice;
  askedAt: Date;
  /** Whoever asked. */
  account: string;
  name: string;
  email: string;
  place: string;
  message: string;
  answer: Answer | null;
  answerText: string;
  answeredAt: Date | null;
  answeredBy: string | null;
}

/** As many as a list shows. */
const MOST = 200;

/** Writes a question. False where whoever asks waits for an answer to one about the same practice. */
export async function insertRequest(tx: Database, row: typeof replicationRequests.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(replicationRequests)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: replicationRequests.id });
  return made.length > 0;
}

/** Writes an answer. False where there is one already. */
export async function writeAnswer(
  tx: Database,
  id: string,
  said: { answer: Answer; answerText: string; answeredAt: Date; answeredBy: string },
): Promise<boolean> {
  const written = await tx
    .update(replicationRequests)
    .set(said)
    .where(and(eq(replicationRequests.id, id), isNull(replicationRequests.answer)))
    .returning({ id: replicationRequests.id });
  return written.length > 0;
}

/** When somebody asked about a practice and has no answer yet; null where they wait for none. */
export async function waitingSince(db: Database, practice: string, account: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: replicationRequests.askedAt })
    .from(replicationRequests)
    .where(
      and(
        eq(replicationRequests.practice, practice),
        eq(replicationRequests.account, account),
        isNull(replicationRequests.answer),
      ),
    );
  return row?.at ?? null;
}

/** A question by its id; null where there is none, whatever was sent as an id. */
export async function requestWithId(db: Database, id: string): Promise<ReplicationRequest | null> {
  return (await select(db, sql`${replicationRequests.id}::text = ${id}`))[0] ?? null;
}

/** What somebody asked, what has no answer yet first, then the newest. */
export async function requestsBy(db: Database, account: string): Promise<ReplicationRequest[]> {
  return select(db, eq(replicationRequests.account, account));
}

/** The questions about practices of these owners, what has no answer yet first, then the newest; null for those about any practice. */
export async function requestsAbout(db: Database, owners: Owners | null): Promise<ReplicationRequest[]> {
  return select(db, owners === null ? sql`true` : sql`${replicationRequests.practice} in ${idsOwnedBy(owners)}`);
}

async function select(db: Database, where: SQL): Promise<ReplicationRequest[]> {
  const rows = await db
    .select({ request: replicationRequests, name: accounts.name, email: accounts.email })
    .from(replicationRequests)
    .innerJoin(accounts, eq(accounts.id, replicationRequests.account))
    .where(where)
    // What waits for an answer is never left out for what has one.
    .orderBy(
      sql`${replicationRequests.answer} is not null`,
      desc(replicationRequests.askedAt),
      desc(replicationRequests.id),
    )
    .limit(MOST);
  const practices = await practicesWithIds(db, [...new Set(rows.map(({ request }) => request.practice))]);
  return rows.map(({ request, name, email }) => ({
    ...request,
    practice: practices.get(request.practice)!,
    name,
    email,
  }));
}
