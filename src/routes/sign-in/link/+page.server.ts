import { fail, redirect } from '@sveltejs/kit';
import { readLink } from '#platform/accounts/links.ts';
import { signInByLink } from '#platform/accounts/sign-in.ts';
import type { LinkView } from '#ui/account-views.ts';
import { takeCookies } from '../../cookies.ts';
import { textOf } from '../../forms.ts';
import { HOME, ownPath } from '../../own-path.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the page uses nothing up: programs that guard mailboxes open every link. Only the button does. */
export const load: PageServerLoad = async ({ url, locals }): Promise<LinkView> => {
  const { db, now } = locals.ctx;
  const token = url.searchParams.get('token') ?? '';
  const found = await readLink(db, now, token);
  return {
    token,
    valid: found?.purpose === 'sign-in' || found?.purpose === 'start',
    next: ownPath(url.searchParams.get('next'), HOME),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, request } = event;
    const { db, now } = locals.ctx;
    const form = await request.formData();
    const signedIn = await signInByLink(locals.forum.auth, db, now, textOf(form, 'token'), request.headers);
    if (!signedIn) return fail(400, { used: true });
    takeCookies(event, signedIn.headers);
    redirect(303, locals.prefix + ownPath(form.get('next'), HOME));
  },
};
