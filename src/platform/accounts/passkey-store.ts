import { and, asc, eq, lt, or, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../database.ts';
import { passkeys } from './tables.ts';

/** A passkey as its owner sees it. */
export interface PasskeyEntry {
  id: string;
  name: string;
  createdAt: Date;
  /** Null where nobody has signed in with it yet. */
  lastUsedAt: Date | null;
}

/** What checks a passkey: its key, and how often it was used. */
export type StoredPasskey = typeof passkeys.$inferSelect;

/** The passkeys of an account, the earliest first. */
export async function passkeysOf(db: Database, account: string): Promise<PasskeyEntry[]> {
  return db
    .select({
      id: passkeys.id,
      name: passkeys.name,
      createdAt: passkeys.createdAt,
      lastUsedAt: passkeys.lastUsedAt,
    })
    .from(passkeys)
    .where(eq(passkeys.account, account))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
}

/** What devices call the passkeys of an account: a device that has one of these makes no second one. */
export async function credentialsOf(db: Database, account: string): Promise<{ id: string; transports: string[] }[]> {
  return db
    .select({ id: passkeys.credential, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.account, account));
}

/** The passkey that a device calls so, whosever it is, or null. */
export async function passkeyCalled(db: Database, credential: string): Promise<StoredPasskey | null> {
  const [row] = await db.select().from(passkeys).where(eq(passkeys.credential, credential));
  return row ?? null;
}

/** Keeps a new passkey. False where there is one of this name of its device already, be it somebody else's. */
export async function insertPasskey(db: Database, passkey: Omit<StoredPasskey, 'id' | 'lastUsedAt'>): Promise<boolean> {
  const kept = await db
    .insert(passkeys)
    .values({ id: uuidv7(), ...passkey })
    .onConflictDoNothing({ target: passkeys.credential })
    .returning({ id: passkeys.id });
  return kept.length > 0;
}

/**
 * Notes that a passkey was used. False where its counter has not gone on: then somebody else was faster with the same answer, or
 * uses a copy. Devices that do not count say 0 for ever.
 */
export async function notePasskeyUse(
  db: Database,
  now: Date,
  { id, counter, backedUp }: Pick<StoredPasskey, 'id' | 'counter' | 'backedUp'>,
): Promise<boolean> {
  const goesOn = or(lt(passkeys.counter, counter), and(eq(passkeys.counter, 0), sql`${counter}::bigint = 0`));
  const noted = await db
    .update(passkeys)
    .set({ counter, backedUp, lastUsedAt: now })
    .where(and(eq(passkeys.id, id), goesOn))
    .returning({ id: passkeys.id });
  return noted.length > 0;
}

/** Renames a passkey of this account; one of somebody else's stays as it is. */
export async function renamePasskey(db: Database, account: string, id: string, name: string): Promise<void> {
  await db.update(passkeys).set({ name }).where(ownPasskey(account, id));
}

/** Removes a passkey of this account; one of somebody else's stays. */
export async function removePasskey(db: Database, account: string, id: string): Promise<void> {
  await db.delete(passkeys).where(ownPasskey(account, id));
}

/** Compared as text: whatever is sent as an id is only ever looked for. */
const ownPasskey = (account: string, id: string) =>
  and(eq(passkeys.account, account), sql`${passkeys.id}::text = ${id}`);
