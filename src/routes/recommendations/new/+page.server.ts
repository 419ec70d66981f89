import { fail, redirect } from '@sveltejs/kit';
import { allEditions } from '#forum/editions/index.ts';
import { emptyRecommendation, writeRecommendation } from '#forum/observations/index.ts';
import { translate } from '#platform/languages.ts';
import { problem, problemsOf, textOf } from '../../forms.ts';
import { editionName } from '../../forum/names.ts';
import { recommendationHref } from '../../themes/names.ts';
import { recommendationChoices, recommendationSent } from '../recommendation-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const editions = await allEditions(ctx.db);
  return {
    typed: emptyRecommendation(),
    edition: editions.find(({ stage }) => stage === 'current')?.slug ?? '',
    editions: editions
      .toReversed()
      .map((edition) => ({ value: edition.slug, label: editionName(edition, ctx.locale) })),
    choices: recommendationChoices(ctx.locale, []),
    title: translate(ctx.locale, 'observations.recommendation-new'),
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const { ctx, prefix } = locals;
    const data = await request.formData();
    const sent = recommendationSent(data);
    const edition = textOf(data, 'edition');
    const made = await writeRecommendation(ctx, edition, sent);
    const none = problem(locals, 'edition', 'observations.no-edition');
    if (made === null) return fail(400, { sent, edition, problems: none as Record<string, string> });
    if ('complaints' in made) return fail(400, { sent, edition, problems: problemsOf(locals, made.complaints) });
    redirect(303, `${recommendationHref({ locale: ctx.locale, prefix }, made.slug)}/edit?saved=1`);
  },
};
