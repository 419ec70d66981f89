import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { addPasskey } from '#platform/accounts/passkeys.ts';
import { removePasskey, renamePasskey } from '#platform/accounts/passkey-store.ts';
import { relyingParty } from '#platform/accounts/relying-party.ts';
import { problem, textsOf } from '../forms.ts';
import { stepKept } from '../sign-in/step-cookie.ts';
import { tooMany } from '../tries.ts';
import type { Done } from './done.ts';
import { isFresh, self } from './fresh.ts';

/** The longest name of a passkey, in characters. */
const LONGEST_NAME = 80;

const readName = (typed: string): string | null => {
  const name = typed.trim().replace(/\s+/g, ' ');
  return name === '' || name.length > LONGEST_NAME ? null : name;
};

const done = ({ prefix }: App.Locals, what: Done): never => redirect(303, `${prefix}/account?done=${what}`);

/** What can be done with passkeys on the page of one's own account. */
export const passkeyActions = {
  addPasskey: async (event: RequestEvent) => {
    const { locals, request } = event;
    const { answer, name: typed } = textsOf(await request.formData(), ['answer', 'name']);
    const token = stepKept(event, 'new-passkey');
    const refuse = (status: number, problems: Record<string, string>) =>
      fail(status, { part: 'passkeys', id: '', name: typed, problems });
    if (!isFresh(locals)) return refuse(403, {});
    const { account } = self(locals);
    const name = readName(typed);
    if (name === null) return refuse(400, problem(locals, 'name', 'accounts.bad-name', { most: LONGEST_NAME }));
    const wait = await tooMany(event, 'attempt', account.id);
    if (wait !== null) return refuse(429, { answer: wait });
    const party = relyingParty(locals.forum.settings.origin);
    const { db, now } = locals.ctx;
    if (party === null || !(await addPasskey(db, now, party, { account: account.id, token, answer, name })))
      return refuse(400, problem(locals, 'answer', 'accounts.passkey-not-added'));
    return done(locals, 'passkey-added');
  },
  renamePasskey: async ({ locals, request }: RequestEvent) => {
    const { id, name: typed } = textsOf(await request.formData(), ['id', 'name']);
    const name = readName(typed);
    if (name === null)
      return fail(400, {
        part: 'passkeys',
        id,
        name: typed,
        problems: problem(locals, 'name', 'accounts.bad-name', { most: LONGEST_NAME }),
      });
    await renamePasskey(locals.ctx.db, self(locals).account.id, id, name);
    return done(locals, 'passkey-renamed');
  },
  removePasskey: async ({ locals, request }: RequestEvent) => {
    const { id } = textsOf(await request.formData(), ['id']);
    if (!isFresh(locals)) return fail(403, { part: 'passkeys', id: '', name: '', problems: {} });
    await removePasskey(locals.ctx.db, self(locals).account.id, id);
    return done(locals, 'passkey-removed');
  },
};
