import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Context } from './context.ts';
import { alone, type Database } from './database.ts';
import { audit, outbox, versions } from './tables.ts';

/** One state of a thing, as it was written. */
export interface Version {
  number: number;
  at: Date;
  actor: string;
  action: string;
  /** On whose behalf it was made, as the forum writes it; null where that was nobody else. */
  behalf: unknown;
  content: unknown;
}

/** A change to be kept: the state after it, what it was made from where that was a file, and on whose behalf where that was somebody else's. */
export interface Change {
  subject: string;
  number: number;
  action: string;
  content: unknown;
  received?: unknown;
  behalf?: unknown;
}

/** Rows in one statement: both databases take at most 65,535 parameters in one, and a statement is held in memory. */
export const BATCH = 500;

/**
 * Writes the versions of these changes and their outbox events, inside the caller's transaction. The outbox lock is held
 * to the end of the transaction, so that events become visible in the order of their numbers and a follower misses none.
 */
export async function recordChanges(tx: Database, ctx: Context, kind: string, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  await alone(tx, 'outbox');
  const common = { kind, at: ctx.now, actor: ctx.actor.name, account: ctx.actor.account };
  for (let from = 0; from < changes.length; from += BATCH) {
    // One value for all rows of a statement: binding each on its own takes longer than writing them.
    const batch = JSON.stringify(changes.slice(from, from + BATCH).map((change) => ({ ...common, ...change })));
    await tx.execute(
      sql`insert into ${versions} select * from jsonb_populate_recordset(null::versions, ${batch}::jsonb)`,
    );
    await tx.execute(sql`insert into ${outbox} (at, kind, subject)
      select at, kind, subject from jsonb_populate_recordset(null::versions, ${batch}::jsonb)`);
  }
}

/** Tells whoever follows the outbox that something happened which is no version: a turn, a remark. In the caller's transaction. */
export async function announce(tx: Database, ctx: Context, kind: string, subject: string): Promise<void> {
  await alone(tx, 'outbox');
  await tx.insert(outbox).values({ at: ctx.now, kind, subject });
}

/** Writes one audit line: what was done, by whom, with what result, and by which personal token where it was by one. */
export async function recordAct(tx: Database, ctx: Context, action: string, detail: object): Promise<void> {
  const { name, account, token } = ctx.actor;
  const said = token ? { ...detail, token: token.id } : detail;
  await tx.insert(audit).values({ id: uuidv7(), at: ctx.now, actor: name, account, action, detail: said });
}

/** What somebody did with an account, the first thing first: the audit lines, and the versions that came of them. */
export async function actsOf(
  db: Database,
  account: string,
): Promise<{
  acts: { at: Date; action: string; detail: unknown }[];
  versions: { at: Date; action: string; kind: string; subject: string; number: number }[];
}> {
  return {
    acts: await db
      .select({ at: audit.at, action: audit.action, detail: audit.detail })
      .from(audit)
      .where(eq(audit.account, account))
      .orderBy(asc(audit.at), asc(audit.id)),
    versions: await db
      .select({
        at: versions.at,
        action: versions.action,
        kind: versions.kind,
        subject: versions.subject,
        number: versions.number,
      })
      .from(versions)
      .where(eq(versions.account, account))
      .orderBy(asc(versions.at)),
  };
}

const VERSION = {
  number: versions.number,
  at: versions.at,
  actor: versions.actor,
  action: versions.action,
  behalf: versions.behalf,
  content: versions.content,
};

/** Every version of a thing, the first one first. */
export async function versionsOf(db: Database, subject: string): Promise<Version[]> {
  return db.select(VERSION).from(versions).where(eq(versions.subject, subject)).orderBy(asc(versions.number));
}

/** One version of a thing, without reading the others; null where there is none with that number. */
export async function versionAt(db: Database, subject: string, number: number): Promise<Version | null> {
  const [row] = await db
    .select(VERSION)
    .from(versions)
    .where(and(eq(versions.subject, subject), eq(versions.number, number)));
  return row ?? null;
}

/** How far the outbox has come; 0 when nothing has happened yet. */
export async function outboxHead(db: Database): Promise<number> {
  const [row] = await db.select({ head: sql<string | null>`max(${outbox.sequence})` }).from(outbox);
  return Number(row?.head ?? 0);
}

/** What changed after `sequence`, each thing once. */
export async function changedSince(db: Database, kind: string, sequence: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ subject: outbox.subject })
    .from(outbox)
    .where(and(eq(outbox.kind, kind), gt(outbox.sequence, sequence)));
  return rows.map((row) => row.subject);
}

/** Whether an act of this name was ever done here. */
export async function everDone(db: Database, action: string): Promise<boolean> {
  return (await db.$count(audit, eq(audit.action, action))) > 0;
}
