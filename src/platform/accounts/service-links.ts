import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../database.ts';
import { readEmailAddress } from '../mail/address.ts';
import type { ServiceSettings } from './service-settings.ts';
import type { ServiceTrouble } from './service-trouble.ts';
import type { Vouched } from './services.ts';
import { accountByEmail } from './store.ts';
import { accounts, signInWays } from './tables.ts';

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
  const made = await insertLink(db, now, account.id, service, { issuer, subject });
  return { account: made ? account.id : null };
}

/** Links a person of a service to an account, unless that has one of it already, or the person is another account's. */
async function insertLink(
  db: Database,
  now: Date,
  account: string,
  service: Pick<ServiceSettings, 'id'>,
  { issuer, subject }: Pick<Vouched, 'issuer' | 'subject'>,
): Promise<boolean> {
  const times = { createdAt: now, updatedAt: now };
  const link = { id: uuidv7(), userId: account, providerId: service.id, issuer, accountId: subject, ...times };
  const made = await db.transaction(async (tx) => {
    // Of two at once the second sees what the first has written.
    await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, account)).for('update');
    const others = and(eq(signInWays.userId, account), eq(signInWays.issuer, issuer));
    if ((await tx.$count(signInWays, others)) > 0) return [];
    return tx.insert(signInWays).values(link).onConflictDoNothing().returning({ id: signInWays.id });
  });
  return made.length > 0;
}

/**
 * Links to an account the person a service vouches for, whatever address it knows them by: who asks for it is signed in here and has just signed in
 * there, so holds both. True as well where they are linked already; false where the person is another account's, or the account has another
 * person of that service.
 */
export async function linkService(
  db: Database,
  now: Date,
  account: string,
  service: Pick<ServiceSettings, 'id'>,
  person: Pick<Vouched, 'issuer' | 'subject'>,
): Promise<boolean> {
  if (await insertLink(db, now, account, service, person)) return true;
  const { issuer, subject } = person;
  const same = and(eq(signInWays.userId, account), eq(signInWays.issuer, issuer), eq(signInWays.accountId, subject));
  return (await db.$count(signInWays, same)) > 0;
}
