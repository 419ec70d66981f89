import { v7 as uuidv7 } from 'uuid';
import { accounts } from '#platform/accounts/tables.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { recordAct } from '#platform/history.ts';
import { queueMail } from '#platform/mail/queue.ts';
import { AREAS } from '#vocab/countries.ts';
import { actorsOn, demand } from '#forum/people/index.ts';
import { CHANGED, type Refused, writeSurvey } from './building.ts';
import { openingComplaints } from './content.ts';
import { insertInvitation, type Invitation, invitationsOf, moveLinks, readableUntil } from './invitations.ts';
import type { Survey } from './model.ts';
import { progressOf } from './responses.ts';
import { surveyWith } from './store.ts';
import { readTimes, type TimesForm } from './times.ts';

/** Opens a draft until a time: what it asks is locked, and every focal point and coordinator is invited. Null where there is no draft. */
export async function openSurvey(
  ctx: Context,
  id: string,
  version: number,
  form: TimesForm,
): Promise<Survey | Refused | null> {
  demand(ctx.actor, 'survey.build');
  const before = await surveyWith(ctx.db, id);
  if (!before || before.state !== 'draft' || before.hiddenAt) return null;
  if (before.version !== version) return CHANGED;
  const wrong = openingComplaints(before.content);
  const times = readTimes(ctx.now, form);
  if ('complaints' in times) return { complaints: [...wrong, ...times.complaints] };
  if (wrong.length > 0) return { complaints: wrong };
  const opened: Survey = { ...before, ...times, state: 'open', openedAt: ctx.now, openedVersion: version + 1 };
  return writeSurvey(ctx, opened, 'survey.opened', async (tx, survey) => {
    await inviteMissing(tx, ctx.now, survey);
  });
}

/** Sets other times for an open survey: links answer until the new end, and reminders count from it. */
export async function changeTimes(
  ctx: Context,
  id: string,
  version: number,
  form: TimesForm,
): Promise<Survey | Refused | null> {
  demand(ctx.actor, 'survey.build');
  const before = await surveyWith(ctx.db, id);
  if (!before || before.state !== 'open') return null;
  if (before.version !== version) return CHANGED;
  const times = readTimes(ctx.now, form);
  if ('complaints' in times) return times;
  const changed: Survey = { ...before, ...times, remindedDays: [] };
  return writeSurvey(ctx, changed, 'survey.times-changed', (tx, survey) =>
    moveLinks(tx, survey.id, readableUntil(times.closesAt)),
  );
}

/** Closes an open survey now: links only read from then on. Null where there is none. */
export async function closeSurvey(ctx: Context, id: string): Promise<Survey | Refused | null> {
  demand(ctx.actor, 'survey.build');
  const before = await surveyWith(ctx.db, id);
  if (!before || before.state !== 'open') return null;
  return writeSurvey(ctx, { ...before, state: 'closed', closedAt: ctx.now }, 'survey.closed', (tx, survey) =>
    moveLinks(tx, survey.id, readableUntil(ctx.now)),
  );
}

const RESPONDING: Record<string, 'state' | 'mechanism'> = {
  'focal-point': 'state',
  'mechanism-coordinator': 'mechanism',
};

/** Invites those focal points and coordinators of today who were not invited yet. Says how many. */
export async function inviteMissing(tx: Database, now: Date, survey: Survey): Promise<number> {
  const asked = new Set(
    (await invitationsOf(tx, survey.id)).map(({ kind, code, invitee }) => `${kind} ${code} ${invitee}`),
  );
  const missing = (await actorsOn(tx, now)).flatMap(({ account, roles }) =>
    roles.flatMap(({ role, of }) => {
      const kind = RESPONDING[role];
      return kind && of !== null && !asked.has(`${kind} ${of} ${account}`) ? [{ account, kind, code: of }] : [];
    }),
  );
  if (missing.length === 0) return 0;
  const addresses = new Map(
    (await tx.select({ id: accounts.id, email: accounts.email, language: accounts.language }).from(accounts)).map(
      (row) => [row.id, row],
    ),
  );
  let invited = 0;
  for (const { account, kind, code } of missing) {
    const { email, language } = addresses.get(account)!;
    const id = uuidv7();
    const row = { id, survey: survey.id, kind, code, invitee: account, name: '', email: '', language, invitedAt: now };
    if (!(await insertInvitation(tx, row))) continue;
    const data = { invitation: id, account, reminder: '' };
    await queueMail(tx, now, { to: email, letter: 'survey-invitation', data, locale: language });
    invited++;
  }
  return invited;
}

