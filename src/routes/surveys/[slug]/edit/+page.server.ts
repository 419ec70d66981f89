import { fail, redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import {
  changeSurvey,
  missingWording,
  QUESTION_KINDS,
  questionsOf,
  type Refused,
  type Survey,
  type SurveyContent,
  withoutQuestion,
  withoutSection,
  withQuestion,
  withQuestionMoved,
  withSection,
  withSectionMoved,
} from '#forum/survey/index.ts';
import { LOCALES } from '#vocab/language.ts';
import type { Texts } from '#vocab/texts.ts';
import type { SaidView } from '#ui/survey-views.ts';
import { problemsOf, textOf } from '../../../forms.ts';
import { languageName } from '../../../views.ts';
import { noSurvey, said, surveyHere, surveyHref } from '../../survey-here.ts';
import { textsFrom } from '../../texts-form.ts';
import type { Actions, PageServerLoad } from './$types';

interface EditView {
  name: SaidView;
  here: string;
  href: string;
  draft: boolean;
  version: number;
  title: Texts;
  intro: Texts;
  sections: {
    code: string;
    title: Texts;
    intro: Texts;
    questions: { code: string; number: number; wording: SaidView; kind: string; condition: boolean }[];
  }[];
  kinds: { value: string; label: string }[];
  missing: { language: string; items: { label: string; href: string }[] }[];
  saved: boolean;
}

export const load: PageServerLoad = async ({ locals, params, url }): Promise<EditView> => {
  const { ctx } = locals;
  const survey = await surveyHere(locals, params.slug);
  const here = `${surveyHref(locals, survey)}/edit`;
  const { content } = survey;
  const numbers = new Map(questionsOf(content).map(({ code }, at) => [code, at + 1]));
  return {
    name: said(content.title, ctx.locale),
    here,
    href: surveyHref(locals, survey),
    draft: survey.state === 'draft',
    version: survey.version,
    title: content.title,
    intro: content.intro,
    sections: content.sections.map(({ code, title, intro, questions }) => ({
      code,
      title,
      intro,
      questions: questions.map((question) => ({
        code: question.code,
        number: numbers.get(question.code)!,
        wording: said(question.wording, ctx.locale),
        kind: translate(ctx.locale, `survey.kind-${question.kind}`),
        condition: question.condition !== null,
      })),
    })),
    kinds: QUESTION_KINDS.map((kind) => ({ value: kind, label: translate(ctx.locale, `survey.kind-${kind}`) })),
    missing: missingViews(survey, here, numbers, locals),
    saved: url.searchParams.has('saved'),
  };
};

/** What is not written yet in each language, and where to write it. */
function missingViews(
  { content }: Survey,
  here: string,
  numbers: Map<string, number>,
  { ctx: { locale } }: App.Locals,
) {
  const missing = missingWording(content);
  return LOCALES.map((language) => ({
    language: languageName(language, locale),
    items: missing[language].map((code) => {
      const number = numbers.get(code);
      return number === undefined
        ? {
            label: translate(locale, code === 'title' ? 'survey.own-texts' : 'survey.section-texts', { code }),
            href: `${here}#${code}`,
          }
        : { label: translate(locale, 'survey.question-number', { number }), href: `${here}/${code}` };
    }),
  })).filter(({ items }) => items.length > 0);
}

export const actions: Actions = {
  /** The texts of the survey and of its sections; with them whatever button was pressed. */
  default: async ({ locals, params, request }) => {
    const { ctx } = locals;
    const survey = await surveyHere(locals, params.slug);
    const form = await request.formData();
    const [what = '', code = ''] = textOf(form, 'do').split(' ');
    let made = '';
    const changed = await changeSurvey(ctx, survey.id, Number(textOf(form, 'version')) || 0, (content) => {
      const worded = withTexts(content, form);
      const kind = QUESTION_KINDS.find((one) => one === textOf(form, `kind.${code}`));
      if (what !== 'add-question' || !kind) return pressed(worded, what, code);
      const more = withQuestion(worded, code, kind);
      made = more.code;
      return more.content;
    });
    if (changed === null) noSurvey(ctx.locale);
    if ('complaints' in changed) return fail(400, refusal(locals, form, survey, changed));
    const here = `${surveyHref(locals, survey)}/edit`;
    redirect(303, made ? `${here}/${made}` : `${here}?saved=1${what === '' ? '' : `#${code}`}`);
  },
};

/** What is wrong, with everything typed, so that nothing is lost: beside it the page shows what others saved meanwhile. */
function refusal(locals: App.Locals, form: FormData, { content }: Survey, { complaints }: Refused) {
  const worded = withTexts(content, form);
  return {
    problems: Object.values(problemsOf(locals, complaints)),
    title: worded.title,
    intro: worded.intro,
    sections: Object.fromEntries(worded.sections.map(({ code, title, intro }) => [code, { title, intro }])),
  };
}

function withTexts(content: SurveyContent, form: FormData): SurveyContent {
  return {
    title: textsFrom(form, 'title'),
    intro: textsFrom(form, 'intro'),
    sections: content.sections.map((section) => ({
      ...section,
      title: textsFrom(form, `${section.code}.title`),
      intro: textsFrom(form, `${section.code}.intro`),
    })),
  };
}

/** What a button does to a survey. */
function pressed(content: SurveyContent, what: string, code: string): SurveyContent {
  switch (what) {
    case 'add-section':
      return withSection(content);
    case 'section-up':
      return withSectionMoved(content, code, -1);
    case 'section-down':
      return withSectionMoved(content, code, 1);
    case 'remove-section':
      return withoutSection(content, code);
    case 'question-up':
      return withQuestionMoved(content, code, -1);
    case 'question-down':
      return withQuestionMoved(content, code, 1);
    case 'remove-question':
      return withoutQuestion(content, code);
    default:
      return content;
  }
}
