import { makeLink } from '#platform/accounts/links.ts';
import { accountByEmail, insertAccount } from '#platform/accounts/store.ts';
import type { Context } from '#platform/context.ts';
import { alone } from '#platform/database.ts';
import { recordAct } from '#platform/history.ts';
import { dayOf } from './model.ts';
import { UNIT_NAME } from './names.ts';
import { ensurePerson, everSignedIn, insertTerm } from './store.ts';

/** The address of the account a new forum begins with: nobody's, until whoever signs in gives their own. */
const START_ADDRESS = 'support-unit@common-space.invalid';

/**
 * The secret part of a sign-in link for a Support Unit account, for as long as nobody of the Support Unit has ever signed in; null from then on, so
 * that reading a log of a later start opens nothing. A new link makes the one before it void.
 */
export async function startLink(ctx: Context): Promise<string | null> {
  return ctx.db.transaction(async (tx) => {
    await alone(tx, 'start');
    if (await everSignedIn(tx, 'support-unit')) return null;
    const made = await insertAccount(tx, ctx.now, { email: START_ADDRESS, name: UNIT_NAME, language: 'en' });
    if (made !== null) {
      const person = await ensurePerson(tx, ctx.now, made, UNIT_NAME);
      await insertTerm(tx, person, { role: 'support-unit', of: null, from: dayOf(ctx.now), until: null });
      await recordAct(tx, ctx, 'people.start-account', { person });
    }
    const account = made ?? (await accountByEmail(tx, START_ADDRESS))?.id;
    return account === undefined ? null : makeLink(tx, ctx.now, { purpose: 'start', account });
  });
}
