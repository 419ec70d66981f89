import { passkeysOf } from '#platform/accounts/passkey-store.ts';
import { serviceLinksOf } from '#platform/accounts/service-links.ts';
import { tokensOf } from '#platform/accounts/token-store.ts';
import { pendingChange } from '#platform/accounts/email-change.ts';
import { hasPassword } from '#platform/accounts/password.ts';
import { insertAccount, accountByEmail, accountById, sessionsOf, updateAccount } from '#platform/accounts/store.ts';
import type { Context } from '#platform/context.ts';
import { alone, type Database } from '#platform/database.ts';
import { actsOf, recordAct } from '#platform/history.ts';
import { queueMail } from '#platform/mail/queue.ts';
import { readEmailAddress } from '#platform/mail/address.ts';
import type { Complaint } from '#platform/problem.ts';
import { isCountry } from '#vocab/countries.ts';
import { isLocale, type Locale } from '#vocab/language.ts';
import { demand, may, type Subject } from './authority.ts';
import { entryOf } from './directory/store.ts';
import {
  dayOf,
  endedOn,
  handedOver,
  isMechanism,
  isRole,
  MECHANISMS,
  readLine,
  type Refused,
  type Role,
  ROLES,
  type RoleTerm,
  runsOn,
  scopeOf,
} from './model.ts';
import { membershipsOf } from './organisations/memberships.ts';
import { type PlaceForm, readPlace, takePlace } from './place.ts';
import {
  actorsOn,
  allPersons,
  ensurePerson,
  insertTerm,
  type Person,
  personOfAccount,
  renamePerson,
  setErasureAsked,
  setUntil,
  termById,
} from './store.ts';

/** What is typed to invite somebody, as it was typed. */
export interface InvitationForm {
  email: string;
  name: string;
  role: string;
  state: string;
  mechanism: string;
  language: string;
  /** Where they belong besides, where that is said. */
  place?: PlaceForm;
}

/** As long as a name may be. */
export const LONGEST_NAME = 120;

/** What permission to give, see or end a role depends on: the state it is of, for the roles a state's own people have. */
export function subjectOf({ role, of }: Pick<RoleTerm, 'role' | 'of'>): Subject {
  return { state: scopeOf(role)?.kind === 'state' ? of : null };
}

/**
 * Gives somebody a role from today on, with an account to sign in with where there is none yet, and has the invitation sent. The same answer
 * comes whether the address was known or not.
 */
export async function invite(
  ctx: Context,
  form: InvitationForm,
): Promise<{ account: string; email: string } | Refused> {
  const read = readInvitation(form);
  if ('complaints' in read) return read;
  const { email, name, role, of, language } = read;
  demand(ctx.actor, 'people.invite', subjectOf({ role, of }));
  const place = form.place ? await readPlace(ctx, form.place, scopeOf(role)?.kind === 'state' ? of : null) : null;
  if (place !== null && 'complaints' in place) return place;
  return ctx.db
    .transaction(async (tx) => {
      const account = await accountFor(tx, ctx.now, { email, name, language });
      const person = await ensurePerson(tx, ctx.now, account, name);
      const refused = place && (await takePlace(tx, ctx, person, place));
      if (refused) throw new Refusal(refused);
      await holdFromToday(tx, ctx, person, account, { role, of });
      await queueMail(tx, ctx.now, {
        to: email,
        letter: 'invitation',
        data: { account, by: ctx.actor.name, role, of: of ?? '' },
        locale: language,
      });
      await recordAct(tx, ctx, 'people.invite', { person, role, of });
      return { account, email };
    })
    .catch(asRefused);
}

/** Something was found wrong when part of it was written already: all of it is undone. */
class Refusal extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super('refused');
    this.refused = refused;
  }
}

function asRefused(error: unknown): Refused {
  if (error instanceof Refusal) return error.refused;
  throw error;
}

async function accountFor(
  tx: Database,
  now: Date,
  wanted: { email: string; name: string; language: Locale },
): Promise<string> {
  const made = await insertAccount(tx, now, wanted);
  return made ?? (await accountByEmail(tx, wanted.email))!.id;
}

/** A role that runs already is not given twice. */
async function holdFromToday(
  tx: Database,
  ctx: Context,
  person: string,
  account: string,
  { role, of }: Pick<RoleTerm, 'role' | 'of'>,
): Promise<void> {
  const today = dayOf(ctx.now);
  const terms = (await personOfAccount(tx, account))?.terms ?? [];
  if (terms.some((term) => term.role === role && term.of === of && runsOn(term, today))) return;
  await insertTerm(tx, person, { role, of, from: today, until: null });
}

