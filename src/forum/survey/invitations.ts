import { createHash, randomBytes } from 'node:crypto';
import { and, asc, eq, gt, inArray, isNull, lte, ne, sql } from 'drizzle-orm';
import { accounts } from '#platform/accounts/tables.ts';
import type { Database } from '#platform/database.ts';
import type { Locale } from '#vocab/language.ts';
import type { Respondent } from './model.ts';
import { surveyInvitations, surveyLinks, surveys } from './tables.ts';

/** Somebody who was asked to answer for a state or a mechanism. */
export interface Invitation {
  id: string;
  survey: string;
  kind: Respondent['kind'];
  code: string;
  /** The account of a focal point or coordinator; null for a colleague one of them asked. */
  invitee: string | null;
  name: string;
  /** Where mail goes; empty where the address is not kept any more. */
  email: string;
  language: Locale;
  /** Who asked a colleague. */
  actor: string | null;
  invitedAt: Date;
  endedAt: Date | null;
}

const COLUMNS = {
  id: surveyInvitations.id,
  survey: surveyInvitations.survey,
  kind: surveyInvitations.kind,
  code: surveyInvitations.code,
  invitee: surveyInvitations.invitee,
  name: sql<string>`coalesce(${accounts.name}, ${surveyInvitations.name})`,
  email: sql<string>`coalesce(${accounts.email}, ${surveyInvitations.email})`,
  language: sql<Locale>`coalesce(${accounts.language}, ${surveyInvitations.language})`,
  actor: surveyInvitations.actor,
  invitedAt: surveyInvitations.invitedAt,
  endedAt: surveyInvitations.endedAt,
};

const select = (db: Database) =>
  db.select(COLUMNS).from(surveyInvitations).leftJoin(accounts, eq(accounts.id, surveyInvitations.invitee));

/** Everybody who was asked in a survey and whose invitation stands, in the order in which they were. */
export async function invitationsOf(db: Database, survey: string): Promise<Invitation[]> {
  return select(db)
    .where(and(eq(surveyInvitations.survey, survey), isNull(surveyInvitations.endedAt)))
    .orderBy(asc(surveyInvitations.invitedAt), asc(surveyInvitations.id));
}

/** One invitation; null where there is none, or it was taken back. */
export async function invitationWith(db: Database, id: string): Promise<Invitation | null> {
  const [row] = await select(db).where(
    and(sql`${surveyInvitations.id}::text = ${id}`, isNull(surveyInvitations.endedAt)),
  );
  return row ?? null;
}

/** Writes an invitation. False where that account was asked already. */
export async function insertInvitation(tx: Database, row: typeof surveyInvitations.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(surveyInvitations)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: surveyInvitations.id });
  return made.length > 0;
}

/** Takes an invitation back: its links lead nowhere, and a colleague's address is forgotten. */
export async function endInvitation(tx: Database, id: string, at: Date): Promise<void> {
  await tx.delete(surveyLinks).where(eq(surveyLinks.invitation, id));
  await tx.update(surveyInvitations).set({ endedAt: at, email: '' }).where(eq(surveyInvitations.id, id));
}

/** Forgets the addresses of colleagues in surveys that ended before `until`: they had no account, and are asked nothing more. */
export async function forgetAddresses(tx: Database, until: Date): Promise<void> {
  const over = tx.select({ id: surveys.id }).from(surveys).where(lte(surveys.closedAt, until));
  await tx
    .update(surveyInvitations)
    .set({ email: '' })
    .where(
      and(isNull(surveyInvitations.invitee), ne(surveyInvitations.email, ''), inArray(surveyInvitations.survey, over)),
    );
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** How long after the end a personal link still shows what was handed in, in days: until the next survey of the year. */
const READABLE_DAYS = 365;

/** Until when the personal links of a survey that ends at a moment hold. What they open takes answers until that end, and is only read from then on. */
export function readableUntil(end: Date): Date {
  return new Date(end.getTime() + READABLE_DAYS * 24 * 60 * 60_000);
}

/** Makes a personal link that holds until a moment and gives its secret part, which is kept nowhere. */
export async function makeSurveyLink(db: Database, invitation: string, expiresAt: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.insert(surveyLinks).values({ hash: hashOf(token), invitation, expiresAt });
  return token;
}

/** The invitation a link is for; null where it holds no more, was taken back, or never was. */
export async function invitationByToken(db: Database, now: Date, token: string): Promise<Invitation | null> {
  if (token === '') return null;
  const [row] = await select(db)
    .innerJoin(surveyLinks, eq(surveyLinks.invitation, surveyInvitations.id))
    .where(and(eq(surveyLinks.hash, hashOf(token)), gt(surveyLinks.expiresAt, now), isNull(surveyInvitations.endedAt)));
  return row ?? null;
}

/** Lets the links of a survey hold until another moment. */
export async function moveLinks(tx: Database, survey: string, expiresAt: Date): Promise<void> {
  const its = tx
    .select({ id: surveyInvitations.id })
    .from(surveyInvitations)
    .where(eq(surveyInvitations.survey, survey));
  await tx.update(surveyLinks).set({ expiresAt }).where(inArray(surveyLinks.invitation, its));
}
