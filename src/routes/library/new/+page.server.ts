import { fail, redirect } from '@sveltejs/kit';
import { allEditions } from '#forum/editions/index.ts';
import { createPublication, emptyPublication } from '#forum/library/index.ts';
import { problemsOf } from '../../forms.ts';
import { publicationChoices } from '../choices.ts';
import { publicationHref } from '../names.ts';
import { forFields, publicationSent } from '../sent.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
  choices: publicationChoices(ctx.locale, await allEditions(ctx.db)),
  fields: forFields(emptyPublication()),
});

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const sent = publicationSent(await request.formData());
    const made = await createPublication(locals.ctx, sent);
    if ('complaints' in made)
      return fail(400, { fields: forFields(sent), problems: problemsOf(locals, made.complaints) });
    redirect(303, `${publicationHref(locals, made.slug)}/files?saved=1`);
  },
};
