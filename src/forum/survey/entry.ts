import { accountById } from '#platform/accounts/store.ts';
import type { Actor, Context } from '#platform/context.ts';
import { actorOf, may } from '#forum/people/index.ts';
import { invitationByToken, type Invitation } from './invitations.ts';
import type { Respondent, Survey } from './model.ts';
import { respondentOf, surveyWith } from './store.ts';

/** Whoever comes to answer a survey, and for whom. */
export interface Entry {
  respondent: Respondent;
  /** What stands beside what they write. */
  actor: Actor;
  /** The focal point or coordinator, who may ask colleagues; false for a colleague who was asked. */
  principal: boolean;
  /** The colleague's own invitation; null for a principal. */
  invitation: string | null;
  /** The Support Unit, for a state whose answer came late. */
  onBehalf: boolean;
}

/** What an action of this table is done to, of a respondent. */
export function subjectOfRespondent({ kind, code }: Pick<Respondent, 'kind' | 'code'>) {
  return kind === 'state' ? { state: code } : { mechanism: code };
}

/** The survey and the respondent of a personal link; null where it holds no more, or its owner is not focal point or coordinator any more. */
export async function entryByToken(ctx: Context, token: string): Promise<{ survey: Survey; entry: Entry } | null> {
  const invitation = await invitationByToken(ctx.db, ctx.now, token);
  const survey = invitation && (await surveyWith(ctx.db, invitation.survey));
  const entry = invitation && (await entryOf(ctx, invitation));
  return survey && entry ? { survey, entry } : null;
}

async function entryOf(ctx: Context, { id, invitee, name, kind, code }: Invitation): Promise<Entry | null> {
  const respondent = respondentOf(kind, code);
  if (invitee === null)
    return {
      respondent,
      actor: { account: null, name, roles: [] },
      principal: false,
      invitation: id,
      onBehalf: false,
    };
  const account = await accountById(ctx.db, invitee);
  const actor = account && (await actorOf(ctx.db, account, ctx.now));
  if (!actor || !may(actor, 'survey.answer', subjectOfRespondent(respondent))) return null;
  return { respondent, actor, principal: true, invitation: null, onBehalf: false };
}

/** For whom somebody who is signed in may answer: the states they are focal point of, the mechanisms they coordinate. */
export function ownEntries({ actor }: Pick<Context, 'actor'>): Entry[] {
  return actor.roles.flatMap(({ role, of }): Entry[] => {
    if (of === null || (role !== 'focal-point' && role !== 'mechanism-coordinator')) return [];
    const respondent = respondentOf(role === 'focal-point' ? 'state' : 'mechanism', of);
    if (!may(actor, 'survey.answer', subjectOfRespondent(respondent))) return [];
    return [{ respondent, actor, principal: true, invitation: null, onBehalf: false }];
  });
}

/** The Support Unit in the place of a state whose answer came after the end; null for everybody else. */
export function lateEntry(
  { actor }: Pick<Context, 'actor'>,
  survey: Survey,
  kind: Respondent['kind'],
  code: string,
): Entry | null {
  if (survey.state !== 'closed' || !may(actor, 'survey.answer-for')) return null;
  return { respondent: respondentOf(kind, code), actor, principal: false, invitation: null, onBehalf: true };
}
