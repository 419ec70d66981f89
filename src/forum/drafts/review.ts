import { v7 as uuidv7 } from 'uuid';
import type { Context } from '#platform/context.ts';
import { alone, type Database } from '#platform/database.ts';
import { recordChanges, versionAt } from '#platform/history.ts';
import { passOn } from '#platform/uploads/store.ts';
import { demand, may, whoMay } from '#forum/people/index.ts';
import {
  contentOf,
  EMPTY_CONTENT,
  insertPractices,
  NEW,
  type Party,
  type Practice,
  type PracticeContent,
  practiceWithId,
  replicatesItself,
  slugGiver,
  slugOf,
  takenSlugs,
  updatePractices,
} from '#forum/practices/index.ts';
import { moveTo, ownership } from './actions.ts';
import { checklistOf, isLookedAt } from './checklist.ts';
import { FORM_FIELDS, type FormField, formOf, readForm } from './form.ts';
import { type Conflict, mergeForms } from './merge.ts';
import {
  isHandedIn,
  type Obstacle,
  OPEN,
  remarkProblem,
  SAID,
  type Stage,
  stageAfter,
  type Turn,
  TURNS,
  wantsSecond,
} from './model.ts';
import { commentsOf, type Draft, draftById, insertComment, recordTurn, setSettled, updateDraft } from './store.ts';

/** A draft that was handed in, for whoever may review it; null for everybody else, as if there were none. */
export async function draftForReview(ctx: Context, id: string): Promise<Draft | null> {
  const draft = may(ctx.actor, 'drafts.review') ? await draftById(ctx.db, id) : null;
  return draft && isHandedIn(draft) ? draft : null;
}

/**
 * Takes one of the curators' turns but publishing: take into review (and look after it), ask the owner, give back. A question and
 * a giving back say why: `unsaid` where they do not. Null where there is no such draft for the actor.
 */
export async function review(
  ctx: Context,
  id: string,
  turn: Turn,
  note = '',
): Promise<{ stage: Stage } | 'stale' | 'unsaid' | null> {
  if (!may(ctx.actor, 'drafts.review') || TURNS[turn].by !== 'curator' || turn === 'publish') return null;
  return ctx.db.transaction(async (tx) => {
    const draft = await draftById(tx, id, true);
    if (!draft) return null;
    const stage = stageAfter(draft.stage, turn);
    if (stage === null) return 'stale';
    if (SAID.includes(turn) && remarkProblem(note) !== null) return 'unsaid';
    const reviewer = turn === 'take' ? ctx.actor.account : (draft.reviewer ?? ctx.actor.account);
    await moveTo(tx, ctx, draft, stage, turn, note.trim(), { reviewer, ...secondUnless(draft, reviewer) });
    return { stage };
  });
}

/** Looks after a draft oneself from now on, and takes it into review where it waits for that. */
export async function lookAfter(ctx: Context, id: string): Promise<boolean> {
  const taken = await review(ctx, id, 'take');
  return taken === 'stale' ? assign(ctx, id, ctx.actor.account) : taken !== null;
}

/** Gives a draft to somebody who curates to look after, or to nobody. False where there is no such draft, or nobody such. */
export async function assign(ctx: Context, id: string, reviewer: string | null): Promise<boolean> {
  return changeReview(ctx, id, async (tx, draft) => {
    const to =
      reviewer === null ? null : (await curators({ ...ctx, db: tx })).find(({ account }) => account === reviewer);
    if (to === undefined) return false;
    await updateDraft(tx, id, { reviewer, ...secondUnless(draft, reviewer) });
    await recordTurn(tx, ctx, id, to === null ? 'unassign' : 'assign', to?.name ?? '');
    return true;
  });
}

/** Everybody to whom a draft can be given, by name. */
export async function curators(ctx: Context): Promise<{ account: string; name: string }[]> {
  demand(ctx.actor, 'drafts.review');
  return whoMay(ctx.db, 'drafts.review', ctx.now);
}

