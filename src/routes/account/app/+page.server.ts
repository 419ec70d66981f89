import { fail, redirect } from '@sveltejs/kit';
import { hasPassword } from '#platform/accounts/password.ts';
import { beginApp, confirmApp, firstRecoveryCodes, newRecoveryCodes } from '#platform/accounts/second-factor.ts';
import { takeCookies } from '../../cookies.ts';
import { problem, textsOf } from '../../forms.ts';
import { tooMany } from '../../tries.ts';
import { self } from '../fresh.ts';
import { appKey } from './square.ts';
import type { Actions, PageServerLoad } from './$types';

/** Setting up an authenticator app, in three steps of one page: the password; the square code and a first code; the recovery codes. */
export const load: PageServerLoad = async ({ locals }): Promise<{ hasApp: boolean }> => {
  const { account } = self(locals);
  if (!(await hasPassword(locals.ctx.db, account.id))) redirect(303, `${locals.prefix}/account#password`);
  return { hasApp: account.twoFactorEnabled };
};

type Problems = Record<string, string>;
const none: { problems: Problems; key: null; codes: null } = {
  problems: {},
  key: null,
  codes: null,
};

export const actions: Actions = {
  begin: async (event) => {
    const { locals, request } = event;
    const { password } = textsOf(await request.formData(), ['password']);
    const wait = await tooMany(event, 'attempt', self(locals).account.id);
    if (wait !== null) return fail(429, { ...none, problems: { password: wait } as Problems });
    const key = appKey((await beginApp(locals.forum.auth, password, request.headers)) ?? '');
    if (!key)
      return fail(400, { ...none, problems: problem(locals, 'password', 'accounts.wrong-password') as Problems });
    return { ...none, key };
  },
  confirm: async (event) => {
    const { locals, request } = event;
    const { uri, code } = textsOf(await request.formData(), ['uri', 'code']);
    const wait = await tooMany(event, 'attempt', self(locals).account.id);
    const cookies = wait === null ? await confirmApp(locals.forum.auth, code, request.headers) : null;
    if (!cookies)
      return fail(wait === null ? 400 : 429, {
        ...none,
        key: appKey(uri),
        problems: wait === null ? (problem(locals, 'code', 'accounts.wrong-code') as Problems) : { code: wait },
      });
    takeCookies(event, cookies);
    return { ...none, codes: await firstRecoveryCodes(locals.forum.auth, self(locals).account.id) };
  },
  codes: async (event) => {
    const { locals, request } = event;
    const { password } = textsOf(await request.formData(), ['password']);
    const wait = await tooMany(event, 'attempt', self(locals).account.id);
    if (wait !== null) return fail(429, { ...none, problems: { password: wait } as Problems });
    const codes = await newRecoveryCodes(locals.forum.auth, password, request.headers);
    if (!codes)
      return fail(400, { ...none, problems: problem(locals, 'password', 'accounts.wrong-password') as Problems });
    return { ...none, codes };
  },
};
