import { asc, eq, gt, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { followers, outbox } from './tables.ts';

/** Something that happened, as the outbox tells it. */
export interface Event {
  sequence: number;
  kind: string;
  subject: string;
}

/** Events taken in one transaction: what is held in memory stays bounded however long nobody followed. */
const BATCH = 500;

/**
 * Takes what has happened since the last time to `take`, in order, each event once: how far a follower has come is written in the
 * transaction in which `take` writes what it makes of it. Whatever ends the process in between, the events are taken by the next one.
 * Two processes that follow under one name do so one after the other.
 */
export async function follow(
  db: Database,
  name: string,
  take: (tx: Database, events: Event[]) => Promise<void>,
): Promise<void> {
  while ((await isBehind(db, name)) && (await followOnce(db, name, take)));
}

/** Whether anything has happened that a follower has not taken: to look holds nobody up. */
async function isBehind(db: Database, name: string): Promise<boolean> {
  const [row] = await db
    .select({ sequence: outbox.sequence })
    .from(outbox)
    .where(
      sql`${outbox.sequence} > coalesce((select ${followers.sequence} from ${followers} where ${followers.name} = ${name}), 0)`,
    )
    .limit(1);
  return row !== undefined;
}

/** @returns whether there may be more */
async function followOnce(
  db: Database,
  name: string,
  take: (tx: Database, events: Event[]) => Promise<void>,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.insert(followers).values({ name, sequence: 0 }).onConflictDoNothing();
    const [row] = await tx.select().from(followers).where(eq(followers.name, name)).for('update');
    const events = await tx
      .select({ sequence: outbox.sequence, kind: outbox.kind, subject: outbox.subject })
      .from(outbox)
      .where(gt(outbox.sequence, row!.sequence))
      .orderBy(asc(outbox.sequence))
      .limit(BATCH);
    const last = events.at(-1);
    if (!last) return false;
    await take(tx, events);
    await tx.update(followers).set({ sequence: last.sequence }).where(eq(followers.name, name));
    return events.length === BATCH;
  });
}
