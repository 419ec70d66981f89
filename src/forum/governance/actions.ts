import { v7 as uuidv7 } from 'uuid';
import { textIn } from '#vocab/texts.ts';
import type { Context } from '#platform/context.ts';
import { alone, type Database } from '#platform/database.ts';
import { recordAct, recordChanges } from '#platform/history.ts';
import type { Complaint } from '#platform/problem.ts';
import { allEditions } from '../editions/index.ts';
import { demand, organisationsCalled, type Refused } from '../people/index.ts';
import { type BodyForm, type MeetingForm, readBody, readMeeting, readTerm, type TermForm } from './form.ts';
import { type Body, type BodyContent, clashOf, inOrder, seatsOf, SINGLE_KINDS, type Term } from './model.ts';
import { type MembershipChange, withMembers } from './membership.ts';
import { contentOf, freeSlug, holdBody, insertBody, isKindTaken, updateBody } from './store.ts';

/** Writes down a body of the Forum. */
export async function createBody(ctx: Context, form: BodyForm): Promise<Body | Refused> {
  demand(ctx.actor, 'governance.edit');
  const described = readBody(form);
  if ('complaints' in described) return described;
  return ctx.db.transaction(async (tx) => {
    await alone(tx, 'bodies');
    if (SINGLE_KINDS.includes(described.kind) && (await isKindTaken(tx, described.kind, null))) return KIND_TAKEN;
    const body: Body = {
      ...described,
      terms: [],
      meetings: [],
      id: uuidv7(),
      slug: await freeSlug(tx, textIn(described.name, 'en').text),
      hiddenAt: null,
      version: 1,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    };
    await insertBody(tx, body);
    await record(tx, ctx, body, 'body.created');
    return body;
  });
}

const refused = (name: string, key: Complaint['notice']['key'], values: Record<string, string> = {}): Refused => ({
  complaints: [{ name, notice: { key, values } }],
});
const KIND_TAKEN = refused('kind', 'governance.kind-taken');

async function record(tx: Database, ctx: Context, body: Body, action: string): Promise<void> {
  const content = { slug: body.slug, hidden: body.hiddenAt !== null, ...contentOf(body) };
  await recordChanges(tx, ctx, 'body', [{ subject: body.id, number: body.version, action, content }]);
  await recordAct(tx, ctx, action, { body: body.id, version: body.version });
}

/** What a change makes of a body: parts of its next state, what is wrong with it, or that what was to be changed is not there. */
type Made = Partial<BodyContent & Pick<Body, 'hiddenAt'>> | Refused | false;

/**
 * Changes a body, one change after the other: its next state is a version. `version` is the one that was read: where somebody else has changed it
 * since, nothing is overwritten. Null for what adds to a body and takes nothing from it.
 */
function changed(
  ctx: Context,
  slug: string,
  version: number | null,
  action: string,
  change: (tx: Database, body: Body) => Made | Promise<Made>,
): Promise<Body | false | Refused> {
  return ctx.db.transaction(async (tx) => {
    const before = await holdBody(tx, slug);
    if (!before) return false;
    if (version !== null && version !== before.version) return refused('version', 'governance.changed-meanwhile');
    const made = await change(tx, before);
    if (made === false || 'complaints' in made) return made;
    const after: Body = { ...before, ...made, version: before.version + 1, updatedAt: ctx.now };
    await updateBody(tx, after);
    await record(tx, ctx, after, action);
    return after;
  });
}

/** Changes what is said of a body. Its address stays. @returns the body; false where there is none */
export async function describeBody(
  ctx: Context,
  slug: string,
  version: number,
  form: BodyForm,
): Promise<Body | false | Refused> {
  demand(ctx.actor, 'governance.edit');
  const described = readBody(form);
  if ('complaints' in described) return described;
  return changed(ctx, slug, version, 'body.described', async (tx, body) => {
    await alone(tx, 'bodies');
    const { kind } = described;
    if (SINGLE_KINDS.includes(kind) && (await isKindTaken(tx, kind, body.id))) return KIND_TAKEN;
    const { kinds, parts } = seatsOf(kind);
    const fits = body.terms.every(({ member, part }) => kinds.includes(member.kind) && parts.includes(part));
    return fits ? described : refused('kind', 'governance.kind-members');
  });
}

