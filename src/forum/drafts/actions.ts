import { v7 as uuidv7 } from 'uuid';
import { isLocale, type Locale } from '#vocab/language.ts';
import type { Actor, Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { recordAct, recordChanges } from '#platform/history.ts';
import type { Complaint } from '#platform/problem.ts';
import { dayOf, demand, may, nameIn, organisationOfAccount, statesOf, type Subject } from '#forum/people/index.ts';
import { contentOf, type Party, practicesAt, practiceWithId, tidied } from '#forum/practices/index.ts';
import { type DraftForm, emptyForm, formOf, readForm, settled } from './form.ts';
import { changedFields, type Conflict, mergeForms } from './merge.ts';
import { isWritable, OPEN, type Stage, stageAfter, type Turn, TURNS } from './model.ts';
import {
  type Draft,
  draftById,
  type DraftLine,
  draftsOwnedBy,
  formAt,
  formRead,
  insertDraft,
  openDraftOf,
  publishedChecklist,
  recordTurn,
  updateDraft,
} from './store.ts';

/** What permission on a draft or a practice depends on: whose it is. */
export function ownership({ ownerState, ownerAccount }: Pick<Draft, 'ownerState' | 'ownerAccount'>): Subject {
  return { state: ownerState, account: ownerAccount };
}

/**
 * Whose a new draft is. A focal point writes for her state, and what she writes is the state's alone: whoever follows her in the
 * post goes on with it. A contributor of a state keeps it as well; whoever has no state keeps it alone.
 */
function ownerOfNew(ctx: Context): Pick<Draft, 'ownerState' | 'ownerAccount'> {
  const [state] = statesOf(ctx.actor);
  if (state !== undefined) return { ownerState: state, ownerAccount: null };
  const contributes = ctx.actor.roles.find(({ role, of }) => role === 'contributor' && of !== null);
  return { ownerState: contributes?.of ?? null, ownerAccount: ctx.actor.account };
}

/** The draft with an id, for whoever may see it; null for everybody else, as if there were none. */
export async function draftFor(ctx: Context, id: string): Promise<Draft | null> {
  const draft = await draftById(ctx.db, id);
  return draft && may(ctx.actor, 'drafts.read', ownership(draft)) ? draft : null;
}

/** Begins a draft of a new practice, with what was typed already; gives its id. */
export async function beginDraft(ctx: Context, typed: Partial<DraftForm> = {}): Promise<string> {
  const owner = ownerOfNew(ctx);
  demand(ctx.actor, 'drafts.write', ownership(owner));
  const language: Locale = isLocale(typed.language) ? typed.language : ctx.locale;
  const { account } = ctx.actor;
  const home = account === null ? null : await organisationOfAccount(ctx.db, account, dayOf(ctx.now));
  // Whoever belongs to an organisation mostly writes for it; where not, the name is there to be changed.
  const form = { ...emptyForm(language), owner: home ? nameIn(home, language) : '', ...typed };
  const organisation = home?.id ?? null;
  return ctx.db.transaction((tx) =>
    begin(tx, ctx, { form, practice: null, practiceVersion: null, organisation, ...owner }),
  );
}

type Beginning = Pick<Draft, 'form' | 'practice' | 'practiceVersion' | 'ownerState' | 'ownerAccount'> &
  Partial<Pick<Draft, 'organisation'>>;

async function begin(tx: Database, ctx: Context, beginning: Beginning): Promise<string> {
  const id = uuidv7();
  await insertDraft(tx, {
    id,
    organisation: null,
    ...beginning,
    stage: 'draft',
    version: 1,
    authorName: ctx.actor.name,
    account: ctx.actor.account,
    reviewer: null,
    secondWanted: false,
    secondReviewer: null,
    checklist: beginning.practice === null ? {} : await publishedChecklist(tx, beginning.practice),
    createdAt: ctx.now,
    updatedAt: ctx.now,
    handedInAt: null,
    handedInFor: null,
    stageSince: ctx.now,
  });
  await recordChanges(tx, ctx, 'draft', [{ subject: id, number: 1, action: 'draft.begun', content: beginning.form }]);
  await recordTurn(tx, ctx, id, 'begin');
  return id;
}

/**
 * The draft in which a practice is worked on: the open one, which colleagues share, or a new one with what the practice says
 * now. Null where there is no such practice for the actor to change.
 */
export async function changePractice(ctx: Context, practice: string): Promise<string | null> {
  return ctx.db.transaction(async (tx) => {
    const there = await practiceWithId(tx, practice);
    if (!there || there.standing === 'merged' || !may(ctx.actor, 'drafts.write', ownership(there))) return null;
    const open = await openDraftOf(tx, practice);
    if (open) return open.id;
    const { ownerState, ownerAccount, organisation, version } = there;
    const form = formOf(contentOf(there));
    return begin(tx, ctx, { form, practice, practiceVersion: version, ownerState, ownerAccount, organisation });
  });
}

/** Drafts of one's own and of one's states, as long as one holds a role in which they may be seen. */
export async function myDrafts(ctx: Context, stages: readonly Stage[] = OPEN): Promise<DraftLine[]> {
  const lines = await draftsOwnedBy(ctx.db, { states: statesOf(ctx.actor), account: ctx.actor.account }, stages);
  return lines.filter((line) => may(ctx.actor, 'drafts.read', ownership(line)));
}

/** Whether it is the time for somebody who may write in a draft to do so. */
export function isOpenTo(actor: Actor, { stage }: Pick<Draft, 'stage'>): boolean {
  return isWritable(stage, may(actor, 'drafts.review') ? 'curator' : 'owner');
}

/** What becomes of a save. `stale`: it is not the time to write in it (any more). */
export type Saved =
  | { outcome: 'saved'; version: number; form: DraftForm }
  | { outcome: 'conflict'; version: number; form: DraftForm; conflicts: Conflict[] }
  | { outcome: 'stale' };

/**
 * Saves what was typed in some fields of a draft, which were read at version `base`. Whatever others saved in the meantime stays:
 * changes to other fields are brought together; where the same text was changed, theirs stands, what was typed now is kept as
 * a version of its own ("set aside"), and both are given back to be merged by a person. Null where there is no such draft for
 * the actor.
 */
export async function saveDraft(
  ctx: Context,
  id: string,
  base: number,
  typed: Partial<DraftForm>,
): Promise<Saved | null> {
  return ctx.db.transaction(async (tx) => {
    const draft = await draftById(tx, id, true);
    if (!draft || !may(ctx.actor, 'drafts.write', ownership(draft))) return null;
    if (!isOpenTo(ctx.actor, draft)) return { outcome: 'stale' };
    const before = await formRead(tx, draft, base);
    const mine = await withOrigins(tx, settled({ ...before, ...typed }));
    const { form, conflicts } = mergeForms(before, draft.form, mine);
    if (conflicts.length === 0) {
      if (changedFields(draft.form, form).length === 0) return { outcome: 'saved', version: draft.version, form };
      const version = await writeDraft(tx, ctx, draft, form, 'draft.saved');
      return { outcome: 'saved', version, form };
    }
    const aside = await writeDraft(tx, ctx, draft, { ...form, ...ofFields(mine, conflicts) }, 'draft.set-aside');
    const version = await writeDraft(tx, ctx, { ...draft, version: aside }, form, 'draft.saved');
    return { outcome: 'conflict', version, form, conflicts };
  });
}

/** The form with the practices it was taken over from that were written by address put among them; the rest stays where it was typed. */
async function withOrigins(tx: Database, form: DraftForm): Promise<DraftForm> {
  const written = tidied(form.replicatesMore).split('\n').filter(Boolean);
  if (written.length === 0) return form;
  const slugOfLine = (line: string) =>
    decodedSlug(
      line
        .replace(/[?#].*$/, '')
        .split('/')
        .filter(Boolean)
        .at(-1) ?? '',
    );
  const found = await practicesAt(tx, written.map(slugOfLine));
  const isHere = (line: string) => found.has(slugOfLine(line));
  const ids = written.filter(isHere).map((line) => found.get(slugOfLine(line))!.id);
  const replicatesMore = written.filter((line) => !isHere(line)).join('\n');
  return { ...form, replicates: [...new Set([...form.replicates, ...ids])], replicatesMore };
}

function decodedSlug(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function ofFields(form: DraftForm, conflicts: readonly Conflict[]): Partial<DraftForm> {
  return Object.fromEntries(conflicts.map(({ field }) => [field, form[field]]));
}

/** Writes the next version of a draft and gives its number. One that is set aside is kept, and is not the present one. */
export async function writeDraft(
  tx: Database,
  ctx: Context,
  draft: Draft,
  form: DraftForm,
  action: string,
): Promise<number> {
  const number = draft.version + 1;
  const present = action === 'draft.set-aside' ? {} : { form };
  await updateDraft(tx, draft.id, { version: number, updatedAt: ctx.now, ...present });
  await recordChanges(tx, ctx, 'draft', [{ subject: draft.id, number, action, content: form }]);
  return number;
}

/** On whose behalf somebody hands a draft in; null for a curator, who does it for the Forum, and for who belongs to nobody. */
function partyOf({ actor }: Context, { ownerState, organisation }: Draft): Party | null {
  if (may(actor, 'drafts.review')) return null;
  if (ownerState !== null) return { state: ownerState };
  return organisation === null ? null : { organisation };
}

/** Why a turn cannot be taken. */
export type TurnRefused = { missing: ReturnType<typeof readForm>['missing']; complaints: Complaint[] } | 'stale';

/**
 * Takes one of the owner's turns: hand in, answer a question, take back, put away, take out again. To be handed in or answered, the
 * form must be readable, with the little that is required. Null where there is no such draft for the actor.
 */
export async function takeTurn(
  ctx: Context,
  id: string,
  turn: Turn,
  note = '',
): Promise<{ stage: Stage } | TurnRefused | null> {
  return ctx.db.transaction(async (tx) => {
    const draft = await draftById(tx, id, true);
    if (!draft || TURNS[turn].by !== 'owner' || !may(ctx.actor, 'drafts.write', ownership(draft))) return null;
    const stage = stageAfter(draft.stage, turn);
    if (stage === null) return 'stale';
    if (turn === 'hand-in' || turn === 'answer') {
      const { missing, complaints } = readForm(draft.form);
      if (missing.length > 0 || complaints.length > 0) return { missing, complaints };
    }
    if (turn === 'reopen' && draft.practice !== null && (await openDraftOf(tx, draft.practice))) return 'stale';
    const handsIn = turn === 'hand-in' || turn === 'answer';
    await moveTo(tx, ctx, draft, stage, turn, note, handsIn ? { handedInFor: partyOf(ctx, draft) } : {});
    return { stage };
  });
}

/**
 * Moves a draft to a stage and notes it. After the owner had it a second pair of eyes looks anew; what was said of the checklist
 * stands as long as the text does (checklist.ts).
 */
export async function moveTo(
  tx: Database,
  ctx: Context,
  draft: Draft,
  stage: Stage,
  turn: Turn,
  note: string,
  more: Partial<Draft> = {},
): Promise<void> {
  const withOwner = stage === 'draft' || stage === 'question';
  await updateDraft(tx, draft.id, {
    stage,
    stageSince: ctx.now,
    ...(turn === 'hand-in' && { handedInAt: ctx.now }),
    ...(withOwner && { secondReviewer: null }),
    ...more,
  });
  await recordTurn(tx, ctx, draft.id, turn, note);
  await recordAct(tx, ctx, `drafts.${turn}`, { draft: draft.id });
}

/** The form as it was saved with a version becomes the present one, as a version of its own. Null or stale as with a save. */
export async function restoreVersion(ctx: Context, id: string, number: number): Promise<Saved | null> {
  const draft = await draftById(ctx.db, id);
  if (!draft || !may(ctx.actor, 'drafts.write', ownership(draft))) return null;
  const form = await formAt(ctx.db, id, number);
  return form && saveDraft(ctx, id, draft.version, form);
}
