import { translate } from '#platform/languages.ts';
import { type Answer, type Question, questionsOf, type SurveyContent } from '#forum/survey/index.ts';
import type { Locale } from '#vocab/language.ts';
import { textIn } from '#vocab/texts.ts';
import { numberIn } from '#ui/language.ts';
import type { SurveyQuestionView, SurveySectionView } from '#ui/survey-views.ts';
import { said } from './survey-here.ts';

/** A survey as it is asked, with what was typed by the names of the fields. */
export function sectionViews(
  content: SurveyContent,
  locale: Locale,
  typed: Readonly<Record<string, readonly string[]>>,
): SurveySectionView[] {
  let number = 0;
  return content.sections
    .filter(({ questions }) => questions.length > 0)
    .map(({ code, title, intro, questions }) => ({
      code,
      title: said(title, locale),
      intro: said(intro, locale),
      questions: questions.map((question) => questionView(content, question, ++number, locale, typed)),
    }));
}

function questionView(
  content: SurveyContent,
  { code, kind, wording, help, required, most, scale, options, condition }: Question,
  number: number,
  locale: Locale,
  typed: Readonly<Record<string, readonly string[]>>,
): SurveyQuestionView {
  return {
    code,
    number,
    kind,
    wording: said(wording, locale),
    help: said(help, locale),
    required,
    most,
    scale: scale ? Array.from({ length: scale.to - scale.from + 1 }, (_, at) => scale.from + at) : [],
    options: options.map((option) => ({
      code: option.code,
      label: said(option.label, locale),
      checked: typed[code]?.includes(option.code) ?? false,
      typed: typed[`${code}.${option.code}`]?.[0] ?? '',
    })),
    text: typed[code]?.[0] ?? '',
    condition: condition && { ...condition, words: conditionWords(content, condition, locale) },
  };
}

/** "Only if you answered “Yes” to question 3." */
function conditionWords(content: SurveyContent, condition: NonNullable<Question['condition']>, locale: Locale): string {
  const questions = questionsOf(content);
  const at = questions.findIndex(({ code }) => code === condition.question);
  const options = condition.options.map((code) => `“${optionText(questions[at], code, locale)}”`);
  const list = new Intl.ListFormat(locale, { type: 'disjunction' }).format(options);
  return translate(locale, 'survey.only-if', { number: at + 1, list });
}

function optionText(question: Question | undefined, code: string, locale: Locale): string {
  return textIn(question?.options.find((option) => option.code === code)?.label ?? {}, locale).text || code;
}

/** An answer in words, a line each where there are several. */
export function answerText(question: Question, answer: Answer | undefined, locale: Locale): string {
  if (!answer) return translate(locale, 'survey.not-answered');
  const name = (code: string) => optionText(question, code, locale);
  switch (answer.kind) {
    case 'rank':
      return answer.places
        .map((tied, at) => `${new Intl.NumberFormat(locale).format(at + 1)}. ${tied.map(name).join(' = ')}`)
        .join('\n');
    case 'rate':
      return Object.entries(answer.rates)
        .map(([code, rate]) => translate(locale, 'site.labelled', { label: name(code), value: numberIn(locale, rate) }))
        .join('\n');
    case 'choose-one':
      return name(answer.option);
    case 'choose-several':
      return answer.options.map(name).join('\n');
    default:
      return answer.text;
  }
}
