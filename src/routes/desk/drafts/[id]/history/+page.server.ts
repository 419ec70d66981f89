import { redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { versionsOf } from '#platform/history.ts';
import { changedFields, type DraftForm, emptyForm, restoreVersion, turnsOf } from '#forum/drafts/index.ts';
import { type MessageKey } from '#platform/languages.ts';
import { textOf } from '../../../../forms.ts';
import { draftHere, fieldLabel, headOf, momentText } from '../../head.ts';
import type { Actions, PageServerLoad } from './$types';

/** As many versions as are listed; a draft that is saved while it is typed has many. */
const MOST = 200;

/** Every version of a draft, what each changed, and what happened to it. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { ctx } = locals;
  const draft = await draftHere(locals, params.id);
  const versions = await versionsOf(ctx.db, draft.id);
  const forms = versions.map(({ content }): DraftForm => ({ ...emptyForm('en'), ...(content as DraftForm) }));
  return {
    head: await headOf(locals, draft, null),
    here: `${locals.prefix}/desk/drafts/${draft.id}/history`,
    versions: versions
      .map(({ number, at, actor, action }, order) => {
        const fields = order === 0 ? [] : changedFields(forms[order - 1]!, forms[order]!);
        return {
          number,
          when: momentText(at, locals),
          actor,
          aside: action === 'draft.set-aside',
          present: number === draft.version,
          changes: fields.map((field) => ({
            label: fieldLabel(locals, field),
            text: textOfField(forms[order]!, field),
          })),
        };
      })
      .toReversed()
      .slice(0, MOST),
    turns: (await turnsOf(ctx.db, draft.id)).map(({ id, at, actor, action, note }) => ({
      id,
      when: momentText(at, locals),
      actor,
      what: translate(ctx.locale, `drafts.happened-${action}` as MessageKey),
      note: action === 'check' ? '' : note,
    })),
  };
};

function textOfField(form: DraftForm, field: ReturnType<typeof changedFields>[number]): string {
  const value = form[field];
  if (typeof value === 'string') return value;
  return value.map((one) => (typeof one === 'string' ? one : one.name)).join(', ');
}

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const number = Number(textOf(await request.formData(), 'number'));
    const restored = await restoreVersion(locals.ctx, params.id, number);
    if (restored === null || restored.outcome === 'stale') await draftHere(locals, '');
    redirect(303, `${locals.prefix}/desk/drafts/${params.id}/what?done=restored`);
  },
};
