import { v7 as uuidv7 } from 'uuid';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { recordAct, recordChanges, versionAt } from '#platform/history.ts';
import { queueMail } from '#platform/mail/queue.ts';
import type { Complaint } from '#platform/problem.ts';
import {
  type Answers,
  askedAnswers,
  type Fields,
  mergedAnswers,
  readAnswers,
  sameAnswer,
  unanswered,
} from './answers.ts';
import type { Entry } from './entry.ts';
import { invitationsOf } from './invitations.ts';
import type { Survey } from './model.ts';
import { insertResponse, type KeptResponse, responseOf, updateResponse } from './responses.ts';
import { surveyWith } from './store.ts';

/** What is sent of the page of answers. */
export interface AnswerForm {
  /** The version of the response that was read; 0 where there was none. */
  base: number;
  fields: Fields;
  /** Whether the state may be named with its answers in public. */
  named: boolean;
  /** From whom the Support Unit had a late answer. */
  receivedFrom: string;
}

/**
 * What became of it. In a conflict both have answered the same question differently since `base`: nothing was written, and `answers` are both brought
 * together, with this one's own where they conflict.
 */
export type Saved =
  | { outcome: 'saved'; response: KeptResponse; complaints: Complaint[] }
  | { outcome: 'refused'; response: KeptResponse | null; complaints: Complaint[] }
  | { outcome: 'conflict'; response: KeptResponse; conflicts: string[]; answers: Answers }
  | { outcome: 'closed' };

/** Keeps what was typed, sent or not: whatever can be read is kept, and what is wrong with it is said. */
export async function saveAnswers(ctx: Context, survey: Survey, entry: Entry, form: AnswerForm): Promise<Saved> {
  return write(ctx, survey, entry, form, false);
}

/** Sends the response: from now on it counts. It can be changed and sent again until the end. */
export async function sendAnswers(ctx: Context, survey: Survey, entry: Entry, form: AnswerForm): Promise<Saved> {
  return write(ctx, survey, entry, form, true);
}

/** Two who begin at the same moment: the one who comes second reads what the first has begun. */
const TRIES = 3;

async function write(ctx: Context, before: Survey, entry: Entry, form: AnswerForm, send: boolean): Promise<Saved> {
  const acting: Context = { ...ctx, actor: entry.actor };
  for (let tries = 1; ; tries++) {
    const done = await ctx.db.transaction(async (tx) => {
      // Read again inside: the survey may have been closed while the answer was on its way.
      const survey = await surveyWith(tx, before.id);
      if (!survey || !takesAnswers(survey, entry, ctx.now)) return { outcome: 'closed' as const };
      return writeIn(tx, acting, survey, entry, form, send);
    });
    if (done !== 'again' || tries === TRIES) {
      if (done === 'again') throw new Error('A response could not be begun.');
      return done;
    }
  }
}

/** Whether this entry can write now: until the end; the Support Unit, for a state, after it. */
export function takesAnswers(survey: Survey, entry: Entry, now: Date): boolean {
  if (entry.onBehalf) return survey.state === 'closed';
  return survey.state === 'open' && survey.closesAt !== null && now < survey.closesAt;
}

