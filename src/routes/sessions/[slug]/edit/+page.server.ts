import { fail, redirect } from '@sveltejs/kit';
import { changeSession, formOfSession, hideSession, readSession, type SessionForm } from '#forum/programme/index.ts';
import type { FieldChangeView, LinkView } from '#ui/views.ts';
import { problemsOf, textOf } from '../../../forms.ts';
import { fieldChanges, sessionFields, titleText } from '../../../forum/kept-versions.ts';
import { editionHref, editionName, sessionHref } from '../../../forum/names.ts';
import { type ForumChoices, forumChoices, sessionSent } from '../../../forum/sent.ts';
import { noSession, sessionHere } from '../../session-here.ts';
import type { Actions, PageServerLoad } from './$types';

interface EditView {
  edition: LinkView;
  title: string;
  href: string;
  version: number;
  hidden: boolean;
  typed: SessionForm;
  choices: ForumChoices;
}

export const load: PageServerLoad = async ({ params: { slug }, locals }): Promise<EditView> => {
  const { ctx, prefix } = locals;
  const { session, edition } = await sessionHere(locals, slug);
  const reader = { locale: ctx.locale, prefix };
  return {
    edition: { label: editionName(edition, ctx.locale), href: editionHref(reader, edition.slug) },
    title: titleText(session.title, ctx.locale, session.slug),
    href: sessionHref(reader, session.slug),
    version: session.version,
    hidden: session.hidden,
    typed: formOfSession(session),
    choices: forumChoices(ctx.locale, session.themes),
  };
};

interface Answered {
  sent: SessionForm;
  problems: Record<string, string>;
  conflict: FieldChangeView[] | null;
  /** The version what was typed is to follow on. */
  version: number;
}

export const actions: Actions = {
  save: async ({ params: { slug }, locals, request }) => {
    const { ctx, prefix } = locals;
    const data = await request.formData();
    const sent = sessionSent(data);
    const version = Number(textOf(data, 'version')) || 0;
    const answer: Answered = { sent, version, problems: {}, conflict: null };
    if (data.has('more')) return answer;
    const changed = await changeSession(ctx, slug, version, sent);
    if (changed === null) noSession(locals, slug);
    if ('complaints' in changed) return fail(400, { ...answer, problems: problemsOf(locals, changed.complaints) });
    if ('now' in changed) {
      const mine = readSession(sent);
      const { hidden } = changed.now;
      const fields = 'complaints' in mine ? [] : sessionFields({ ...mine, hidden }, ctx.locale);
      const conflict = fieldChanges(sessionFields(changed.now, ctx.locale), fields);
      return fail(409, { ...answer, version: changed.now.version, conflict });
    }
    redirect(303, `${sessionHref({ locale: ctx.locale, prefix }, changed.slug)}?saved=1`);
  },
  hide: ({ params: { slug }, locals }) => show(locals, slug, true),
  show: ({ params: { slug }, locals }) => show(locals, slug, false),
};

async function show(locals: App.Locals, slug: string, hidden: boolean): Promise<never> {
  const { ctx, prefix } = locals;
  const session = await hideSession(ctx, slug, hidden);
  if (session === null) noSession(locals, slug);
  redirect(303, `${sessionHref({ locale: ctx.locale, prefix }, session.slug)}?saved=1`);
}
