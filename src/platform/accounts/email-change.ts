import { eq } from 'drizzle-orm';
import type { Locale } from '#vocab/language.ts';
import type { Database } from '../database.ts';
import { isNobody } from '../mail/address.ts';
import { queueMail } from '../mail/queue.ts';
import type { Link } from './links.ts';
import { type Account, accountByEmail, accountById } from './store.ts';
import { accounts, emailChanges } from './tables.ts';

/** A change of address that waits for both addresses to say yes. */
export interface EmailChange {
  address: string;
  oldConfirmed: boolean;
  newConfirmed: boolean;
}

/** The change an account waits for, or null. */
export async function pendingChange(db: Database, account: string): Promise<EmailChange | null> {
  const [row] = await db
    .select({
      address: emailChanges.address,
      oldConfirmed: emailChanges.oldConfirmed,
      newConfirmed: emailChanges.newConfirmed,
    })
    .from(emailChanges)
    .where(eq(emailChanges.account, account));
  return row ?? null;
}

/**
 * Asks both addresses to confirm a new one. The old one says yes, so that a browser left open cannot carry an account off;
 * the new one does, so that nobody's account hangs on a typing error. An account without an address yet needs the new one alone.
 * Nothing tells whether the new address has an account already: then its mail is not sent, and the change never comes.
 */
export async function askEmailChange(
  db: Database,
  now: Date,
  { id, email }: Pick<Account, 'id' | 'email'>,
  address: string,
  locale: Locale,
): Promise<void> {
  await db.transaction(async (tx) => {
    const change = { address, oldConfirmed: isNobody(email), newConfirmed: false };
    await tx
      .insert(emailChanges)
      .values({ account: id, ...change })
      .onConflictDoUpdate({ target: emailChanges.account, set: change });
    const data = { account: id };
    if (!isNobody(email)) await queueMail(tx, now, { to: email, letter: 'email-old', data, locale });
    if (!(await accountByEmail(tx, address)))
      await queueMail(tx, now, { to: address, letter: 'email-new', data, locale });
  });
}

/**
 * Notes that one of the two addresses has said yes, by the link it was sent, and changes the address when both have.
 * @returns what became of it; 'void' where the link is about a change that is no longer wanted
 */
export async function confirmEmail(
  db: Database,
  now: Date,
  { purpose, account: id, address }: Link,
): Promise<'changed' | 'waits' | 'void'> {
  return db.transaction(async (tx) => {
    const [account, change] = [await accountById(tx, id), await pendingChange(tx, id)];
    if (!account || !change || change.address !== address) return 'void';
    const both = {
      oldConfirmed: change.oldConfirmed || purpose === 'email-old',
      newConfirmed: change.newConfirmed || purpose === 'email-new',
    };
    if (!both.oldConfirmed || !both.newConfirmed) {
      await tx.update(emailChanges).set(both).where(eq(emailChanges.account, id));
      return 'waits';
    }
    await tx.delete(emailChanges).where(eq(emailChanges.account, id));
    if (await accountByEmail(tx, address)) return 'void';
    await tx.update(accounts).set({ email: address, emailVerified: true, updatedAt: now }).where(eq(accounts.id, id));
    return 'changed';
  });
}

/** Gives a change up. */
export async function dropEmailChange(db: Database, account: string): Promise<void> {
  await db.delete(emailChanges).where(eq(emailChanges.account, account));
}