/** Takes a body from the pages, or brings it back. Nothing is deleted. @returns the body; false where there is none */
export async function setBodyHidden(
  ctx: Context,
  slug: string,
  version: number,
  hidden: boolean,
): Promise<Body | false | Refused> {
  demand(ctx.actor, 'governance.edit');
  return changed(ctx, slug, version, hidden ? 'body.hidden' : 'body.shown', () => ({
    hiddenAt: hidden ? ctx.now : null,
  }));
}

/** Says that somebody sits in a body from a day on. @returns the body; false where there is none */
export async function addTerm(ctx: Context, slug: string, form: TermForm): Promise<Body | false | Refused> {
  demand(ctx.actor, 'governance.edit');
  return changed(ctx, slug, null, 'body.term-added', (tx, body) => termsWith(tx, body, uuidv7(), form));
}

/** Changes what is said of somebody's time in a body. @returns the body; false where there is no such body or term */
export async function changeTerm(
  ctx: Context,
  slug: string,
  version: number,
  id: string,
  form: TermForm,
): Promise<Body | false | Refused> {
  demand(ctx.actor, 'governance.edit');
  return changed(ctx, slug, version, 'body.term-changed', (tx, body) =>
    body.terms.some((term) => term.id === id) ? termsWith(tx, body, id, form) : false,
  );
}

/** The terms of a body with one that was typed, in place of the one of its number or beside the others. */
async function termsWith(
  tx: Database,
  { kind, terms }: Body,
  id: string,
  form: TermForm,
): Promise<{ terms: Term[] } | Refused> {
  const read = readTerm(kind, form);
  if ('complaints' in read) return read;
  const member = 'called' in read.member ? await organisationCalled(tx, read.member.called) : read.member;
  if ('complaints' in member) return member;
  const term: Term = { ...read, member, id };
  const clash = clashOf(terms, term);
  if (clash) return refused('from', 'governance.terms-overlap', { from: clash.from, last: clash.last ?? '…' });
  return { terms: inOrder([...terms.filter((one) => one.id !== id), term]) };
}

async function organisationCalled(tx: Database, called: string): Promise<Term['member'] | Refused> {
  const found = await organisationsCalled(tx, called);
  const [one] = found;
  if (!one) return refused('organisation', 'governance.organisation-unknown', { name: called.slice(0, 80) });
  if (found.length > 1)
    return refused('organisation', 'people.organisation-ambiguous', { list: found.map(({ slug }) => slug).join(', ') });
  return { kind: 'organisation', of: one.id };
}

/** Takes out a term that was entered by mistake; who only leaves gets an end instead. @returns the body; false where there is no such body or term */
export async function removeTerm(
  ctx: Context,
  slug: string,
  version: number,
  id: string,
): Promise<Body | false | Refused> {
  demand(ctx.actor, 'governance.edit');
  return changed(ctx, slug, version, 'body.term-removed', (_, { terms }) =>
    terms.some((term) => term.id === id) ? { terms: terms.filter((term) => term.id !== id) } : false,
  );
}

/** Ends and begins the terms of states in the Steering Group on one day, all or none. @returns the body; false where there is none */
export async function changeMembership(
  ctx: Context,
  slug: string,
  version: number,
  change: MembershipChange,
): Promise<Body | false | Refused> {
  demand(ctx.actor, 'governance.edit');
  return changed(ctx, slug, version, 'body.membership-changed', (_, body) => withMembers(body, change, uuidv7));
}

/** Writes down a meeting of a body. @returns the body; false where there is none */
export async function addMeeting(ctx: Context, slug: string, form: MeetingForm): Promise<Body | false | Refused> {
  demand(ctx.actor, 'governance.edit');
  return changed(ctx, slug, null, 'body.meeting-added', async (tx, { meetings }) => {
    const read = readMeeting(
      form,
      (await allEditions(tx)).map(({ number }) => number),
    );
    if ('complaints' in read) return read;
    return {
      meetings: [...meetings, { ...read, id: uuidv7() }].sort((one, other) => one.day.localeCompare(other.day)),
    };
  });
}

/** Takes out a meeting that was entered by mistake. @returns the body; false where there is no such body or meeting */
export async function removeMeeting(
  ctx: Context,
  slug: string,
  version: number,
  id: string,
): Promise<Body | false | Refused> {
  demand(ctx.actor, 'governance.edit');
  return changed(ctx, slug, version, 'body.meeting-removed', (_, { meetings }) =>
    meetings.some((meeting) => meeting.id === id) ? { meetings: meetings.filter((one) => one.id !== id) } : false,
  );
}
