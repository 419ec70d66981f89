import { fail, redirect } from '@sveltejs/kit';
import { textIn } from '#vocab/texts.ts';
import { say, translate } from '#platform/languages.ts';
import { LARGEST_FILE, MOST_FILES } from '#platform/uploads/limits.ts';
import { prepareFiles } from '#platform/uploads/prepare.ts';
import { receiveForm } from '#platform/uploads/receive.ts';
import { PDF, WORD } from '#platform/uploads/types.ts';
import { allEditions } from '#forum/editions/index.ts';
import { addFiles, changeFiles } from '#forum/library/index.ts';
import { textOf } from '../../../forms.ts';
import { publicationChoices } from '../../choices.ts';
import { publicationHref } from '../../names.ts';
import { fileViews, publicationOfPage } from '../../publication-here.ts';
import { aboutFile } from '../../../views.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params: { slug }, url, locals }) => {
  const { locale, db } = locals.ctx;
  const publication = await publicationOfPage(locals, slug);
  return {
    title: textIn(publication.title, locale).text,
    href: publicationHref(locals, slug),
    version: publication.version,
    files: await fileViews(locals, publication),
    languages: publicationChoices(locale, await allEditions(db)).languages,
    upload: { accepted: '.pdf,.docx', most: MOST_FILES, megabytes: LARGEST_FILE / 1024 / 1024 },
    done: url.searchParams.has('saved') ? translate(locale, 'library.saved') : null,
  };
};

export const actions: Actions = {
  add: async ({ params: { slug }, locals, request }) => {
    const { ctx, forum } = locals;
    // Before anything is taken in: where there is no such publication, nothing need be sent.
    await publicationOfPage(locals, slug);
    const form = await receiveForm(request, forum.files);
    try {
      const { prepared, complaints } = await prepareFiles(forum.files, form);
      const documents = prepared.filter(({ type }) => type === PDF || type === WORD);
      const problems = complaints.map(({ file, notice }) => aboutFile(ctx.locale, file ?? '', say(ctx.locale, notice)));
      for (const { name } of prepared.filter((file) => !documents.includes(file)))
        problems.push(aboutFile(ctx.locale, name, translate(ctx.locale, 'library.files-only-documents')));
      if (documents.length === 0 && problems.length === 0)
        problems.push(translate(ctx.locale, 'library.files-no-file'));
      let kept: string[] = [];
      if (documents.length > 0) {
        const added = await addFiles(ctx, forum.files, slug, documents, textOf(form.fields, 'language'));
        if (added !== null && 'key' in added) problems.push(say(ctx.locale, added));
        else kept = documents.map(({ name }) => name);
      }
      if (problems.length > 0) return fail(400, { problems, kept });
    } finally {
      await form.discard();
    }
    redirect(303, `${publicationHref(locals, slug)}/files?saved=1`);
  },
  change: async ({ params: { slug }, locals, request }) => {
    const { ctx, forum } = locals;
    // This route takes large bodies, so its forms are taken in as they come; this one brings no file.
    const form = await receiveForm(request, forum.files);
    await form.discard();
    const ids = form.fields.getAll('file').filter((id) => typeof id === 'string');
    const changes = ids.map((id) => ({
      id,
      language: textOf(form.fields, `language-${id}`),
      stays: !form.fields.has(`off-${id}`),
    }));
    const changed = await changeFiles(ctx, slug, Number(textOf(form.fields, 'version')) || 0, changes);
    if (changed === null) return publicationOfPage(locals, slug).then(() => undefined);
    if ('complaints' in changed)
      return fail(400, { problems: changed.complaints.map(({ notice }) => say(ctx.locale, notice)), kept: [] });
    if ('now' in changed) return fail(409, { problems: [translate(ctx.locale, 'library.changed-since')], kept: [] });
    redirect(303, `${publicationHref(locals, slug)}/files?saved=1`);
  },
};
