import { error, redirect } from '@sveltejs/kit';
import { versionAt, versionsOf } from '#platform/history.ts';
import { translate } from '#platform/languages.ts';
import { changeEdition, type EditionVersion, formOfEdition } from '#forum/editions/index.ts';
import { may } from '#forum/people/index.ts';
import type { KeptVersionsView } from '#ui/forum-views.ts';
import { editionHere, noEdition } from '../../edition-here.ts';
import {
  editionFields,
  fieldChanges,
  keptVersions,
  restoredText,
  versionAsked,
  versionSent,
} from '../../kept-versions.ts';
import { editionHref, editionName } from '../../names.ts';
import type { Actions, PageServerLoad } from './$types';

/** Every version of an edition; with ?from=N&to=M what changed between two of them, with ?restore=N what bringing one back would change. */
export const load: PageServerLoad = async ({ params: { year }, url, locals }): Promise<KeptVersionsView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const edition =
    (await editionHere(locals, url, year, (slug) => `/forum/${slug}/versions`)) ?? noEdition(locals, year);
  const href = editionHref({ locale, prefix }, edition.slug);
  const versions = await versionsOf(ctx.db, edition.id);
  const restore = may(ctx.actor, 'editions.edit') ? await versionAsked(locals, url, edition, 'restore') : null;
  const from = restore ? versions.at(-1)! : await versionAsked(locals, url, edition, 'from');
  const to = restore ?? (await versionAsked(locals, url, edition, 'to'));
  const fields = ({ content }: { content: unknown }) => {
    const then = content as EditionVersion;
    // Bringing a version back leaves the edition where it stands: planned, present or past.
    return editionFields(restore ? { ...then, stage: edition.stage } : then, locale);
  };
  return {
    title: editionName(edition, locale),
    steps: [
      { label: translate(locale, 'editions.history'), href: `${prefix}/forum` },
      { label: editionName(edition, locale), href },
    ],
    here: `${href}/versions`,
    versions: keptVersions<EditionVersion>(locals, href, versions, editionFields),
    compare: from && to && { from: from.number, to: to.number, fields: fieldChanges(fields(from), fields(to)) },
    restore: restore?.number ?? null,
    done: restoredText(url, locale),
  };
};

export const actions: Actions = {
  restore: async ({ params: { year }, url, locals, request }) => {
    const { ctx, prefix } = locals;
    const edition =
      (await editionHere(locals, url, year, (slug) => `/forum/${slug}/versions`)) ?? noEdition(locals, year);
    const number = versionSent(await request.formData());
    const version = await versionAt(ctx.db, edition.id, number);
    if (version === null) error(404, { message: translate(ctx.locale, 'problems.not-found') });
    const changed = await changeEdition(
      ctx,
      edition.slug,
      edition.version,
      formOfEdition(version.content as EditionVersion),
    );
    // Its number may be another’s by now, a theme of it gone, or somebody have saved this very moment.
    if (changed === null || 'complaints' in changed || 'now' in changed)
      error(409, { message: translate(ctx.locale, 'editions.conflict') });
    redirect(303, `${editionHref({ locale: ctx.locale, prefix }, edition.slug)}/versions?restored=${number}`);
  },
};
