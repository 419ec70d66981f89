import { asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { sessions } from '#platform/accounts/tables.ts';
import { type Database, rowsOf } from '#platform/database.ts';
import { mails } from '#platform/mail/tables.ts';
import { audit, versions } from '#platform/tables.ts';
import { memberships } from '../organisations/tables.ts';
import { erasureRequests, persons } from '../tables.ts';
import type { Erased } from './model.ts';
import { erasures } from './tables.ts';

/** An erasure that was carried out: what, when and by whom, and nothing of whom. */
export interface Erasure {
  number: number;
  /** When the person asked for it; null where the Support Unit was told by other means. */
  askedAt: Date | null;
  at: Date;
  actor: string;
  done: Erased;
}

/** A person who asks for their data to be erased. */
export interface AskedErasure {
  person: string;
  name: string;
  askedAt: Date;
}

/** As many as a list shows. */
const MOST = 200;

/** Who asks to be erased and is not yet, those who asked first first. */
export async function erasuresAsked(db: Database): Promise<AskedErasure[]> {
  const rows = await db
    .select({ person: persons.id, name: persons.name, askedAt: erasureRequests.askedAt })
    .from(erasureRequests)
    .innerJoin(persons, eq(persons.id, erasureRequests.person))
    .where(isNotNull(erasureRequests.askedAt))
    .orderBy(asc(erasureRequests.askedAt), asc(persons.id))
    .limit(MOST);
  return rows.map((row) => ({ ...row, askedAt: row.askedAt! }));
}

/** Every erasure, the latest first. */
export async function allErasures(db: Database): Promise<Erasure[]> {
  return db
    .select({
      number: erasures.number,
      askedAt: erasures.askedAt,
      at: erasures.at,
      actor: erasures.actor,
      done: erasures.done,
    })
    .from(erasures)
    .orderBy(desc(erasures.number));
}

/** The number of the next erasure, from 1; the caller holds the lock that makes it the only one. */
export async function nextNumber(tx: Database): Promise<number> {
  const [row] = rowsOf<{ next: number }>(
    await tx.execute(sql`select coalesce(max(number), 0) + 1 as next from erasures`),
  );
  return row!.next;
}

/** Writes down that an erasure was carried out. */
export async function insertErasure(
  tx: Database,
  erasure: Erasure & { person: string; account: string | null },
): Promise<void> {
  await tx.insert(erasures).values(erasure);
}

/** How much there is of somebody that an erasure would take away; roles are counted by the caller. */
export async function amountOf(
  db: Database,
  { id, account, email }: { id: string; account: string | null; email: string | null },
): Promise<Omit<Erased, 'roles'>> {
  const places = await db.$count(memberships, eq(memberships.person, id));
  if (account === null) return { sessions: 0, places, mails: 0, records: 0 };
  return {
    places,
    sessions: await db.$count(sessions, eq(sessions.userId, account)),
    mails: await db.$count(mails, sql`${mails.recipient} = ${email} or ${mails.data} ->> 'account' = ${account}`),
    records:
      (await db.$count(audit, eq(audit.account, account))) + (await db.$count(versions, eq(versions.account, account))),
  };
}

/** A person's name becomes another, and of where they belonged nothing is left. Says how many places there were. */
export async function emptyPerson(tx: Database, id: string, name: string): Promise<number> {
  await tx.update(persons).set({ name, account: null }).where(eq(persons.id, id));
  const places = await tx.delete(memberships).where(eq(memberships.person, id)).returning({ id: memberships.id });
  return places.length;
}
