import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, lte } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { LINK_MINUTES, type LinkPurpose } from './link-purposes.ts';
import { oneTimeLinks } from './tables.ts';

/** Whom and what a link is for. */
export interface Link {
  purpose: LinkPurpose;
  account: string;
  /** For a change of address: the new one. */
  address: string | null;
}

/** 256 bits that nobody guesses; what is kept of them needs no salt and no slow hash. */
const newToken = () => randomBytes(32).toString('base64url');
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Makes a link that works once and gives its secret part, which is kept nowhere. Of those that an operator is shown only the latest
 * works; of the others each one, since a person opens whichever mail came first.
 */
export async function makeLink(
  db: Database,
  now: Date,
  { purpose, account, address = null }: Omit<Link, 'address'> & { address?: string | null },
): Promise<string> {
  const token = newToken();
  await db.delete(oneTimeLinks).where(lte(oneTimeLinks.expiresAt, now));
  if (purpose === 'start')
    await db.delete(oneTimeLinks).where(and(eq(oneTimeLinks.account, account), eq(oneTimeLinks.purpose, purpose)));
  await db.insert(oneTimeLinks).values({
    hash: hashOf(token),
    purpose,
    account,
    address,
    expiresAt: new Date(now.getTime() + LINK_MINUTES[purpose] * 60_000),
  });
  return token;
}

/** What a link is for, without using it up: a mail scanner that opens every link must not. Null where it holds no more. */
export async function readLink(db: Database, now: Date, token: string): Promise<Link | null> {
  const [row] = await db
    .select({ purpose: oneTimeLinks.purpose, account: oneTimeLinks.account, address: oneTimeLinks.address })
    .from(oneTimeLinks)
    .where(and(eq(oneTimeLinks.hash, hashOf(token)), gt(oneTimeLinks.expiresAt, now)));
  return row ?? null;
}

/** Uses a link up and says what it was for; null where it was used before, is too old, or never was. Of two at once one gets it. */
export async function takeLink(db: Database, now: Date, token: string): Promise<Link | null> {
  const [row] = await db
    .delete(oneTimeLinks)
    .where(eq(oneTimeLinks.hash, hashOf(token)))
    .returning();
  if (!row || row.expiresAt <= now) return null;
  const { purpose, account, address } = row;
  return { purpose, account, address };
}

/** Makes every link of an account void. */
export async function voidLinks(db: Database, account: string): Promise<void> {
  await db.delete(oneTimeLinks).where(eq(oneTimeLinks.account, account));
}
