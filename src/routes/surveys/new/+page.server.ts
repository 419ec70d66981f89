import { fail, redirect } from '@sveltejs/kit';
import { allEditions } from '#forum/editions/index.ts';
import { allSurveys, createSurvey, sampleSurvey } from '#forum/survey/index.ts';
import { translate } from '#platform/languages.ts';
import { LOCALES } from '#vocab/language.ts';
import { textIn } from '#vocab/texts.ts';
import { problemsOf, textOf } from '../../forms.ts';
import { textsFrom } from '../texts-form.ts';
import { surveyHref } from '../survey-here.ts';
import type { Actions, PageServerLoad } from './$types';

interface NewView {
  from: { value: string; label: string }[];
  editions: { value: string; label: string }[];
}

export const load: PageServerLoad = async ({ locals: { ctx } }): Promise<NewView> => ({
  from: [
    { value: 'sample', label: translate(ctx.locale, 'survey.from-sample') },
    ...(await allSurveys(ctx.db)).map(({ id, content }) => ({
      value: id,
      label: textIn(content.title, ctx.locale).text,
    })),
  ],
  editions: (await allEditions(ctx.db))
    .map(({ id, number, years }) => ({
      value: id,
      label: translate(ctx.locale, 'survey.edition-of', { number, years: years.join('–') }),
    }))
    .reverse(),
});

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const { ctx } = locals;
    const form = await request.formData();
    const [wanted, edition] = [textOf(form, 'from'), textOf(form, 'edition')];
    const earlier = (await allSurveys(ctx.db)).find(({ id }) => id === wanted);
    const known = (await allEditions(ctx.db)).some(({ id }) => id === edition);
    const made = await createSurvey(ctx, {
      title: textsFrom(form, 'title'),
      edition: known ? edition : null,
      from: wanted === 'sample' ? sampleSurvey() : (earlier?.content ?? null),
    });
    if ('complaints' in made) {
      const typed = Object.fromEntries(LOCALES.map((locale) => [locale, textOf(form, `title.${locale}`)]));
      return fail(400, { typed, from: wanted, edition, problems: problemsOf(locals, made.complaints) });
    }
    redirect(303, `${surveyHref(locals, made)}/edit`);
  },
};
