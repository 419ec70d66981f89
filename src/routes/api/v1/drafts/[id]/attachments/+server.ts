import { say } from '#platform/languages.ts';
import { prepareFiles } from '#platform/uploads/prepare.ts';
import { receiveForm } from '#platform/uploads/receive.ts';
import { attachFiles, draftFor } from '#forum/drafts/index.ts';
import { draftAnswer } from '../../../../draft-json.ts';
import { noDraft, refusal } from '../../../../problems.ts';
import type { RequestHandler } from './$types';

/** Attaches the files of a form. Either all of them are attached or none, and each that is refused is named. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
  const { ctx, forum } = locals;
  const { locale } = ctx;
  // Before anything is taken in: whoever may not attach anything sends nothing either.
  const draft = await draftFor(ctx, params.id);
  if (!draft) return noDraft(locale);
  const form = await receiveForm(request, forum.files);
  try {
    const { prepared, complaints } = await prepareFiles(forum.files, form);
    const errors = complaints.map(({ name, file, notice }) => ({ name: file || name, detail: say(locale, notice) }));
    if (errors.length > 0) return refusal(locale, 400, { key: 'api.files-refused' }, { errors });
    if (prepared.length === 0) return refusal(locale, 400, { key: 'api.no-files' });
    const attached = await attachFiles(ctx, forum.files, draft.id, prepared);
    if (attached === null) return noDraft(locale);
    if (attached !== true) return refusal(locale, 409, attached);
  } finally {
    await form.discard();
  }
  return draftAnswer(locals, draft.id, 201);
};
