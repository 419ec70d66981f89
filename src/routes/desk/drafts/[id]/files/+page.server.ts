import { fail, redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { changeAttachments } from '#forum/drafts/index.ts';
import { textOf } from '../../../../forms.ts';
import { attachmentViews, UPLOAD } from '../../files.ts';
import { draftHere, headOf } from '../../head.ts';
import type { Actions, PageServerLoad } from './$types';

/** What is attached to a draft. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const draft = await draftHere(locals, params.id);
  return {
    head: await headOf(locals, draft, 'files'),
    here: `${locals.prefix}/desk/drafts/${draft.id}`,
    attachments: await attachmentViews(draft, locals),
    upload: UPLOAD,
    done: url.searchParams.has('done') ? translate(locals.ctx.locale, 'drafts.done-saved') : null,
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const sent = await request.formData();
    const gone = sent.getAll('remove');
    const changes = sent
      .getAll('file')
      .filter((id) => typeof id === 'string')
      .map((id) => ({ id, caption: textOf(sent, `caption ${id}`), stays: !gone.includes(id) }));
    const saved = await changeAttachments(locals.ctx, params.id, Number(sent.get('version')) || 1, changes);
    if (saved === null) await draftHere(locals, '');
    if (saved!.outcome !== 'saved') return fail(409, { message: translate(locals.ctx.locale, 'drafts.not-writable') });
    redirect(303, `${locals.prefix}/desk/drafts/${params.id}/files?done=saved`);
  },
};
