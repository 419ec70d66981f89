import { fail, redirect } from '@sveltejs/kit';
import { addTheme, type ThemeForm } from '#forum/themes/index.ts';
import { problemsOf } from '../../forms.ts';
import { themeHref } from '../names.ts';
import { emptyTheme, themeSent } from '../theme-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (): { typed: ThemeForm } => ({ typed: emptyTheme() });

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const { ctx, prefix } = locals;
    const sent = themeSent(await request.formData());
    const made = await addTheme(ctx, sent);
    if ('complaints' in made) return fail(400, { sent, problems: problemsOf(locals, made.complaints) });
    redirect(303, `${themeHref({ locale: ctx.locale, prefix }, made.code)}?saved=1`);
  },
};
