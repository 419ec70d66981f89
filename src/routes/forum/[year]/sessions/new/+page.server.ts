import { fail, redirect } from '@sveltejs/kit';
import { createSession, emptySession, type SessionForm } from '#forum/programme/index.ts';
import type { LinkView } from '#ui/views.ts';
import { problemsOf } from '../../../../forms.ts';
import { editionHere, noEdition } from '../../../edition-here.ts';
import { editionHref, editionName, editionYears, sessionHref } from '../../../names.ts';
import { type ForumChoices, forumChoices, sessionSent } from '../../../sent.ts';
import type { Actions, PageServerLoad } from './$types';

interface NewView {
  edition: LinkView;
  years: string;
  typed: SessionForm;
  choices: ForumChoices;
}

export const load: PageServerLoad = async ({ params: { year }, url, locals }): Promise<NewView> => {
  const { ctx, prefix } = locals;
  const edition =
    (await editionHere(locals, url, year, (slug) => `/forum/${slug}/sessions/new`)) ?? noEdition(locals, year);
  return {
    edition: {
      label: editionName(edition, ctx.locale),
      href: editionHref({ locale: ctx.locale, prefix }, edition.slug),
    },
    years: editionYears(edition),
    typed: emptySession(),
    choices: forumChoices(
      ctx.locale,
      edition.subThemes.flatMap(({ themes }) => themes),
    ),
  };
};

export const actions: Actions = {
  default: async ({ params: { year }, locals, request }) => {
    const { ctx, prefix } = locals;
    const data = await request.formData();
    const sent = sessionSent(data);
    if (data.has('more')) return { sent, problems: {} as Record<string, string> };
    const made = await createSession(ctx, year, sent);
    if (made === null) noEdition(locals, year);
    if ('complaints' in made) return fail(400, { sent, problems: problemsOf(locals, made.complaints) });
    redirect(303, `${sessionHref({ locale: ctx.locale, prefix }, made.slug)}?saved=1`);
  },
};
