import { eq, like, or } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { voidLinks } from './links.ts';
import { dropPassword } from './password.ts';
import { accountByEmail, endSessions } from './store.ts';
import { endTokens } from './token-store.ts';
import { accounts, emailChanges, passkeys, signInSteps, signInWays } from './tables.ts';

/**
 * Sets another address of an account, whatever it was, and takes away every way in that hung on the old one: sessions, links, password,
 * app, passkeys, linked institutions and tokens, for whoever reads the old mailbox could have set them. False where the address is another account's.
 */
export async function replaceAddress(tx: Database, now: Date, id: string, address: string): Promise<boolean> {
  if (await accountByEmail(tx, address)) return false;
  await tx.delete(emailChanges).where(eq(emailChanges.account, id));
  await dropPassword(tx, id);
  await tx.delete(signInWays).where(eq(signInWays.userId, id));
  await tx.delete(passkeys).where(eq(passkeys.account, id));
  await voidLinks(tx, id);
  await endSessions(tx, id, null);
  await endTokens(tx, id);
  await tx.update(accounts).set({ email: address, emailVerified: true, updatedAt: now }).where(eq(accounts.id, id));
  return true;
}

/** Removes an account with all that belongs to it: sessions, ways to sign in, second factor, links, a change of address under way. */
export async function removeAccount(tx: Database, id: string): Promise<void> {
  await tx.delete(signInSteps).where(or(like(signInSteps.identifier, `%${id}%`), like(signInSteps.value, `%${id}%`)));
  await tx.delete(accounts).where(eq(accounts.id, id));
}