/** Invites whoever was not yet, and reminds those who were and whose state or mechanism has not sent a response. Null where the survey is not open. */
export async function remind(ctx: Context, id: string): Promise<{ invited: number; reminded: number } | null> {
  demand(ctx.actor, 'survey.build');
  const survey = await surveyWith(ctx.db, id);
  if (!survey || survey.state !== 'open') return null;
  return ctx.db.transaction(async (tx) => {
    const reminded = await remindThose(tx, ctx.now, survey);
    const invited = await inviteMissing(tx, ctx.now, survey);
    await recordAct(tx, ctx, 'survey.reminded', { survey: survey.id, invited, reminded });
    return { invited, reminded };
  });
}

/** Queues a reminder to everybody invited for whom nobody has sent a response. */
export async function remindThose(tx: Database, now: Date, survey: Survey): Promise<number> {
  const waiting = await waitingInvitations(tx, survey.id);
  for (const { id, email, language, invitee } of waiting) {
    const data = { invitation: id, reminder: 'yes', ...(invitee !== null && { account: invitee }) };
    await queueMail(tx, now, { to: email, letter: 'survey-invitation', data, locale: language });
  }
  return waiting.length;
}

async function waitingInvitations(db: Database, survey: string): Promise<Invitation[]> {
  const sent = new Set(
    (await progressOf(db, survey)).filter(({ sentAt }) => sentAt).map(({ kind, code }) => `${kind} ${code}`),
  );
  return (await invitationsOf(db, survey)).filter(
    ({ kind, code, email }) => email !== '' && !sent.has(`${kind} ${code}`),
  );
}

/** Where a respondent of a survey stands. */
export interface Standing {
  kind: 'state' | 'mechanism';
  code: string;
  /** Those who were asked for it; empty for a late answer of a state nobody was asked for. */
  asked: Invitation[];
  state: 'waiting' | 'begun' | 'sent';
  sentAt: Date | null;
  onBehalf: boolean;
  receivedFrom: string;
}

/**
 * How far a survey has come, for its hosts: every respondent that was asked or answered, and the member states for which nobody was
 * asked, since they had no focal point while it was open.
 */
export async function standingOf(
  ctx: Context,
  survey: Survey,
): Promise<{ respondents: Standing[]; unreached: string[] }> {
  demand(ctx.actor, 'survey.build');
  const [asked, progress] = [await invitationsOf(ctx.db, survey.id), await progressOf(ctx.db, survey.id)];
  const keys = new Set([...asked, ...progress].map(({ kind, code }) => `${kind} ${code}`));
  const respondents = [...keys].map((key): Standing => {
    const its = <One extends { kind: string; code: string }>(list: One[]) =>
      list.filter(({ kind, code }) => `${kind} ${code}` === key);
    const [kind, code] = key.split(' ') as [Standing['kind'], string];
    const [response] = its(progress);
    const { sentAt = null, onBehalf = false, receivedFrom = '' } = response ?? {};
    return {
      kind,
      code,
      asked: its(asked),
      state: sentAt ? 'sent' : response ? 'begun' : 'waiting',
      sentAt,
      onBehalf,
      receivedFrom,
    };
  });
  const reached = new Set(respondents.filter(({ kind }) => kind === 'state').map(({ code }) => code));
  const unreached = AREAS.filter(({ state, code }) => state === 'member' && !reached.has(code)).map(({ code }) => code);
  return { respondents, unreached };
}
