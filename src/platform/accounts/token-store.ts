import { and, asc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../database.ts';
import type { Account } from './store.ts';
import { accounts, personalTokens } from './tables.ts';

/** A token as its owner sees it: all but the token itself. */
export interface TokenEntry {
  id: string;
  name: string;
  scopes: string[];
  createdAt: Date;
  expiresAt: Date;
  /** Null where it was never used. */
  lastUsedAt: Date | null;
}

const ENTRY = {
  id: personalTokens.id,
  name: personalTokens.name,
  scopes: personalTokens.scopes,
  createdAt: personalTokens.createdAt,
  expiresAt: personalTokens.expiresAt,
  lastUsedAt: personalTokens.lastUsedAt,
};

/** The tokens of an account, the latest first; those that have expired as well, until their owner takes them off. */
export async function tokensOf(db: Database, account: string): Promise<TokenEntry[]> {
  return db
    .select(ENTRY)
    .from(personalTokens)
    .where(eq(personalTokens.account, account))
    .orderBy(sql`${personalTokens.createdAt} desc`, asc(personalTokens.id));
}

/** Keeps a new token, by its hash. Gives its id. */
export async function insertToken(
  db: Database,
  token: Pick<TokenEntry, 'name' | 'scopes' | 'createdAt' | 'expiresAt'> & { account: string; hash: string },
): Promise<string> {
  const id = uuidv7();
  await db.insert(personalTokens).values({ id, lastUsedAt: null, ...token });
  return id;
}

/** Ends a token of this account, by its id; one of somebody else's stays. Gives the one that ended, or null. */
export async function deleteToken(db: Database, account: string, id: string): Promise<TokenEntry | null> {
  // Compared as text: whatever is sent as an id is only ever looked for.
  const [ended] = await db
    .delete(personalTokens)
    .where(and(eq(personalTokens.account, account), sql`${personalTokens.id}::text = ${id}`))
    .returning(ENTRY);
  return ended ?? null;
}

/** Ends all tokens of an account. */
export async function endTokens(db: Database, account: string): Promise<void> {
  await db.delete(personalTokens).where(eq(personalTokens.account, account));
}

/** The token with this hash that still holds, and whose it is; null where there is none. Notes that it was used, once a minute. */
export async function useToken(
  db: Database,
  now: Date,
  hash: string,
): Promise<{ token: TokenEntry; account: Pick<Account, 'id' | 'name' | 'language'> } | null> {
  const [row] = await db
    .select({ token: ENTRY, account: { id: accounts.id, name: accounts.name, language: accounts.language } })
    .from(personalTokens)
    .innerJoin(accounts, eq(accounts.id, personalTokens.account))
    .where(and(eq(personalTokens.hash, hash), gt(personalTokens.expiresAt, now)));
  if (!row) return null;
  const aMinuteAgo = new Date(now.getTime() - 60_000);
  await db
    .update(personalTokens)
    .set({ lastUsedAt: now })
    .where(
      and(
        eq(personalTokens.id, row.token.id),
        or(isNull(personalTokens.lastUsedAt), lt(personalTokens.lastUsedAt, aMinuteAgo)),
      ),
    );
  return row;
}