function readInvitation(
  form: InvitationForm,
): { email: string; name: string; role: Role; of: string | null; language: Locale } | Refused {
  const complaints: Complaint[] = [];
  const email = readEmailAddress(form.email);
  if (email === null) complaints.push({ name: 'email', notice: { key: 'accounts.bad-email' } });
  const name = readName(form.name) ?? (email === null ? '' : email.split('@')[0]!);
  if (form.name.length > LONGEST_NAME)
    complaints.push({ name: 'name', notice: { key: 'accounts.bad-name', values: { most: LONGEST_NAME } } });
  const language = isLocale(form.language) ? form.language : null;
  if (language === null) complaints.push({ name: 'language', notice: { key: 'accounts.bad-language' } });
  const role = isRole(form.role) ? form.role : null;
  if (role === null)
    complaints.push({ name: 'role', notice: { key: 'accounts.bad-role', values: { known: ROLES.join(', ') } } });
  const of = role === null ? null : readOf(role, form, complaints);
  if (complaints.length > 0 || email === null || role === null || language === null) return { complaints };
  return { email, name, role, of, language };
}

function readOf(role: Role, form: InvitationForm, complaints: Complaint[]): string | null {
  const scope = scopeOf(role);
  if (scope === null) return null;
  if (scope.kind === 'state') {
    const state = form.state.trim().toUpperCase();
    if (state === '' && !scope.needed) return null;
    if (!isCountry(state)) complaints.push({ name: 'state', notice: { key: 'accounts.bad-state' } });
    return state;
  }
  if (!isMechanism(form.mechanism))
    complaints.push({
      name: 'mechanism',
      notice: { key: 'accounts.bad-mechanism', values: { known: MECHANISMS.join(', ') } },
    });
  return form.mechanism;
}

/** A name as it is kept; null where nothing is left. */
function readName(text: string): string | null {
  return readLine(text) || null;
}

/**
 * Ends a role from today on. False where the actor can see no such role: there is none, or it is not theirs to end; "last", and nothing is
 * ended, where nobody could give roles any more.
 */
export async function endRole(ctx: Context, id: string): Promise<boolean | 'last'> {
  const term = await termById(ctx.db, id);
  if (!term || !may(ctx.actor, 'people.end-role', subjectOf(term))) return false;
  return ctx.db.transaction(async (tx) => {
    // Two who end each other's role at once would otherwise leave nobody.
    await alone(tx, 'roles');
    if (ctx.actor.account !== null && (await isLastOffice(tx, ctx, term))) return 'last';
    await setUntil(tx, id, endedOn(term, dayOf(ctx.now)).until);
    await tell(tx, ctx, term, 'role-ended');
    await recordAct(tx, ctx, 'people.end-role', { person: term.person, role: term.role, of: term.of });
    return true;
  });
}

/** Whether nobody else could give roles any more. The operator may leave it so: who has the command line can invite anew. */
async function isLastOffice(
  tx: Database,
  { now }: Context,
  { role, account }: Awaited<ReturnType<typeof termById>> & {},
) {
  if (!OFFICES.includes(role)) return false;
  const holders = await actorsOn(tx, now);
  return !holders.some((one) => one.account !== account && one.roles.some((held) => OFFICES.includes(held.role)));
}

/** The roles whose holders give roles to all others. */
const OFFICES: readonly string[] = ['support-unit', 'administrator'];

/** Lets somebody hear, in their own language, that a role is theirs no more, and by whom. */
async function tell(
  tx: Database,
  { now, actor }: Context,
  { account: id, role, of }: Pick<RoleTerm, 'role' | 'of'> & { account: string | null },
  letter: 'role-ended' | 'handed-over',
  more: Record<string, string> = {},
): Promise<void> {
  const account = id === null ? null : await accountById(tx, id);
  if (account === null) return;
  const data = { account: account.id, by: actor.name, role, of: of ?? '', ...more };
  await queueMail(tx, now, { to: account.email, letter, data, locale: account.language });
}

/**
 * Hands a focal point's post to somebody else from today on: one term ends, the other begins, and what belongs to the state goes
 * with the post. False where there is no such post for the actor to hand over.
 */