/** Whoever looks after a draft is no second pair of eyes on it. */
function secondUnless(draft: Draft, reviewer: string | null): Partial<Draft> {
  return reviewer !== null && draft.secondReviewer === reviewer ? { secondReviewer: null } : {};
}

/** Asks for a second pair of eyes, or no longer. */
export async function wantSecond(ctx: Context, id: string, wanted: boolean): Promise<boolean> {
  return changeReview(ctx, id, async (tx) => {
    await updateDraft(tx, id, { secondWanted: wanted, secondReviewer: null });
    await recordTurn(tx, ctx, id, wanted ? 'second-wanted' : 'second-not-wanted');
    return true;
  });
}

/** The second pair of eyes has seen it. Not of whoever looks after it already. False where it was not for the actor to do. */
export async function giveSecond(ctx: Context, id: string): Promise<boolean> {
  return changeReview(ctx, id, async (tx, draft) => {
    const { account } = ctx.actor;
    if (!draft.secondWanted || account === null || account === draft.reviewer) return false;
    await updateDraft(tx, id, { secondReviewer: account });
    await recordTurn(tx, ctx, id, 'second-given');
    return true;
  });
}

/** Changes something about the review of a draft that is open. False where there is none, or the change was not to be made. */
export async function changeReview(
  ctx: Context,
  id: string,
  change: (tx: Database, draft: Draft) => Promise<boolean>,
): Promise<boolean> {
  demand(ctx.actor, 'drafts.review');
  return ctx.db.transaction(async (tx) => {
    const draft = await draftById(tx, id, true);
    return draft !== null && isHandedIn(draft) && OPEN.includes(draft.stage) && change(tx, draft);
  });
}

/**
 * Remarks on a draft, on one of its fields or the whole: the owner's and the curators'. Null where there is no such draft for the
 * actor, no such field, or nothing said that can be kept (`remarkProblem`).
 */
export async function comment(ctx: Context, id: string, field: string | null, text: string): Promise<string | null> {
  return ctx.db.transaction(async (tx) => {
    const draft = await draftById(tx, id);
    if (!draft || !may(ctx.actor, 'drafts.write', ownership(draft))) return null;
    if (remarkProblem(text) !== null || (field !== null && !FORM_FIELDS.includes(field as FormField))) return null;
    return insertComment(tx, ctx, id, { field, text: text.trim() });
  });
}

/** Settles a remark, or opens it again. False where there is none for the actor. */
export async function settleComment(ctx: Context, id: string, remark: string, settled: boolean): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const draft = await draftById(tx, id);
    if (!draft || !may(ctx.actor, 'drafts.write', ownership(draft))) return false;
    return setSettled(tx, id, remark, settled ? ctx.now : null);
  });
}

/** What keeps a draft from being published, as far as its own text and review go. */
export async function obstacles(db: Database, draft: Draft): Promise<Obstacle[]> {
  const { content, missing, complaints } = readForm(draft.form);
  const open = (await commentsOf(db, draft.id)).some(({ settledAt }) => settledAt === null);
  const practice = draft.practice === null ? null : await practiceWithId(db, draft.practice);
  return [
    ...(practice?.standing === 'merged' ? ['merged' as const] : []),
    ...(practice && (await replicatesItself(db, practice.id, content.replicates)) ? ['circle' as const] : []),
    ...(missing.length > 0 || complaints.length > 0 ? ['form' as const] : []),
    ...(isLookedAt(await checklistOf(db, draft)) ? [] : ['checks' as const]),
    ...(open ? ['comments' as const] : []),
    ...(wantsSecond(draft) ? ['second-reviewer' as const] : []),
  ];
}

/** What stands against each other: what the catalogue says by now, and what the draft does, with the versions of both that were looked at. */
export interface Standoff {
  outcome: 'conflict';
  conflicts: Conflict[];
  version: number;
  practiceVersion: number;
}

/** What becomes of a publication. A conflict: the catalogue says something else by now than when the draft was begun. */
export type Published =
  { outcome: 'published'; slug: string } | { outcome: 'hindered'; by: Obstacle[] } | Standoff | { outcome: 'stale' };

