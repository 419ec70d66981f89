import { fail, redirect } from '@sveltejs/kit';
import { say } from '#platform/languages.ts';
import { prepareFiles } from '#platform/uploads/prepare.ts';
import { receiveForm } from '#platform/uploads/receive.ts';
import { attachFiles } from '#forum/drafts/index.ts';
import { translate } from '#platform/languages.ts';
import { UPLOAD } from '../../files.ts';
import { draftHere, headOf } from '../../head.ts';
import { aboutFile } from '../../../../views.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where files are sent to: opened by itself it is a page to send some. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const draft = await draftHere(locals, params.id);
  return {
    head: await headOf(locals, draft, 'files'),
    here: `${locals.prefix}/desk/drafts/${draft.id}`,
    upload: UPLOAD,
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const { ctx, forum } = locals;
    // Before anything is taken in: whoever may not attach anything sends nothing either.
    await draftHere(locals, params.id);
    const form = await receiveForm(request, forum.files);
    try {
      const { prepared, complaints } = await prepareFiles(forum.files, form);
      const attached = prepared.length === 0 ? true : await attachFiles(ctx, forum.files, params.id, prepared);
      if (attached === null) await draftHere(locals, '');
      const problems = complaints.map(({ file, notice }) => aboutFile(ctx.locale, file ?? '', say(ctx.locale, notice)));
      if (attached !== true && attached !== null) problems.push(say(ctx.locale, attached));
      if (prepared.length === 0 && problems.length === 0) problems.push(translate(ctx.locale, 'drafts.no-file'));
      if (problems.length > 0)
        return fail(400, { problems, kept: attached === true ? prepared.map(({ name }) => name) : [] });
    } finally {
      await form.discard();
    }
    redirect(303, `${locals.prefix}/desk/drafts/${params.id}/files?done=saved`);
  },
};
