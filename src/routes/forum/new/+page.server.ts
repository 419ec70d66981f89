import { fail, redirect } from '@sveltejs/kit';
import { allEditions, createEdition, type EditionForm, emptyEdition } from '#forum/editions/index.ts';
import { problemsOf, textOf } from '../../forms.ts';
import { editionHref } from '../names.ts';
import { editionSent, type ForumChoices, forumChoices } from '../sent.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({
  locals: { ctx },
}): Promise<{ typed: EditionForm; choices: ForumChoices }> => {
  const last = (await allEditions(ctx.db)).at(-1);
  return {
    typed: { ...emptyEdition(), number: String((last?.number ?? 0) + 1) },
    choices: forumChoices(ctx.locale, []),
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const data = await request.formData();
    const sent = editionSent(data);
    const stage = textOf(data, 'stage') === 'past' ? 'past' : 'planned';
    if (data.has('more')) return { sent, stage, problems: {} as Record<string, string> };
    const made = await createEdition(locals.ctx, sent, stage);
    if ('complaints' in made) return fail(400, { sent, stage, problems: problemsOf(locals, made.complaints) });
    redirect(303, `${editionHref({ locale: locals.ctx.locale, prefix: locals.prefix }, made.slug)}?saved=1`);
  },
};
