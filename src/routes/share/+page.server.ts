import { fail, redirect } from '@sveltejs/kit';
import { LOCALES } from '#vocab/language.ts';
import { mayEver } from '#forum/people/index.ts';
import { beginDraft } from '#forum/drafts/index.ts';
import { OWN_NAMES } from '#ui/language.ts';
import { problem, textsOf } from '../forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** What sharing a practice takes, for anybody to read; for whoever may, the beginning of a draft. */
export const load: PageServerLoad = ({ locals: { ctx } }) => ({
  mayShare: mayEver(ctx.actor, 'drafts.write'),
  signedIn: ctx.actor.account !== null,
  languages: LOCALES.map((value) => ({ value, label: OWN_NAMES[value] })),
});

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const typed = textsOf(await request.formData(), ['title', 'language']);
    if (!mayEver(locals.ctx.actor, 'drafts.write')) redirect(303, `${locals.prefix}/share`);
    if (typed.title.trim() === '')
      return fail(400, { ...typed, problems: problem(locals, 'title', 'drafts.begin-with-title') });
    const id = await beginDraft(locals.ctx, typed);
    redirect(303, `${locals.prefix}/desk/drafts/${id}/what`);
  },
};
