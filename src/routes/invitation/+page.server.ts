import { fail, redirect } from '@sveltejs/kit';
import { readLink } from '#platform/accounts/links.ts';
import { signInByLink } from '#platform/accounts/sign-in.ts';
import { accountById } from '#platform/accounts/store.ts';
import { actorOf, roleName } from '#forum/people/index.ts';
import type { LinkView } from '#ui/account-views.ts';
import { takeCookies } from '../cookies.ts';
import { textOf } from '../forms.ts';
import { HOME } from '../own-path.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who is invited, and as what; opening the page uses the link up no more than opening one to sign in does. */
export const load: PageServerLoad = async ({ url, locals }): Promise<LinkView & { name: string; roles: string[] }> => {
  const { db, now, locale } = locals.ctx;
  const token = url.searchParams.get('token') ?? '';
  const found = await readLink(db, now, token);
  const account = found?.purpose === 'invitation' ? await accountById(db, found.account) : null;
  const roles = account ? (await actorOf(db, account, now)).roles : [];
  return {
    token,
    valid: account !== null,
    next: HOME,
    name: account?.name ?? '',
    roles: roles.map((role) => roleName(locale, role)),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, request } = event;
    const { db, now } = locals.ctx;
    const token = textOf(await request.formData(), 'token');
    const signedIn = await signInByLink(locals.forum.auth, db, now, token, request.headers);
    if (!signedIn) return fail(400, { used: true });
    takeCookies(event, signedIn.headers);
    redirect(303, locals.prefix + HOME);
  },
};