export async function handOver(
  ctx: Context,
  id: string,
  successor: Pick<InvitationForm, 'email' | 'name' | 'language'>,
): Promise<true | false | Refused> {
  const term = await termById(ctx.db, id);
  const today = dayOf(ctx.now);
  if (!term || term.role !== 'focal-point' || !runsOn(term, today)) return false;
  if (!may(ctx.actor, 'people.hand-over', subjectOf(term))) return false;
  const read = readInvitation({ ...successor, role: term.role, state: term.of ?? '', mechanism: '' });
  if ('complaints' in read) return read;
  const { email, name, language } = read;
  const { ended } = handedOver(term, today);
  return ctx.db.transaction(async (tx) => {
    const account = await accountFor(tx, ctx.now, { email, name, language });
    // Whoever takes over from herself would end what she begins.
    if (account === term.account) return { complaints: [{ name: 'email', notice: { key: 'accounts.same-person' } }] };
    const person = await ensurePerson(tx, ctx.now, account, name);
    await setUntil(tx, id, ended.until);
    await holdFromToday(tx, ctx, person, account, term);
    await queueMail(tx, ctx.now, {
      to: email,
      letter: 'invitation',
      data: { account, by: ctx.actor.name, role: term.role, of: term.of ?? '' },
      locale: language,
    });
    await tell(tx, ctx, term, 'handed-over', { successor: person });
    await recordAct(tx, ctx, 'people.hand-over', { from: term.person, to: person, of: term.of });
    return true;
  });
}

/** Everybody whose roles the actor may see, with those roles alone. */
export async function peopleSeenBy(ctx: Context): Promise<Person[]> {
  const everybody = may(ctx.actor, 'people.see');
  const persons = await allPersons(ctx.db);
  if (everybody) return persons;
  return persons
    .map((person) => ({
      ...person,
      terms: person.terms.filter((term) => may(ctx.actor, 'people.see', subjectOf(term))),
    }))
    .filter(({ terms }) => terms.length > 0);
}

/** What is typed about oneself. */
export interface OwnForm {
  name: string;
  language: string;
}

/** Changes one's own name and the language of one's mail. */
export async function changeOwn(ctx: Context, account: string, form: OwnForm): Promise<true | Refused> {
  demand(ctx.actor, 'account.manage', { account });
  const complaints: Complaint[] = [];
  const name = readName(form.name);
  if (name === null || form.name.length > LONGEST_NAME)
    complaints.push({ name: 'name', notice: { key: 'accounts.bad-name', values: { most: LONGEST_NAME } } });
  if (!isLocale(form.language)) complaints.push({ name: 'language', notice: { key: 'accounts.bad-language' } });
  if (complaints.length > 0 || name === null || !isLocale(form.language)) return { complaints };
  const { language } = form;
  await ctx.db.transaction(async (tx) => {
    await updateAccount(tx, ctx.now, account, { name, language });
    await renamePerson(tx, account, name);
    await recordAct(tx, ctx, 'account.changed', { account });
  });
  return true;
}

/** Everything kept of a person under their account, for them to take along. */
export async function ownData(ctx: Context, account: string): Promise<Record<string, unknown>> {
  demand(ctx.actor, 'account.export', { account });
  const { db, now } = ctx;
  const [kept, person] = [await accountById(db, account), await personOfAccount(db, account)];
  const places = person ? await membershipsOf(db, person.id) : [];
  const sessions = await sessionsOf(db, account, now);
  return {
    name: kept?.name,
    email: kept?.email,
    newEmailAskedFor: (await pendingChange(db, account))?.address ?? null,
    language: kept?.language,
    hasPassword: await hasPassword(db, account),
    hasApp: kept?.twoFactorEnabled,
    lastSignedIn: kept?.signedInAt,
    passkeys: (await passkeysOf(db, account)).map(({ name, createdAt, lastUsedAt }) => ({
      name,
      createdAt,
      lastUsedAt,
    })),
    tokens: (await tokensOf(db, account)).map(({ id: _, ...token }) => token),
    institutions: (await serviceLinksOf(db, account)).map(({ service, createdAt }) => ({ service, createdAt })),
    known: person?.createdAt,
    roles: person?.terms.map(({ role, of, from, until }) => ({ role, of, from, until })) ?? [],
    organisations: places.map(({ organisation: { name, slug }, title, from, until }) => ({
      name,
      slug,
      title,
      from,
      until,
    })),
    directory: person ? await entryOf(db, person.id) : null,
    sessions: sessions.map(({ userAgent, createdAt, updatedAt }) => ({
      browser: userAgent,
      since: createdAt,
      lastSeen: updatedAt,
    })),
    ...(await actsOf(db, account)),
    erasureAskedAt: person?.erasureAskedAt ?? null,
  };
}

/** Asks for one's own data to be erased, or takes that back. The Support Unit sees it beside the name. */
export async function askErasure(ctx: Context, account: string, wanted: boolean): Promise<void> {
  demand(ctx.actor, 'account.ask-erasure', { account });
  await ctx.db.transaction(async (tx) => {
    const person = await ensurePerson(tx, ctx.now, account, ctx.actor.name);
    await setErasureAsked(tx, person, wanted ? ctx.now : null);
    await recordAct(tx, ctx, wanted ? 'account.erasure-asked' : 'account.erasure-taken-back', { person });
  });
}