async function writeIn(
  tx: Database,
  ctx: Context,
  survey: Survey,
  entry: Entry,
  form: AnswerForm,
  send: boolean,
): Promise<Saved | 'again'> {
  const read = readAnswers(survey.content, form.fields);
  const kept = await responseOf(tx, survey.id, entry.respondent, true);
  const base = kept && (await baseOf(tx, kept, form));
  const merged =
    kept && base ? mergedAnswers(base.answers, kept.answers, read.answers) : { answers: read.answers, conflicts: [] };
  if (kept && merged.conflicts.length > 0) {
    const mine = merged.conflicts.flatMap((code) => (read.answers[code] ? [[code, read.answers[code]]] : []));
    const left = Object.entries(merged.answers).filter(([code]) => !merged.conflicts.includes(code));
    const together: Answers = Object.fromEntries([...left, ...mine]);
    return { outcome: 'conflict', response: kept, conflicts: merged.conflicts, answers: together };
  }
  const named = kept && base && form.named === base.named ? kept.named : form.named;
  const { answers } = merged;
  const complaints = [...read.complaints, ...(send ? sendingComplaints(survey, entry, answers, form) : [])];
  const next = {
    answers,
    named,
    language: ctx.locale,
    onBehalf: entry.onBehalf,
    receivedFrom: entry.onBehalf ? form.receivedFrom.trim() : '',
    version: (kept?.version ?? 0) + 1,
    actor: ctx.actor.name,
    account: ctx.actor.account,
    updatedAt: ctx.now,
  };
  const sent = send && complaints.length === 0;
  const sending = sent
    ? {
        sentAnswers: askedAnswers(survey.content, answers),
        sentNamed: named,
        sentVersion: next.version,
        sentAt: ctx.now,
        surveyVersion: survey.version,
      }
    : {};
  if (kept && !sent && kept.named === named && sameAnswers(kept.answers, answers))
    return { outcome: complaints.length > 0 ? 'refused' : 'saved', response: kept, complaints };
  const id = kept?.id ?? uuidv7();
  if (kept) await updateResponse(tx, id, { ...next, ...sending });
  else {
    const { kind, code } = entry.respondent;
    const row = { id, survey: survey.id, kind, code, createdAt: ctx.now, ...next, ...sending };
    if (!(await insertResponse(tx, row))) return 'again';
  }
  const action = sent ? 'survey-response.sent' : 'survey-response.saved';
  await recordChanges(tx, ctx, 'survey-response', [
    { subject: id, number: next.version, action, content: { answers, named, receivedFrom: next.receivedFrom } },
  ]);
  if (sent) {
    await recordAct(tx, ctx, action, {
      survey: survey.id,
      response: id,
      version: next.version,
      onBehalf: entry.onBehalf,
    });
    await sendReceipts(tx, ctx, survey, entry, id);
  }
  const response = (await responseOf(tx, survey.id, entry.respondent))!;
  return { outcome: send && !sent ? 'refused' : 'saved', response, complaints };
}

/** What stood in the response when the form was read. */
async function baseOf(
  tx: Database,
  kept: KeptResponse,
  { base }: AnswerForm,
): Promise<{ answers: Answers; named: boolean }> {
  if (base === kept.version) return kept;
  const version = base > 0 ? await versionAt(tx, kept.id, base) : null;
  return (version?.content as { answers: Answers; named: boolean } | undefined) ?? { answers: {}, named: false };
}

function sendingComplaints(survey: Survey, entry: Entry, answers: Answers, { receivedFrom }: AnswerForm): Complaint[] {
  return [
    ...unanswered(survey.content, answers).map(({ code }): Complaint => ({
      name: code,
      notice: { key: 'survey.unanswered' },
    })),
    ...(entry.onBehalf && receivedFrom.trim() === ''
      ? [{ name: 'receivedFrom', notice: { key: 'survey.no-received-from' as const } }]
      : []),
  ];
}

function sameAnswers(one: Answers, other: Answers): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((code) => sameAnswer(one[code], other[code]));
}

/** A receipt by mail to whoever sent it, and to those who are responsible for the answer. */
async function sendReceipts(tx: Database, ctx: Context, survey: Survey, entry: Entry, response: string): Promise<void> {
  const its = (await invitationsOf(tx, survey.id)).filter(
    ({ kind, code, email }) => kind === entry.respondent.kind && code === entry.respondent.code && email !== '',
  );
  for (const { id, invitee, email, language } of its)
    if (invitee !== null || id === entry.invitation)
      await queueMail(tx, ctx.now, {
        to: email,
        letter: 'survey-receipt',
        data: { response, invitation: id, by: ctx.actor.name, ...(invitee !== null && { account: invitee }) },
        locale: language,
      });
}
