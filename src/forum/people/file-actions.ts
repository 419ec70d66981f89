import { replaceAddress } from '#platform/accounts/removal.ts';
import { accountById } from '#platform/accounts/store.ts';
import type { Context } from '#platform/context.ts';
import { recordAct } from '#platform/history.ts';
import { isNobody, readEmailAddress } from '#platform/mail/address.ts';
import { queueMail, takeBackMail } from '#platform/mail/queue.ts';
import { demand } from './authority.ts';
import { dayOf, type Refused, runsOn } from './model.ts';
import { endMembership, type Membership, membershipById, membershipsOf } from './organisations/memberships.ts';
import { type PlaceForm, readPlace, takePlace } from './place.ts';
import { type Person, personById } from './store.ts';

/** A person's file, for those who look after people: the roles, past ones too, and where they belong; null where there is no such person. */
export async function personFile(ctx: Context, id: string): Promise<(Person & { places: Membership[] }) | null> {
  demand(ctx.actor, 'people.look-after');
  const person = await personById(ctx.db, id);
  return person && { ...person, places: await membershipsOf(ctx.db, person.id) };
}

/** Says that somebody belongs to an organisation from today on. False where there is no such person. */
export async function givePlace(ctx: Context, id: string, form: PlaceForm): Promise<boolean | Refused> {
  demand(ctx.actor, 'people.look-after');
  const person = await personById(ctx.db, id);
  if (!person) return false;
  const today = dayOf(ctx.now);
  const state = person.terms.find((term) => runsOn(term, today) && /^[A-Z]{2}$/.test(term.of ?? ''))?.of ?? null;
  const place = await readPlace(ctx, form, state);
  if (place === null) return { complaints: [{ name: 'organisation', notice: { key: 'people.organisation-needed' } }] };
  if ('complaints' in place) return place;
  return ctx.db.transaction(async (tx) => {
    // Nothing has been written before that.
    const refused = await takePlace(tx, ctx, person.id, place);
    if (refused) return refused;
    await recordAct(tx, ctx, 'people.place-given', { person: person.id });
    return true;
  });
}

/** Says that somebody belongs to an organisation no more, from today on. False where there is no such place. */
export async function endPlace(ctx: Context, id: string): Promise<boolean> {
  demand(ctx.actor, 'people.look-after');
  const place = await membershipById(ctx.db, id);
  const today = dayOf(ctx.now);
  if (!place || !runsOn(place, today)) return false;
  await ctx.db.transaction(async (tx) => {
    await endMembership(tx, place, today);
    await recordAct(tx, ctx, 'people.place-ended', { person: place.person, organisation: place.organisation.id });
  });
  return true;
}

/**
 * Gives the account of somebody who has lost a mailbox another address: who it is, the Support Unit has asked by other means. Every session ends,
 * every way in that hung on the old mailbox is void, and both addresses are told.
 * @returns false where there is no such person with an account
 */
export async function giveAddress(ctx: Context, id: string, typed: string): Promise<boolean | Refused> {
  demand(ctx.actor, 'people.change-address');
  const person = await personById(ctx.db, id);
  const account = person?.account ? await accountById(ctx.db, person.account) : null;
  if (!person || !account) return false;
  const address = readEmailAddress(typed);
  if (address === null || isNobody(address))
    return { complaints: [{ name: 'email', notice: { key: 'accounts.bad-email' } }] };
  const taken: Refused = { complaints: [{ name: 'email', notice: { key: 'people.address-taken' } }] };
  return ctx.db.transaction(async (tx) => {
    if (!(await replaceAddress(tx, ctx.now, account.id, address))) return taken;
    await takeBackMail(tx, { to: account.email, account: account.id });
    const common = { data: { account: account.id }, locale: account.language };
    await queueMail(tx, ctx.now, { to: account.email, letter: 'address-taken-away', ...common });
    await queueMail(tx, ctx.now, { to: address, letter: 'address-given', ...common });
    await recordAct(tx, ctx, 'people.change-address', { person: person.id });
    return true;
  });
}
