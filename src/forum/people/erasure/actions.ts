import { removeAccount } from '#platform/accounts/removal.ts';
import { accountById, endSessions } from '#platform/accounts/store.ts';
import type { Context } from '#platform/context.ts';
import { alone } from '#platform/database.ts';
import { recordAct } from '#platform/history.ts';
import { queueMail, takeBackMail } from '#platform/mail/queue.ts';
import { demand } from '../authority.ts';
import { removeEntry } from '../directory/store.ts';
import { dayOf, endedOn, type Refused, runsOn } from '../model.ts';
import { type Person, personById, setErasureAsked, setUntil } from '../store.ts';
import { type Erased, erasedName } from './model.ts';
import { countInvitations, eraseInvitations } from './invitations.ts';
import { replaceInDetails, replaceName } from './names.ts';
import { allErasures, amountOf, emptyPerson, type Erasure, insertErasure, nextNumber } from './store.ts';

/** What an erasure would take away, for a person to look at before it is done; null where there is no such person, or nothing left of one. */
export async function planErasure(ctx: Context, id: string): Promise<{ person: Person; would: Erased } | null> {
  demand(ctx.actor, 'people.erase');
  const person = await personById(ctx.db, id);
  if (!person || person.account === null) return null;
  const today = dayOf(ctx.now);
  const roles = person.terms.filter((term) => runsOn(term, today)).length;
  return {
    person,
    would: { ...(await amountOf(ctx.db, person)), surveys: await countInvitations(ctx.db, person), roles },
  };
}

/**
 * Erases a person: account, sessions, ways to sign in, address, telephone, entry in the directory, places in organisations, invitations to surveys. Roles
 * end, and that they were held stays, under a number; so does every record of what was done, with the number where the name was. What belongs to
 * a state stays with it. The person is told, and then the address is forgotten. All of it, or nothing.
 * @returns what was done; null where there is no such person
 */
export async function erasePerson(ctx: Context, id: string): Promise<Erasure | null | Refused> {
  demand(ctx.actor, 'people.erase');
  return ctx.db.transaction(async (tx) => {
    await alone(tx, 'erasure');
    const person = await personById(tx, id);
    if (!person || person.account === null) return null;
    const { account, email, name } = person;
    // Nobody is to cut the ground from under what they are doing; a colleague or the operator does it.
    if (account === ctx.actor.account)
      return { complaints: [{ name: 'person', notice: { key: 'people.erase-not-oneself' } }] };
    const number = await nextNumber(tx);
    const by = erasedName(number);
    const kept = await accountById(tx, account);
    const today = dayOf(ctx.now);
    const running = person.terms.filter((term) => runsOn(term, today) || term.from > today);
    for (const term of running) await setUntil(tx, term.id, endedOn(term, today).until);
    const change = { account, name, email, by };
    const done: Erased = {
      sessions: await endSessions(tx, account, null),
      roles: running.length,
      surveys: await eraseInvitations(tx, ctx.now, change),
      mails: await takeBackMail(tx, { to: email ?? '', account }),
      records: (await replaceName(tx, change)) + (await replaceInDetails(tx, change)),
      places: await emptyPerson(tx, id, by),
    };
    await removeEntry(tx, id);
    await setErasureAsked(tx, id, null);
    await removeAccount(tx, account);
    const erasure: Erasure = { number, askedAt: person.erasureAskedAt, at: ctx.now, actor: ctx.actor.name, done };
    await insertErasure(tx, { ...erasure, person: id, account: ctx.actor.account });
    await recordAct(tx, ctx, 'people.erase', { person: id, number, ...done });
    if (email !== null && kept)
      await queueMail(tx, ctx.now, { to: email, letter: 'erased', data: {}, locale: kept.language, forgotten: true });
    return erasure;
  });
}

/** Every erasure that was carried out, the latest first. */
export async function erasuresDone(ctx: Context): Promise<Erasure[]> {
  demand(ctx.actor, 'people.erase');
  return allErasures(ctx.db);
}
