import { v7 as uuidv7 } from 'uuid';
import { accountById } from '#platform/accounts/store.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { recordAct } from '#platform/history.ts';
import { queueMail } from '#platform/mail/queue.ts';
import type { Complaint } from '#platform/problem.ts';
import { allPersons, dayOf, demand, may, type Role, runsOn, statesOf, type Subject } from '#forum/people/index.ts';
import type { Practice } from '#forum/practices/index.ts';
import { type AnswerForm, type AskForm, readAnswer, readAsk } from './model.ts';
import {
  insertRequest,
  type ReplicationRequest,
  requestsAbout,
  requestsBy,
  requestWithId,
  waitingSince,
  writeAnswer,
} from './store.ts';

/** What is wrong with what was typed; each names its field. */
export type Refused = { complaints: Complaint[] };

/** Whose a practice is, for permission: what belongs to a state has no other owner. */
export function ownerOf({ ownerState, ownerAccount }: Pick<Practice, 'ownerState' | 'ownerAccount'>): Subject {
  return ownerState === null ? { account: ownerAccount } : { state: ownerState };
}

/**
 * Asks whoever is responsible for a practice how to take it up elsewhere. They are told by mail; nothing becomes public, and no
 * address is given away.
 */
export async function askToReplicate(ctx: Context, practice: Practice, form: AskForm): Promise<true | Refused> {
  const { account } = ctx.actor;
  demand(ctx.actor, 'replication.ask', { account });
  const asked = readAsk(form);
  if ('complaints' in asked) return asked;
  return ctx.db.transaction(async (tx) => {
    const id = uuidv7();
    const row = { id, practice: practice.id, account: account!, askedAt: ctx.now, ...asked };
    if (!(await insertRequest(tx, row)))
      return { complaints: [{ name: 'message', notice: { key: 'replication.waits-already' as const } }] };
    for (const owner of await whoAnswersFor(tx, practice, ctx.now))
      await mailTo(tx, ctx, owner, 'replication-asked', { request: id });
    await recordAct(tx, ctx, 'replication.ask', { request: id, practice: practice.id });
    return true;
  });
}

/** When the actor asked about a practice and has no answer yet; null where they wait for none. */
export async function askedSince(ctx: Context, practice: Practice): Promise<Date | null> {
  const { account } = ctx.actor;
  if (account === null || !may(ctx.actor, 'replication.ask', { account })) return null;
  return waitingSince(ctx.db, practice.id, account);
}

/**
 * The accounts of those who answer for a practice: the focal points of its state, or its owner, or where there is neither the
 * Support Unit.
 */
async function whoAnswersFor(tx: Database, practice: Practice, now: Date): Promise<string[]> {
  const persons = await allPersons(tx);
  const holding = (role: Role, of: string | null) =>
    persons.flatMap(({ account, terms }) =>
      account !== null && terms.some((term) => term.role === role && term.of === of && runsOn(term, dayOf(now)))
        ? [account]
        : [],
    );
  const { ownerState, ownerAccount } = practice;
  const owners = ownerState !== null ? holding('focal-point', ownerState) : ownerAccount === null ? [] : [ownerAccount];
  return owners.length > 0 ? owners : holding('support-unit', null);
}

async function mailTo(
  tx: Database,
  ctx: Context,
  account: string,
  letter: string,
  data: Record<string, string>,
): Promise<void> {
  const to = await accountById(tx, account);
  if (to) await queueMail(tx, ctx.now, { to: to.email, letter, data, locale: to.language });
}

/** What places ask about practices the actor answers for, the newest first: what waits, and what was answered. */
export async function requestsFor(ctx: Context): Promise<ReplicationRequest[]> {
  if (may(ctx.actor, 'replication.answer')) return requestsAbout(ctx.db, null);
  const found = await requestsAbout(ctx.db, { states: statesOf(ctx.actor), account: ctx.actor.account });
  return found.filter(({ practice }) => may(ctx.actor, 'replication.answer', ownerOf(practice)));
}

/** What the actor asked, the newest first. What was withdrawn since is not told of. */
export async function ownRequests(ctx: Context): Promise<ReplicationRequest[]> {
  const { account } = ctx.actor;
  if (account === null || !may(ctx.actor, 'replication.ask', { account })) return [];
  const asked = await requestsBy(ctx.db, account);
  return asked.filter(({ practice }) => practice.standing !== 'withdrawn');
}

/**
 * Answers a question. After a yes each side is mailed the other's address; after a "not now" no address is given. Null where there
 * is no such question, or it is not the actor's to answer.
 */
export async function answerRequest(ctx: Context, id: string, form: AnswerForm): Promise<true | Refused | null> {
  const request = await requestWithId(ctx.db, id);
  if (!request || !may(ctx.actor, 'replication.answer', ownerOf(request.practice))) return null;
  const said = readAnswer(form);
  if ('complaints' in said) return said;
  return ctx.db.transaction(async (tx) => {
    const { answer, text: answerText } = said;
    const written = { answer, answerText, answeredAt: ctx.now, answeredBy: ctx.actor.name };
    if (!(await writeAnswer(tx, id, written)))
      return { complaints: [{ name: 'answer', notice: { key: 'replication.answered-already' as const } }] };
    const by = ctx.actor.account ?? '';
    await mailTo(tx, ctx, request.account, 'replication-answered', { request: id, by });
    if (answer === 'yes') await mailTo(tx, ctx, by, 'replication-introduced', { request: id });
    await recordAct(tx, ctx, 'replication.answer', { request: id, answer });
    return true;
  });
}
