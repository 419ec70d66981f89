import { error, redirect } from '@sveltejs/kit';
import { themeLabel } from '#vocab/themes.ts';
import { versionAt, versionsOf } from '#platform/history.ts';
import { translate } from '#platform/languages.ts';
import { may } from '#forum/people/index.ts';
import { describedTheme, describeTheme, formOfTheme, type ThemeContent } from '#forum/themes/index.ts';
import type { KeptVersionsView } from '#ui/forum-views.ts';
import { fieldChanges, keptVersions, restoredText, versionAsked, versionSent } from '../../../forum/kept-versions.ts';
import { themeFields } from '../../kept-fields.ts';
import { themeHere, themeHref } from '../../names.ts';
import type { Actions, PageServerLoad } from './$types';

/** What the forum has said of a theme over time; with ?from=N&to=M what changed between two states, with ?restore=N what bringing one back would change. */
export const load: PageServerLoad = async ({ params, url, locals }): Promise<KeptVersionsView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const code = themeHere(locals, params.code);
  const described = await describedTheme(ctx.db, code);
  const href = themeHref({ locale, prefix }, code);
  const versions = described ? await versionsOf(ctx.db, described.id) : [];
  const asked = async (parameter: string) =>
    described ? versionAsked(locals, url, described, parameter) : Promise.resolve(null);
  const restore = may(ctx.actor, 'themes.edit') ? await asked('restore') : null;
  const from = restore ? versions.at(-1)! : await asked('from');
  const to = restore ?? (await asked('to'));
  const fields = ({ content }: { content: unknown }) => themeFields(content as ThemeContent, locale);
  return {
    title: themeLabel(code, locale),
    steps: [
      { label: translate(locale, 'themes.title'), href: `${prefix}/themes` },
      { label: themeLabel(code, locale), href },
    ],
    here: `${href}/versions`,
    // A theme has no page of each of its states: they are read where they are compared.
    versions: keptVersions<ThemeContent>(locals, href, versions, themeFields, 'themes.edit').map((version) => ({
      ...version,
      href: version.current ? href : `${href}/versions?from=${version.number}&to=${versions.at(-1)!.number}`,
    })),
    compare: from && to && { from: from.number, to: to.number, fields: fieldChanges(fields(from), fields(to)) },
    restore: restore?.number ?? null,
    done: restoredText(url, locale),
  };
};

export const actions: Actions = {
  restore: async ({ params, locals, request }) => {
    const { ctx, prefix } = locals;
    const code = themeHere(locals, params.code);
    const number = versionSent(await request.formData());
    const described = await describedTheme(ctx.db, code);
    const version = described && (await versionAt(ctx.db, described.id, number));
    if (!version) error(404, { message: translate(ctx.locale, 'problems.not-found') });
    const changed = await describeTheme(ctx, code, formOfTheme(version.content as ThemeContent), described.version);
    if (changed === null || 'complaints' in changed || 'now' in changed)
      error(409, { message: translate(ctx.locale, 'editions.conflict') });
    redirect(303, `${themeHref({ locale: ctx.locale, prefix }, code)}/versions?restored=${number}`);
  },
};
