import { fail, redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import {
  changeSurvey,
  deciders,
  hasOptions,
  type Question,
  questionsOf,
  type Survey,
  withChanged,
} from '#forum/survey/index.ts';
import { themeLabel, themesOffered } from '#vocab/themes.ts';
import { textIn } from '#vocab/texts.ts';
import { problemsOf, textOf } from '../../../../forms.ts';
import { noSurvey, said, surveyHere, surveyHref } from '../../../survey-here.ts';
import { NEW_OPTIONS, readQuestion } from './question-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { locale } = locals.ctx;
  const survey = await surveyHere(locals, params.slug);
  const question = questionIn(survey, params.question, locals);
  const questions = questionsOf(survey.content);
  const number = (code: string) => questions.findIndex((one) => one.code === code) + 1;
  const base = surveyHref(locals, survey);
  const next = questions[number(question.code)];
  return {
    name: said(survey.content.title, locale),
    here: `${base}/edit/${question.code}`,
    listHref: `${base}/edit`,
    nextHref: next ? `${base}/edit/${next.code}` : null,
    draft: survey.state === 'draft',
    version: survey.version,
    number: number(question.code),
    question,
    kind: translate(locale, `survey.kind-${question.kind}`),
    options: hasOptions(question.kind),
    newOptions: survey.state === 'draft' ? [...NEW_OPTIONS] : [],
    themes: themesOffered().map(({ code }) => ({ value: code, label: themeLabel(code, locale) })),
    deciders: deciders(survey.content, question.code).flatMap(({ code, options }) =>
      options.map((option) => ({
        value: `${code} ${option.code}`,
        code: translate(locale, 'survey.question-number', { number: number(code) }),
        label: textIn(option.label, locale).text || option.code,
      })),
    ),
    saved: url.searchParams.has('saved'),
  };
};

function questionIn(survey: Survey, code: string, { ctx }: App.Locals): Question {
  return questionsOf(survey.content).find((one) => one.code === code) ?? noSurvey(ctx.locale);
}

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const survey = await surveyHere(locals, params.slug);
    const before = questionIn(survey, params.question, locals);
    const form = await request.formData();
    const question = readQuestion(before, form, survey.state === 'draft');
    const version = Number(textOf(form, 'version')) || 0;
    const changed = await changeSurvey(locals.ctx, survey.id, version, (content) => withChanged(content, question));
    if (changed === null) noSurvey(locals.ctx.locale);
    if ('complaints' in changed)
      return fail(400, { question, problems: Object.values(problemsOf(locals, changed.complaints)) });
    redirect(303, `${surveyHref(locals, survey)}/edit/${before.code}?saved=1`);
  },
};
