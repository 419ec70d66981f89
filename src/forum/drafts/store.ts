import { and, asc, desc, eq, inArray, isNotNull, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { type Locale, LOCALES } from '#vocab/language.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { announce, versionAt } from '#platform/history.ts';
import { type DraftForm, emptyForm } from './form.ts';
import { type Checklist, OPEN, type Stage, type Turn } from './model.ts';
import { draftComments, drafts, draftTurns } from './tables.ts';

export type Draft = typeof drafts.$inferSelect;
export type DraftTurn = typeof draftTurns.$inferSelect;
export type DraftComment = typeof draftComments.$inferSelect;
/** A draft in a list: without its texts. */
export type DraftLine = Omit<Draft, 'form' | 'checklist' | 'handedInFor'> & {
  title: string;
  /** The language it is written in, as the form says. */
  language: string;
  /** Its translations, by language; null where a form was kept before there was one. */
  titles: Record<Locale, string | null>;
  /** How many remarks on it are not settled. */
  remarks: number;
};

/** Lists of drafts are never longer than this; what waits longest comes first. */
export const MOST_LISTED = 200;

/** A form as it is kept, with the fields that have been added since it was. */
function whole(form: DraftForm): DraftForm {
  return { ...emptyForm('en'), ...form };
}

/** A draft by its id; null where there is none, whatever was sent as an id. With `hold`, nobody else changes it in this transaction. */
export async function draftById(db: Database, id: string, hold = false): Promise<Draft | null> {
  // PostgreSQL has no NUL in its texts, and refuses a question that holds one.
  if (id.includes('\0')) return null;
  const query = db
    .select()
    .from(drafts)
    .where(sql`${drafts.id}::text = ${id}`);
  const [row] = await (hold ? query.for('update') : query);
  return row ? { ...row, form: whole(row.form) } : null;
}

/** The open draft of a practice; null where nobody works on one. */
export async function openDraftOf(db: Database, practice: string): Promise<Draft | null> {
  const [row] = await db
    .select()
    .from(drafts)
    .where(and(eq(drafts.practice, practice), inArray(drafts.stage, [...OPEN])));
  return row ? { ...row, form: whole(row.form) } : null;
}

/** What was said of the checklist when a practice was last published from a draft; nothing where it never was. */
export async function publishedChecklist(db: Database, practice: string): Promise<Checklist> {
  const [row] = await db
    .select({ checklist: drafts.checklist })
    .from(drafts)
    .where(and(eq(drafts.practice, practice), eq(drafts.stage, 'published')))
    .orderBy(desc(drafts.stageSince), desc(drafts.id))
    .limit(1);
  return row?.checklist ?? {};
}

/** Writes a new draft. */
export async function insertDraft(tx: Database, draft: Draft): Promise<void> {
  await tx.insert(drafts).values(draft);
}

/** Writes what changed of a draft. */
export async function updateDraft(tx: Database, id: string, change: Partial<Draft>): Promise<void> {
  await tx.update(drafts).set(change).where(eq(drafts.id, id));
}

/** The form as it was saved with a version number; null where that was never saved. */
export async function formAt(db: Database, draft: string, number: number): Promise<DraftForm | null> {
  const version = await versionAt(db, draft, number);
  return version ? whole(version.content as DraftForm) : null;
}

/** The form that somebody read who names the version `base`; the present one where there never was such a version. */
export async function formRead(db: Database, draft: Draft, base: number): Promise<DraftForm> {
  return base === draft.version ? draft.form : ((await formAt(db, draft.id, base)) ?? draft.form);
}

const LINE = {
  id: drafts.id,
  practice: drafts.practice,
  practiceVersion: drafts.practiceVersion,
  stage: drafts.stage,
  version: drafts.version,
  ownerState: drafts.ownerState,
  ownerAccount: drafts.ownerAccount,
  organisation: drafts.organisation,
  authorName: drafts.authorName,
  account: drafts.account,
  reviewer: drafts.reviewer,
  secondWanted: drafts.secondWanted,
  secondReviewer: drafts.secondReviewer,
  createdAt: drafts.createdAt,
  updatedAt: drafts.updatedAt,
  handedInAt: drafts.handedInAt,
  stageSince: drafts.stageSince,
  title: sql<string>`${drafts.form}->>'title'`,
  language: sql<string>`${drafts.form}->>'language'`,
  titles: sql<Record<Locale, string | null>>`jsonb_build_object(${sql.raw(
    LOCALES.map((locale) => `'${locale}', drafts.form->>'title.${locale}'`).join(', '),
  )})`,
  remarks: sql<number>`(select count(*)::int from draft_comments where draft = drafts.id and settled_at is null)`,
};

/** Drafts without their texts, those that are longest in their stage first. */
export async function listed(db: Database, which: SQL | undefined, stages: readonly Stage[]): Promise<DraftLine[]> {
  return db
    .select(LINE)
    .from(drafts)
    .where(and(which, inArray(drafts.stage, [...stages])))
    .orderBy(asc(drafts.stageSince), asc(drafts.id))
    .limit(MOST_LISTED);
}

/** Which part of a list: from which line on, and how many at most. */
interface Part {
  from: number;
  most: number;
}

interface Page {
  total: number;
  lines: DraftLine[];
}

/** A part of the drafts there are, those that are longest in their stage first, and how many there are in all. */
async function pageOf(db: Database, which: SQL | undefined, { from, most }: Part): Promise<Page> {
  const lines = await db
    .select(LINE)
    .from(drafts)
    .where(which)
    .orderBy(asc(drafts.stageSince), asc(drafts.id))
    .offset(from)
    .limit(most);
  return { total: await db.$count(drafts, which), lines };
}

/** The drafts of these states and of this account, in these stages. */
export async function draftsOwnedBy(
  db: Database,
  { states, account }: { states: readonly string[]; account: string | null },
  stages: readonly Stage[],
): Promise<DraftLine[]> {
  const mine = account === null ? undefined : eq(drafts.ownerAccount, account);
  const ours = states.length === 0 ? undefined : inArray(drafts.ownerState, [...states]);
  if (!mine && !ours) return [];
  return listed(db, or(mine, ours), stages);
}

/**
 * Drafts in these stages that were handed in once, or of them those a curator looks after, or nobody yet does: how many, and a
 * page of them, what waits longest first. `reviewer`: undefined for anybody's, null for nobody's.
 */
export async function draftsIn(
  db: Database,
  { stages, reviewer }: { stages: readonly Stage[]; reviewer?: string | null },
  part: Part,
): Promise<Page> {
  const whose =
    reviewer === undefined ? undefined : reviewer === null ? isNull(drafts.reviewer) : eq(drafts.reviewer, reviewer);
  const which = and(inArray(drafts.stage, [...stages]), isNotNull(drafts.handedInAt), whose);
  return pageOf(db, which, part);
}

/** A page of the drafts of these states and of this account, in these stages, those that wait longest first, and how many there are. */
export async function pageOwnedBy(
  db: Database,
  { states, account }: { states: readonly string[]; account: string | null },
  stages: readonly Stage[],
  part: Part,
): Promise<Page> {
  const mine = account === null ? sql`false` : eq(drafts.ownerAccount, account);
  const ours = states.length === 0 ? undefined : inArray(drafts.ownerState, [...states]);
  const which = and(or(mine, ours), inArray(drafts.stage, [...stages]));
  return pageOf(db, which, part);
}

/** The first of the open drafts of organisations that are neither of these states nor of this account, and how many there are. */
export async function draftsOfOrganisations(
  db: Database,
  organisations: readonly string[],
  { states, account }: { states: readonly string[]; account: string | null },
  most: number,
): Promise<Page> {
  const which = and(
    inArray(drafts.organisation, [...organisations]),
    inArray(drafts.stage, [...OPEN]),
    sql`${drafts.ownerAccount} is distinct from ${account}`,
    states.length === 0 ? undefined : or(isNull(drafts.ownerState), notInArray(drafts.ownerState, [...states])),
  );
  return pageOf(db, which, { from: 0, most });
}

/** Notes that a turn was taken, or that something else happened to a draft, and tells whoever follows. */
export async function recordTurn(tx: Database, ctx: Context, draft: string, action: string, note = ''): Promise<void> {
  const { account, name } = ctx.actor;
  const id = uuidv7();
  await tx.insert(draftTurns).values({ id, draft, at: ctx.now, account, actor: name, action, note });
  await announce(tx, ctx, 'draft-turn', id);
}

/** What happened to a draft, the latest first. */
export async function turnsOf(db: Database, draft: string): Promise<DraftTurn[]> {
  return db
    .select()
    .from(draftTurns)
    .where(eq(draftTurns.draft, draft))
    .orderBy(desc(draftTurns.at), desc(draftTurns.id))
    .limit(MOST_LISTED);
}

/** The last turn of a kind, with what was said at it; null where there was none. */
export async function lastTurn(db: Database, draft: string, action: Turn): Promise<DraftTurn | null> {
  const [row] = await db
    .select()
    .from(draftTurns)
    .where(and(eq(draftTurns.draft, draft), eq(draftTurns.action, action)))
    .orderBy(desc(draftTurns.at), desc(draftTurns.id))
    .limit(1);
  return row ?? null;
}

/** Writes a remark. */
export async function insertComment(
  tx: Database,
  ctx: Context,
  draft: string,
  comment: { field: string | null; text: string },
): Promise<string> {
  const id = uuidv7();
  const { account, name } = ctx.actor;
  await tx.insert(draftComments).values({ id, draft, at: ctx.now, account, actor: name, settledAt: null, ...comment });
  await announce(tx, ctx, 'draft-remark', id);
  return id;
}

/** The remarks on a draft, the oldest first. */
export async function commentsOf(db: Database, draft: string): Promise<DraftComment[]> {
  return db
    .select()
    .from(draftComments)
    .where(eq(draftComments.draft, draft))
    .orderBy(asc(draftComments.at), asc(draftComments.id))
    .limit(MOST_LISTED);
}

/** Settles a remark, or opens it again. False where the draft has no such remark. */
export async function setSettled(tx: Database, draft: string, id: string, at: Date | null): Promise<boolean> {
  if (id.includes('\0')) return false;
  const done = await tx
    .update(draftComments)
    .set({ settledAt: at })
    .where(and(eq(draftComments.draft, draft), sql`${draftComments.id}::text = ${id}`))
    .returning({ id: draftComments.id });
  return done.length > 0;
}
