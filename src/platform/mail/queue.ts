import { and, eq, or, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Locale } from '#vocab/language.ts';
import { rowsOf, type Database } from '../database.ts';
import { mails } from './tables.ts';

/** A mail that is wanted: to whom, which letter, with what. Never a secret: `data` stands in the database. */
export interface WantedMail {
  to: string;
  letter: string;
  data: Record<string, string>;
  locale: Locale;
  /** Whether nothing of it is to be kept even where it cannot be delivered: the address is that of somebody who was erased. */
  forgotten?: boolean;
}

/** A mail taken from the queue, to be sent now. */
export interface ClaimedMail extends WantedMail {
  id: string;
  /** Which attempt this is, from 1. */
  tries: number;
}

/** Waits before the next attempt, in minutes; after the last one the mail is given up: seven attempts in 17 hours. */
const WAITS = [1, 5, 15, 60, 240, 720];
const MINUTE = 60_000;

/** How long whoever claimed a mail may take; then it is thought dead, and the mail is anybody's again. */
const CLAIM = 5 * MINUTE;

/** Queues a mail, inside the caller's transaction: it goes out when that is committed, and never when it is not. */
export async function queueMail(
  tx: Database,
  now: Date,
  { to, letter, data, locale, forgotten = false }: WantedMail,
): Promise<void> {
  await tx.insert(mails).values({
    id: uuidv7(),
    recipient: to,
    letter,
    data,
    language: locale,
    state: 'waiting',
    queuedAt: now,
    dueAt: now,
    tries: 0,
    forgotten,
  });
}

/**
 * Takes back every mail to an address, and every one about an account, that has not gone out yet or was given up.
 * @returns how many there were
 */
export async function takeBackMail(tx: Database, { to, account }: { to: string; account: string }): Promise<number> {
  const gone = await tx
    .delete(mails)
    .where(or(eq(mails.recipient, to), sql`${mails.data} ->> 'account' = ${account}`))
    .returning({ id: mails.id });
  return gone.length;
}

/** Takes the mail that has been due the longest, so that no other process takes it too; null where none is due. */
export async function claimMail(db: Database, now: Date): Promise<ClaimedMail | null> {
  const [at, until] = [now.toISOString(), new Date(now.getTime() + CLAIM).toISOString()];
  const [row] = rowsOf<{
    id: string;
    recipient: string;
    letter: string;
    data: Record<string, string>;
    language: Locale;
    tries: number;
  }>(
    await db.execute(sql`
      update mails set claimed_until = ${until}, tries = tries + 1 where id = (
        select id from mails
        where state = 'waiting' and due_at <= ${at} and (claimed_until is null or claimed_until <= ${at})
        order by due_at, id limit 1 for update skip locked)
      returning id, recipient, letter, data, language, tries`),
  );
  return row
    ? { id: row.id, to: row.recipient, letter: row.letter, data: row.data, locale: row.language, tries: row.tries }
    : null;
}

/** The mail has gone out, or there is nothing to say in it after all. Nothing of it is kept. */
export async function forgetMail(db: Database, id: string): Promise<void> {
  await db.delete(mails).where(eq(mails.id, id));
}

/**
 * The mail did not go out: it is due again later, or given up when it was tried often enough or is refused for good.
 * @returns whether it was given up
 */
export async function postponeMail(
  db: Database,
  { id, tries }: ClaimedMail,
  problem: string,
  now: Date,
  forGood: boolean,
): Promise<boolean> {
  const wait = WAITS[tries - 1];
  const givenUp = forGood || wait === undefined;
  const gone = givenUp
    ? await db
        .delete(mails)
        .where(and(eq(mails.id, id), eq(mails.forgotten, true)))
        .returning({ id: mails.id })
    : [];
  if (gone.length > 0) return true;
  await db
    .update(mails)
    .set({
      problem: problem.slice(0, 500),
      claimedUntil: null,
      ...(givenUp ? { state: 'given-up' as const } : { dueAt: new Date(now.getTime() + wait * MINUTE) }),
    })
    .where(eq(mails.id, id));
  return givenUp;
}

/** How many mails wait, and how many were given up: what an operator watches. */
export async function countMails(db: Database): Promise<{ waiting: number; givenUp: number }> {
  const [waiting, givenUp] = await Promise.all([
    db.$count(mails, eq(mails.state, 'waiting')),
    db.$count(mails, eq(mails.state, 'given-up')),
  ]);
  return { waiting, givenUp };
}
