import { fail, redirect } from '@sveltejs/kit';
import { BODY_FIELDS, createBody } from '#forum/governance/index.ts';
import type { BodyChoices } from '#ui/governance-views.ts';
import { problemsOf, textsOf } from '../../forms.ts';
import { bodyChoices } from '../choices.ts';
import { bodyHref } from '../names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx } }): { choices: BodyChoices } => ({
  choices: bodyChoices(ctx.locale),
});

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const sent = textsOf(await request.formData(), BODY_FIELDS);
    const made = await createBody(locals.ctx, sent);
    if ('complaints' in made)
      return fail(400, { sent: sent as Record<string, string>, problems: problemsOf(locals, made.complaints) });
    redirect(303, `${bodyHref({ locale: locals.ctx.locale, prefix: locals.prefix }, made.slug)}/edit?saved=1`);
  },
};
