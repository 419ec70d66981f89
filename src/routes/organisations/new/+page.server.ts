import { fail, redirect } from '@sveltejs/kit';
import { createOrganisation, ORGANISATION_FIELDS, statesOf } from '#forum/people/index.ts';
import type { OrganisationChoices } from '#ui/people-views.ts';
import { problemsOf, textsOf } from '../../forms.ts';
import { organisationChoices } from '../choices.ts';
import { organisationHref } from '../organisation-here.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx } }): { choices: OrganisationChoices; country: string } => ({
  choices: organisationChoices(ctx.locale),
  country: statesOf(ctx.actor)[0] ?? '',
});

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const sent = textsOf(await request.formData(), ORGANISATION_FIELDS);
    const made = await createOrganisation(locals.ctx, sent);
    if ('complaints' in made)
      return fail(400, { sent: sent as Record<string, string>, problems: problemsOf(locals, made.complaints) });
    redirect(303, organisationHref({ locale: locals.ctx.locale, prefix: locals.prefix }, made.slug));
  },
};
