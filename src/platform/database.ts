import { sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** The database, embedded or PostgreSQL: one dialect. A transaction is one too. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** Whether the database answers. */
export async function answers(db: Database): Promise<boolean> {
  try {
    await db.execute(sql`select 1`);
    return true;
  } catch {
    return false;
  }
}

/**
 * Advisory locks of this program, one number each; held to the end of the transaction they are taken in.
 * The high part keeps them apart from those of other programs in the same PostgreSQL.
 */
const LOCKS = {
  migrate: 1,
  outbox: 2,
  import: 3,
  start: 4,
  erasure: 5,
  organisations: 6,
  bodies: 7,
  'survey-counts': 8,
  publications: 9,
  roles: 10,
} as const;

/** Waits until this transaction alone does `what`. */
export async function alone(tx: Database, what: keyof typeof LOCKS): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${0x635370}, ${LOCKS[what]})`);
}

/** The rows of a raw query, whichever driver ran it. */
export function rowsOf<Row>(result: unknown): Row[] {
  return (result as { rows: Row[] }).rows;
}
