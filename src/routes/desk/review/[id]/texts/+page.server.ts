import { error, fail, redirect } from '@sveltejs/kit';
import { kindLabel } from '#vocab/kinds.ts';
import { LOCALES } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { textChanges } from '#platform/text-changes.ts';
import { type DraftForm, draftForReview, FORM_FIELDS, isList, rebase, standsAgainst } from '#forum/drafts/index.ts';
import { KINDS } from '#forum/practices/index.ts';
import type { TextsView } from '#ui/review-views.ts';
import { OWN_NAMES } from '#ui/language.ts';
import { textOf } from '../../../../forms.ts';
import { fieldLabel } from '../../../drafts/head.ts';
import { fieldLanguage, isLong } from '../../form-fields.ts';
import { draftTitle } from '../../names.ts';
import type { Actions, PageServerLoad } from './$types';

function notThere({ ctx: { locale } }: App.Locals): never {
  error(404, { message: translate(locale, 'problems.not-found') });
}

/** The texts of a draft that stand against what is published by now, each beside the other. */
export const load: PageServerLoad = async ({ locals, params }): Promise<TextsView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const draft = await draftForReview(ctx, params.id);
  if (!draft) notThere(locals);
  const against = await standsAgainst(ctx, draft.id);
  return {
    title: draftTitle(draft, locale),
    backHref: `${prefix}/desk/review/${draft.id}`,
    version: against?.version ?? draft.version,
    practiceVersion: against?.practiceVersion ?? draft.practiceVersion ?? 0,
    pairs: (against?.conflicts ?? []).map(({ field, theirs, mine }) => ({
      name: field,
      label: fieldLabel(locals, field),
      lang: fieldLanguage(field, draft.form),
      long: isLong(field),
      theirs,
      mine,
      changes: textChanges(theirs, mine),
      result: mine,
      choices:
        field === 'kind'
          ? KINDS.map((kind) => ({ value: kind, label: kindLabel(kind, locale) }))
          : field === 'language'
            ? LOCALES.map((value) => ({ value, label: OWN_NAMES[value] }))
            : null,
    })),
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const { ctx, prefix } = locals;
    if (!(await draftForReview(ctx, params.id))) notThere(locals);
    const form = await request.formData();
    const texts: Record<string, string> = {};
    for (const field of FORM_FIELDS)
      if (field !== 'attachments' && !isList(field) && form.has(`text.${field}`))
        texts[field] = textOf(form, `text.${field}`).replaceAll('\r\n', '\n');
    const seen = {
      version: Number(textOf(form, 'version')),
      practiceVersion: Number(textOf(form, 'practice-version')),
    };
    const saved = await rebase(ctx, params.id, seen, texts as Partial<DraftForm>);
    if (saved === null) notThere(locals);
    if (saved.outcome === 'saved') redirect(303, `${prefix}/desk/review/${params.id}?done=merged-texts`);
    return fail(409, { texts });
  },
};