/**
 * Publishes a draft: a new practice, or the next version of the one it works on, in one transaction with its version, its audit
 * line and its outbox event. Where the practice was changed since the draft was begun, the changes are brought together; what
 * stands against each other is given back, and nothing is published. Null where there is no such draft for the actor.
 */
export async function publish(ctx: Context, id: string): Promise<Published | null> {
  if (!may(ctx.actor, 'drafts.review')) return null;
  return ctx.db.transaction(async (tx): Promise<Published | null> => {
    const draft = await draftById(tx, id, true);
    if (!draft) return null;
    if (stageAfter(draft.stage, 'publish') === null) return { outcome: 'stale' };
    // Before a practice is written, as whoever else changes one does: two who wait for each other would wait for ever.
    await alone(tx, 'outbox');
    const hindered = await obstacles(tx, draft);
    if (hindered.length > 0) return { outcome: 'hindered', by: hindered };
    const before = draft.practice === null ? null : await practiceWithId(tx, draft.practice);
    const merged = before && (await broughtTogether(tx, draft, before));
    if (before && merged && merged.conflicts.length > 0) return conflict(draft, before, merged.conflicts);
    const form = merged?.form ?? draft.form;
    const { content } = readForm(form, before?.source);
    const practice = before ? nextOf(before, content, ctx) : await newOf(tx, draft, content, ctx);
    if (!before) await insertPractices(tx, [practice]);
    else if (!(await updatePractices(tx, [practice]))) return { outcome: 'stale' };
    // What is attached is the practice's from now on, and everybody's to read.
    await passOn(
      tx,
      content.attachments.map(({ id: file }) => file),
      practice.id,
    );
    await recordPractice(tx, ctx, practice, before ? 'practice.updated' : 'practice.published', draft.handedInFor);
    await moveTo(tx, ctx, draft, 'published', 'publish', '', { practice: practice.id, form });
    return { outcome: 'published', slug: practice.slug };
  });
}

/** Writes the version of a practice, with whose text it is where somebody handed it in, and tells whoever follows. */
export async function recordPractice(
  tx: Database,
  ctx: Context,
  practice: Practice,
  action: string,
  behalf: Party | null = null,
): Promise<void> {
  const content = { slug: practice.slug, ...contentOf(practice) };
  await recordChanges(tx, ctx, 'practice', [
    { subject: practice.id, number: practice.version, action, content, behalf },
  ]);
}

/** A draft and its practice as it is by now, brought together; null where the practice is as it was when the draft was begun. */
export async function broughtTogether(tx: Database, draft: Draft, practice: Practice) {
  if (practice.version === draft.practiceVersion) return null;
  const begun = draft.practiceVersion === null ? null : await versionAt(tx, practice.id, draft.practiceVersion);
  const base = formOf({ ...EMPTY_CONTENT, ...(begun?.content as PracticeContent) });
  return mergeForms(base, formOf(contentOf(practice)), draft.form);
}

function nextOf(before: Practice, content: PracticeContent, { now }: Context): Practice {
  return {
    ...before,
    ...content,
    version: before.version + 1,
    // What was withdrawn or archived and is published again is in the catalogue again.
    standing: 'published',
    confirmedAt: now.toISOString(),
    remindedAt: null,
    updatedAt: now.toISOString(),
  };
}

async function newOf(tx: Database, draft: Draft, content: PracticeContent, { now }: Context): Promise<Practice> {
  const wanted = slugOf(content.title);
  const taken = await takenSlugs(tx, [wanted]);
  const at = now.toISOString();
  const { ownerState, ownerAccount, organisation } = draft;
  return {
    ...NEW,
    id: uuidv7(),
    slug: slugGiver()(wanted, (slug) => taken.has(slug)),
    ...content,
    ownerState,
    ownerAccount,
    organisation,
    confirmedAt: at,
    createdAt: at,
    updatedAt: at,
  };
}

/** What stands against each other, with the versions at which it did. */
export function conflict({ version }: Draft, practice: Practice, conflicts: Conflict[]): Standoff {
  return { outcome: 'conflict', conflicts, version, practiceVersion: practice.version };
}
