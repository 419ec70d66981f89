import { fail, redirect } from '@sveltejs/kit';
import { textIn } from '#vocab/texts.ts';
import { themeLabel } from '#vocab/themes.ts';
import { makeThemes, resultsNow, themeChoices } from '#forum/survey/index.ts';
import type { SpokenView } from '#ui/results-views.ts';
import { problemsOf } from '../../../../forms.ts';
import { surveyForHosts } from '../results-here.ts';
import { placeText } from '../rank-words.ts';
import type { Actions, PageServerLoad } from './$types';

interface ThemesView {
  title: SpokenView;
  href: string;
  questions: {
    code: string;
    wording: SpokenView;
    options: { value: string; label: SpokenView; place: string; themes: string[]; taken: boolean }[];
  }[];
  made: boolean;
}

/** What was ranked, by the preferences of all states where they can be shown, to choose the edition's themes from. */
export const load: PageServerLoad = async ({ params: { slug }, url, locals }): Promise<ThemesView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const survey = await surveyForHosts(locals, slug);
  const { count } = await resultsNow(ctx, survey);
  const choices = await themeChoices(ctx, survey);
  const asked = survey.content.sections.flatMap(({ questions }) => questions).filter(({ kind }) => kind === 'rank');
  return {
    title: textIn(survey.content.title, locale),
    href: `${prefix}/surveys/${encodeURIComponent(survey.slug)}/results`,
    questions: asked.map((question) => {
      const measured = count?.results.measured.find((one) => one.question === question.code);
      const found = measured?.parts.find(({ part }) => part === 'states')?.figures;
      const figures = found?.kind === 'rank' ? found : null;
      const order = (code: string) => figures?.borda.findIndex(({ option }) => option === code) ?? 0;
      return {
        code: question.code,
        wording: textIn(question.wording, locale),
        options: choices
          .filter((choice) => choice.question === question.code)
          .sort((a, b) => order(a.option.code) - order(b.option.code))
          .map(({ option, taken }) => ({
            value: `${question.code}/${option.code}`,
            label: textIn(option.label, locale),
            place: figures ? placeText(figures, option.code, locale) : '',
            themes: option.themes.map((theme) => themeLabel(theme, locale)),
            taken,
          })),
      };
    }),
    made: url.searchParams.has('made'),
  };
};

export const actions: Actions = {
  default: async ({ params: { slug }, locals, request }) => {
    const survey = await surveyForHosts(locals, slug);
    const chosen = (await request.formData()).getAll('option').filter((value) => typeof value === 'string');
    const done = await makeThemes(locals.ctx, survey, chosen);
    if ('complaints' in done)
      return fail(400, { chosen, problems: Object.values(problemsOf(locals, done.complaints)) });
    redirect(303, `${locals.prefix}/surveys/${encodeURIComponent(survey.slug)}/results/themes?made=1`);
  },
};
