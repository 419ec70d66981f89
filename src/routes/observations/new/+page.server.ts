import { fail, redirect } from '@sveltejs/kit';
import { textIn } from '#vocab/texts.ts';
import { emptyObservation, writeObservation } from '#forum/observations/index.ts';
import { problemsOf } from '../../forms.ts';
import { sessionHref } from '../../forum/names.ts';
import { forumChoices } from '../../forum/sent.ts';
import { noSession, sessionHere } from '../../sessions/session-here.ts';
import { observationSent } from '../observation-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** An empty form for what was heard in the session that ?session= names. */
export const load: PageServerLoad = async ({ url, locals }) => {
  const { ctx, prefix } = locals;
  const asked = url.searchParams.get('session') ?? '';
  // Sent without a choice: the list of sessions stands there.
  if (asked === '') redirect(303, `${prefix}/observations`);
  const { session } = await sessionHere(locals, asked);
  return {
    session: {
      label: textIn(session.title, ctx.locale).text,
      href: sessionHref({ locale: ctx.locale, prefix }, session.slug),
    },
    slug: session.slug,
    typed: emptyObservation(session.themes),
    themes: forumChoices(ctx.locale, session.themes).themes,
  };
};

export const actions: Actions = {
  default: async ({ url, locals, request }) => {
    const { ctx, prefix } = locals;
    const slug = url.searchParams.get('session') ?? '';
    const sent = observationSent(await request.formData());
    const made = await writeObservation(ctx, slug, sent);
    if (made === null) noSession(locals, slug);
    if ('complaints' in made) return fail(400, { sent, problems: problemsOf(locals, made.complaints) });
    redirect(303, `${prefix}/observations/${made.id}?saved=1`);
  },
};
