import { eq, inArray, sql } from 'drizzle-orm';
import { type Database, rowsOf } from '../database.ts';
import type { Notice } from '../languages.ts';
import type { Sight } from './look.ts';
import { linkChecks } from './tables.ts';

/** What is known of an address. */
export type LinkCheck = typeof linkChecks.$inferSelect;

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** When what was found is looked at again; and what was not, after the first, second, … failure in a row: milliseconds. */
const AGAIN = 30 * DAY;
const AGAIN_AFTER_FAILURES = [DAY, 3 * DAY, 7 * DAY];
/** How long whoever took an address may take; then it is due for anybody. Milliseconds. */
const CLAIM = HOUR;
/** Rows that are written at once. */
const BATCH = 1_000;

/** Knows of these addresses from now on, and of no others: new ones are due at once, those that are not among them are forgotten. */
export async function watchAddresses(db: Database, given: Iterable<string>, now: Date): Promise<void> {
  const wanted = new Set(given);
  const rows = await db.select({ address: linkChecks.address }).from(linkChecks);
  const known = new Set(rows.map(({ address }) => address));
  for (const batch of batches([...wanted.difference(known)]))
    await db
      .insert(linkChecks)
      .values(batch.map((address) => ({ address, failures: 0, dueAt: now })))
      .onConflictDoNothing();
  for (const batch of batches([...known.difference(wanted)]))
    await db.delete(linkChecks).where(inArray(linkChecks.address, batch));
}

function* batches(all: string[]): Generator<string[]> {
  for (let at = 0; at < all.length; at += BATCH) yield all.slice(at, at + BATCH);
}

/** Takes at most so many addresses that are due, so that no other process takes them too. */
export async function claimAddresses(db: Database, most: number, now: Date): Promise<string[]> {
  const until = new Date(now.getTime() + CLAIM).toISOString();
  const rows = rowsOf<{ address: string }>(
    await db.execute(sql`
      update link_checks set due_at = ${until} where address in (
        select address from link_checks where due_at <= ${now.toISOString()}
        order by due_at, address limit ${most} for update skip locked)
      returning address`),
  );
  return rows.map(({ address }) => address);
}

/** Writes down what was seen at an address, and when to look again. */
export async function recordSight(db: Database, address: string, sight: Sight, now: Date): Promise<void> {
  const [before] = await db
    .select({ failures: linkChecks.failures })
    .from(linkChecks)
    .where(eq(linkChecks.address, address));
  const failed = ['gone', 'unreachable', 'not-public'].includes(sight.outcome);
  const failures = failed ? (before?.failures ?? 0) + 1 : 0;
  const wait = failed ? (AGAIN_AFTER_FAILURES[failures - 1] ?? AGAIN) : AGAIN;
  await db
    .update(linkChecks)
    .set({ ...sight, failures, checkedAt: now, dueAt: new Date(now.getTime() + wait) })
    .where(eq(linkChecks.address, address));
}

/** What is known of these addresses; of those that were not looked at yet, nothing. */
export async function checksOf(db: Database, addresses: readonly string[]): Promise<Map<string, LinkCheck>> {
  if (addresses.length === 0) return new Map();
  const rows = await db
    .select()
    .from(linkChecks)
    .where(inArray(linkChecks.address, [...addresses]));
  return new Map(rows.filter(({ outcome }) => outcome !== null).map((row) => [row.address, row]));
}

/**
 * What is to be said to whoever keeps an address: null where nothing is. A server that does not answer once is no news; one that does
 * not a day later is.
 */
export function linkNotice({ outcome, movedTo, failures }: LinkCheck): Notice | null {
  if (outcome === 'moved' && movedTo !== null) return { key: 'files.link-moved', values: { to: movedTo } };
  if (outcome === 'gone') return { key: 'files.link-gone' };
  if (outcome === 'unreachable' && failures > 1) return { key: 'files.link-unreachable' };
  return outcome === 'not-public' ? { key: 'files.link-not-public' } : null;
}
