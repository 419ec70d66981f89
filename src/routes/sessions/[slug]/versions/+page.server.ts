import { error, redirect } from '@sveltejs/kit';
import { versionAt, versionsOf } from '#platform/history.ts';
import { translate } from '#platform/languages.ts';
import { may } from '#forum/people/index.ts';
import { changeSession, formOfSession, type SessionVersion } from '#forum/programme/index.ts';
import type { KeptVersionsView } from '#ui/forum-views.ts';
import {
  fieldChanges,
  keptVersions,
  restoredText,
  sessionFields,
  titleText,
  versionAsked,
  versionSent,
} from '../../../forum/kept-versions.ts';
import { editionHref, editionName, sessionHref } from '../../../forum/names.ts';
import { sessionHere } from '../../session-here.ts';
import type { Actions, PageServerLoad } from './$types';

/** Every version of a session; with ?from=N&to=M what changed between two of them, with ?restore=N what bringing one back would change. */
export const load: PageServerLoad = async ({ params: { slug }, url, locals }): Promise<KeptVersionsView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const reader = { locale, prefix };
  const { session, edition } = await sessionHere(locals, slug);
  const href = sessionHref(reader, session.slug);
  const title = titleText(session.title, locale, session.slug);
  const versions = await versionsOf(ctx.db, session.id);
  const restore = may(ctx.actor, 'editions.edit') ? await versionAsked(locals, url, session, 'restore') : null;
  const from = restore ? versions.at(-1)! : await versionAsked(locals, url, session, 'from');
  const to = restore ?? (await versionAsked(locals, url, session, 'to'));
  const fields = ({ content }: { content: unknown }) => {
    const then = content as SessionVersion;
    // Bringing a version back leaves the session on its programme, or off it.
    return sessionFields(restore ? { ...then, hidden: session.hidden } : then, locale);
  };
  return {
    title,
    steps: [
      { label: translate(locale, 'editions.history'), href: `${prefix}/forum` },
      { label: editionName(edition, locale), href: editionHref(reader, edition.slug) },
      { label: title, href },
    ],
    here: `${href}/versions`,
    versions: keptVersions<SessionVersion>(locals, href, versions, sessionFields),
    compare: from && to && { from: from.number, to: to.number, fields: fieldChanges(fields(from), fields(to)) },
    restore: restore?.number ?? null,
    done: restoredText(url, locale),
  };
};

export const actions: Actions = {
  restore: async ({ params: { slug }, locals, request }) => {
    const { ctx, prefix } = locals;
    const { session } = await sessionHere(locals, slug);
    const number = versionSent(await request.formData());
    const version = await versionAt(ctx.db, session.id, number);
    if (version === null) error(404, { message: translate(ctx.locale, 'problems.not-found') });
    const form = formOfSession(version.content as SessionVersion);
    const changed = await changeSession(ctx, session.slug, session.version, form);
    if (changed === null || 'complaints' in changed || 'now' in changed)
      error(409, { message: translate(ctx.locale, 'editions.conflict') });
    redirect(303, `${sessionHref({ locale: ctx.locale, prefix }, session.slug)}/versions?restored=${number}`);
  },
};
