import { fail, redirect } from '@sveltejs/kit';
import { takeSecondStep } from '#platform/accounts/sign-in.ts';
import { takeCookies } from '../../cookies.ts';
import { problem, textOf } from '../../forms.ts';
import { HOME, ownPath } from '../../own-path.ts';
import { tooMany } from '../../tries.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }): { next: string } => ({
  next: ownPath(url.searchParams.get('next'), HOME),
});

export const actions: Actions = {
  default: async (event) => {
    const { locals, request } = event;
    const form = await request.formData();
    const wait = await tooMany(event, 'attempt', `code ${event.getClientAddress()}`);
    if (wait !== null) return fail(429, { problems: { code: wait } });
    const step = await takeSecondStep(locals.forum.auth, textOf(form, 'code'), request.headers);
    if (!step.ok) return fail(400, { problems: problem(locals, 'code', 'accounts.wrong-code') });
    takeCookies(event, step.headers);
    redirect(303, locals.prefix + ownPath(form.get('next'), HOME));
  },
};
