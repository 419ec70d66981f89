import { and, eq, isNotNull } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { type Auth, PASSWORD_LENGTH } from './auth.ts';
import { accounts, secondFactors, signInWays } from './tables.ts';

/** Whether an account has a password. */
export async function hasPassword(db: Database, account: string): Promise<boolean> {
  return (await db.$count(signInWays, passwordOf(account))) > 0;
}

const passwordOf = (account: string) =>
  and(eq(signInWays.userId, account), eq(signInWays.providerId, 'credential'), isNotNull(signInWays.password));

/**
 * Sets the password of an account, whatever it was. The caller has seen to it that somebody signed in a moment ago: this is
 * also the way back for who forgot it. False where it is too short or too long.
 */
export async function setPassword(auth: Auth, account: string, password: string): Promise<boolean> {
  if (password.length < PASSWORD_LENGTH.least || password.length > PASSWORD_LENGTH.most) return false;
  const { password: passwords, internalAdapter } = await auth.$context;
  const hash = await passwords.hash(password);
  const ways = await internalAdapter.findAccounts(account);
  if (ways.some(({ providerId }) => providerId === 'credential')) await internalAdapter.updatePassword(account, hash);
  else
    await internalAdapter.linkAccount({
      userId: account,
      providerId: 'credential',
      accountId: account,
      password: hash,
    });
  return true;
}

/** Takes the password of an account away, and the second step with it, which is only ever asked after a password. */
export async function dropPassword(db: Database, account: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(signInWays).where(and(eq(signInWays.userId, account), eq(signInWays.providerId, 'credential')));
    await tx.delete(secondFactors).where(eq(secondFactors.userId, account));
    await tx.update(accounts).set({ twoFactorEnabled: false }).where(eq(accounts.id, account));
  });
}
