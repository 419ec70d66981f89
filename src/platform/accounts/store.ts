import { and, eq, ne, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Locale } from '#vocab/language.ts';
import type { Database } from '../database.ts';
import { isNobody } from '../mail/address.ts';
import { accounts, sessions } from './tables.ts';

/** What a person can sign in with. */
export interface Account {
  id: string;
  email: string;
  name: string;
  language: Locale;
  twoFactorEnabled: boolean;
  /** When somebody last signed in with it; null where nobody has yet. */
  signedInAt: Date | null;
}

const COLUMNS = {
  id: accounts.id,
  email: accounts.email,
  name: accounts.name,
  language: accounts.language,
  twoFactorEnabled: accounts.twoFactorEnabled,
  signedInAt: accounts.signedInAt,
};

/** Makes an account; the address must be in its kept form (`readEmailAddress`). Null where the address has one already. */
export async function insertAccount(
  db: Database,
  now: Date,
  { email, name, language }: { email: string; name: string; language: Locale },
): Promise<string | null> {
  const id = uuidv7();
  const made = await db
    .insert(accounts)
    .values({
      id,
      email,
      // Nobody gets into an account but through its mailbox or a link that an operator hands over.
      emailVerified: !isNobody(email),
      name,
      language,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing({ target: accounts.email })
    .returning({ id: accounts.id });
  return made.length > 0 ? id : null;
}

/** The account with this address, or null. */
export async function accountByEmail(db: Database, email: string): Promise<Account | null> {
  const [row] = await db.select(COLUMNS).from(accounts).where(eq(accounts.email, email));
  return row ?? null;
}

/** The account with this id, or null. */
export async function accountById(db: Database, id: string): Promise<Account | null> {
  const [row] = await db.select(COLUMNS).from(accounts).where(eq(accounts.id, id));
  return row ?? null;
}

/** Sets a name and the language mails are written in. */
export async function updateAccount(
  db: Database,
  now: Date,
  id: string,
  change: { name: string; language: Locale },
): Promise<void> {
  await db
    .update(accounts)
    .set({ ...change, updatedAt: now })
    .where(eq(accounts.id, id));
}

/** A place somebody is signed in at. */
export interface SessionEntry {
  id: string;
  userAgent: string;
  createdAt: Date;
  updatedAt: Date;
}

/** Where an account is signed in, the latest sign-in first. */
export async function sessionsOf(db: Database, account: string, now: Date): Promise<SessionEntry[]> {
  const rows = await db
    .select({
      id: sessions.id,
      userAgent: sql<string>`coalesce(${sessions.userAgent}, '')`,
      createdAt: sessions.createdAt,
      updatedAt: sessions.updatedAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, account), sql`${sessions.expiresAt} > ${now.toISOString()}`))
    .orderBy(sql`${sessions.createdAt} desc`);
  return rows;
}

/** Ends one session of this account, by its id; one of somebody else's stays. Says whether there was one. */
export async function endSession(db: Database, account: string, id: string): Promise<boolean> {
  // Compared as text: whatever is sent as an id is only ever looked for.
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.userId, account), sql`${sessions.id}::text = ${id}`))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Ends the sessions of an account, but for the one to be kept. Says how many there were. */
export async function endSessions(db: Database, account: string, kept: string | null): Promise<number> {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.userId, account), kept === null ? undefined : ne(sessions.id, kept)))
    .returning({ id: sessions.id });
  return ended.length;
}
