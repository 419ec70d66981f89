import { v7 as uuidv7 } from 'uuid';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { recordAct } from '#platform/history.ts';
import { readEmailAddress } from '#platform/mail/address.ts';
import { queueMail } from '#platform/mail/queue.ts';
import type { Complaint } from '#platform/problem.ts';
import { isLocale } from '#vocab/language.ts';
import { takesAnswers } from './answering.ts';
import type { Refused } from './building.ts';
import type { Entry } from './entry.ts';
import { endInvitation, insertInvitation, type Invitation, invitationsOf } from './invitations.ts';
import type { Survey } from './model.ts';

/** A colleague who is asked to help, as typed. */
export interface DelegateForm {
  name: string;
  email: string;
  language: string;
}

/** As many colleagues as one response can have at a time. */
const MOST = 10;
const LONGEST_NAME = 120;

/** The colleagues who were asked to help with a response and still may. */
export async function delegatesOf(db: Database, survey: Survey, { respondent }: Entry): Promise<Invitation[]> {
  return (await invitationsOf(db, survey.id)).filter(
    ({ kind, code, invitee }) => invitee === null && kind === respondent.kind && code === respondent.code,
  );
}

/**
 * Asks a colleague to help: a personal link goes to their address, which needs no account. The focal point stays responsible, sees who was
 * asked and can take it back. Null where the entry may not, or it is over.
 */
export async function delegate(
  ctx: Context,
  survey: Survey,
  entry: Entry,
  form: DelegateForm,
): Promise<true | Refused | null> {
  if (!entry.principal || !takesAnswers(survey, entry, ctx.now)) return null;
  const name = form.name
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
  const email = readEmailAddress(form.email);
  const language = isLocale(form.language) ? form.language : ctx.locale;
  const complaints: Complaint[] = [
    ...(name === '' ? [{ name: 'name', notice: { key: 'survey.no-name' as const } }] : []),
    ...(email === null ? [{ name: 'email', notice: { key: 'survey.no-address' as const } }] : []),
  ];
  if (email === null || complaints.length > 0) return { complaints };
  const delegates = await delegatesOf(ctx.db, survey, entry);
  if (delegates.some((one) => one.email === email))
    return { complaints: [{ name: 'email', notice: { key: 'survey.asked-already' } }] };
  if (delegates.length >= MOST)
    return { complaints: [{ name: 'email', notice: { key: 'survey.too-many-asked', values: { most: MOST } } }] };
  await ctx.db.transaction(async (tx) => {
    const id = uuidv7();
    const { kind, code } = entry.respondent;
    const { name: actor, account } = entry.actor;
    await insertInvitation(tx, {
      id,
      survey: survey.id,
      kind,
      code,
      name,
      email,
      language,
      actor,
      account,
      invitedAt: ctx.now,
    });
    await queueMail(tx, ctx.now, {
      to: email,
      letter: 'survey-invitation',
      data: { invitation: id, reminder: '' },
      locale: language,
    });
    await recordAct(tx, { ...ctx, actor: entry.actor }, 'survey.delegated', { survey: survey.id, invitation: id });
  });
  return true;
}

/** Takes back what a colleague was asked. What they wrote stays in the response. Null where there is nobody of that id to take it back from. */
export async function takeBack(ctx: Context, survey: Survey, entry: Entry, id: string): Promise<true | null> {
  if (!entry.principal || !(await delegatesOf(ctx.db, survey, entry)).some((one) => one.id === id)) return null;
  await ctx.db.transaction(async (tx) => {
    await endInvitation(tx, id, ctx.now);
    await recordAct(tx, { ...ctx, actor: entry.actor }, 'survey.delegation-ended', {
      survey: survey.id,
      invitation: id,
    });
  });
  return true;
}
