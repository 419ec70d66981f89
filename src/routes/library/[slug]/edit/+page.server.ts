import { fail, redirect } from '@sveltejs/kit';
import { textIn } from '#vocab/texts.ts';
import { versionsOf } from '#platform/history.ts';
import { translate } from '#platform/languages.ts';
import { allEditions } from '#forum/editions/index.ts';
import { changePublication, formOfPublication, hidePublication } from '#forum/library/index.ts';
import { problemsOf, textOf } from '../../../forms.ts';
import { publicationChoices } from '../../choices.ts';
import { publicationHref } from '../../names.ts';
import { publicationOfPage } from '../../publication-here.ts';
import { forFields, publicationSent } from '../../sent.ts';
import { versionViews, standing } from '../../versions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params: { slug }, locals }) => {
  const { db, locale } = locals.ctx;
  const publication = await publicationOfPage(locals, slug);
  return {
    title: textIn(publication.title, locale).text,
    href: publicationHref(locals, slug),
    version: publication.version,
    hidden: publication.hidden,
    fields: forFields(formOfPublication(publication)),
    choices: publicationChoices(locale, await allEditions(db)),
    versions: versionViews(await versionsOf(db, publication.id), locale),
  };
};

export const actions: Actions = {
  save: async ({ params: { slug }, locals, request }) => {
    const data = await request.formData();
    const sent = publicationSent(data);
    const changed = await changePublication(locals.ctx, slug, Number(textOf(data, 'version')) || 0, sent);
    if (changed === null) return publicationOfPage(locals, slug).then(() => undefined);
    if ('complaints' in changed)
      return fail(400, { fields: forFields(sent), problems: problemsOf(locals, changed.complaints), conflict: null });
    if ('now' in changed)
      return fail(409, {
        fields: forFields(sent),
        problems: {} as Record<string, string>,
        conflict: standing(changed.now, sent, locals.ctx.locale),
      });
    redirect(303, `${publicationHref(locals, slug)}?saved=1`);
  },
  hide: async ({ params: { slug }, locals, request }) => {
    const data = await request.formData();
    const hidden = textOf(data, 'hidden') === 'true';
    const changed = await hidePublication(locals.ctx, slug, Number(textOf(data, 'version')) || 0, hidden);
    if (changed !== null && 'now' in changed)
      return fail(409, {
        fields: null,
        problems: { version: translate(locals.ctx.locale, 'library.changed-since') } as Record<string, string>,
        conflict: null,
      });
    redirect(303, `${publicationHref(locals, slug)}?saved=1`);
  },
};
