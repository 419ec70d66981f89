import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../database.ts';
import { readEmailAddress } from '../mail/address.ts';
import type { ServiceSettings } from './service-settings.ts';
import type { ServiceTrouble } from './service-trouble.ts';
import type { Vouched } from './services.ts';
import { accountByEmail } from './store.ts';
import { signInWays } from './tables.ts';

/** A service that is linked to an account. */
export interface ServiceLink {
  id: string;
  /** The service's id; it may not be among the settings any more. */
  service: string;
  createdAt: Date;
}

const COLUMNS = { id: signInWays.id, service: signInWays.providerId, createdAt: signInWays.createdAt };

/** The services linked to an account, the earliest first. */
export async function serviceLinksOf(db: Database, account: string): Promise<ServiceLink[]> {
  return db
    .select(COLUMNS)
    .from(signInWays)
    .where(and(eq(signInWays.userId, account), isNotNull(signInWays.issuer)))
    .orderBy(asc(signInWays.createdAt), asc(signInWays.id));
}

/** Removes a link of this account; one of somebody else's stays, and so does a password. */
export async function removeServiceLink(db: Database, account: string, id: string): Promise<void> {
  await db
    .delete(signInWays)
    .where(and(eq(signInWays.userId, account), isNotNull(signInWays.issuer), sql`${signInWays.id}::text = ${id}`));
}

/**
 * The account of whom a service vouches for: the one that is linked to this person of it; else the one with the address that it confirms,
 * which is linked from then on. A service is believed only about addresses of its own domains, or one ministry could sign in as
 * another's people; and only once, or whoever is given somebody's former address would get into their account.
 * @returns no account where there is none, whatever the reason; the trouble where the service could not be asked for the address
 */
export async function accountVouchedFor(
  db: Database,
  now: Date,
  service: Pick<ServiceSettings, 'id' | 'domains'>,
  { issuer, subject, address: ask }: Vouched,
): Promise<{ account: string | null } | ServiceTrouble> {
  const [linked] = await db
    .select({ account: signInWays.userId })
    .from(signInWays)
    .where(and(eq(signInWays.issuer, issuer), eq(signInWays.accountId, subject)));
  if (linked) return linked;
  const told = await ask();
  if ('trouble' in told) return told;
  const address = readEmailAddress(told.confirmed ?? '');
  if (address === null || !service.domains.includes(address.split('@')[1]!)) return { account: null };
  const account = await accountByEmail(db, address);
  if (!account) return { account: null };
  const times = { createdAt: now, updatedAt: now };
  const link = { id: uuidv7(), userId: account.id, providerId: service.id, issuer, accountId: subject, ...times };
  const made = await db.transaction(async (tx) => {
    const others = and(eq(signInWays.userId, account.id), eq(signInWays.issuer, issuer));
    if ((await tx.$count(signInWays, others)) > 0) return [];
    return tx.insert(signInWays).values(link).onConflictDoNothing().returning({ id: signInWays.id });
  });
  return { account: made.length > 0 ? account.id : null };
}
