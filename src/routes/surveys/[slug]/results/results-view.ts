import { countryName } from '#vocab/countries.ts';
import type { Locale } from '#vocab/language.ts';
import { textIn } from '#vocab/texts.ts';
import { translate } from '#platform/languages.ts';
import { MECHANISMS, mechanismName } from '#forum/people/index.ts';
import {
  type Answer,
  type Measured,
  partName,
  type Question,
  type Results,
  type SurveyContent,
  type Turnout,
} from '#forum/survey/index.ts';
import { numberIn } from '#ui/language.ts';
import type { BarView, ResultTableView, SpokenView, SurveyResultsView } from '#ui/results-views.ts';

import { questionView } from './question-view.ts';

/** The results of a survey for a reader: `turnout` is that of the moment where it is newer than the count. */
export function resultsView(
  content: SurveyContent,
  results: Results | null,
  turnout: Turnout,
  locale: Locale,
): SurveyResultsView {
  const questions = content.sections.flatMap((section) => section.questions);
  const measured = (question: Question) => results?.measured.filter((one) => one.question === question.code) ?? [];
  const shown = questions.filter((question) => measured(question).length > 0);
  return {
    title: textIn(content.title, locale),
    turnout: turnoutView(turnout, locale),
    questions: shown.map((question) => questionView(question, measured(question), results!.at, locale)),
    withheld: shown.flatMap(measured).some(hasWithheld),
    named: (results?.named ?? []).map(({ kind, code, answers }) => ({
      name: kind === 'state' ? countryName(code, locale) : mechanismLabel(code, locale),
      answers: questions.flatMap((question) => {
        const answer = answers[question.code];
        return answer
          ? [{ question: textIn(question.wording, locale), answer: answerText(question, answer, locale) }]
          : [];
      }),
    })),
  };
}

function mechanismLabel(code: string, locale: Locale): string {
  const mechanism = MECHANISMS.find((one) => one === code);
  return mechanism ? mechanismName(locale, mechanism) : code;
}

const hasWithheld = ({ parts }: Measured): boolean => parts.some(({ figures }) => figures === null);

function turnoutView({ states, mechanisms }: Turnout, locale: Locale): SurveyResultsView['turnout'] {
  const number = new Intl.NumberFormat(locale);
  const sum = (field: 'answered' | 'asked') => states.reduce((total, one) => total + one[field], 0);
  const lines = [
    { name: partName('states', locale), answered: sum('answered'), asked: sum('asked') },
    ...states.map(({ group, ...rest }) => ({ name: partName(group, locale), ...rest })),
    { name: partName('mechanisms', locale), ...mechanisms },
  ];
  const spoken = (text: string): SpokenView => ({ text, language: locale });
  const bars: BarView[] = lines.map(({ name, answered, asked }) => ({
    label: spoken(name),
    share: asked === 0 ? 0 : answered / asked,
    value: translate(locale, 'results.answered-of', { answered, asked }),
  }));
  const table: ResultTableView = {
    caption: translate(locale, 'results.turnout'),
    side: translate(locale, 'results.group'),
    columns: [translate(locale, 'results.answered'), translate(locale, 'results.asked')],
    rows: lines.map(({ name, answered, asked }) => ({
      label: spoken(name),
      cells: [number.format(answered), number.format(asked)],
    })),
  };
  return { bars, table };
}

/** What somebody answered who chose to be named. */
function answerText({ options }: Question, answer: Answer, locale: Locale): SpokenView {
  const label = (code: string) => {
    const option = options.find((one) => one.code === code);
    return option ? textIn(option.label, locale).text : code;
  };
  const list = (codes: string[], type: 'conjunction' | 'unit' = 'unit') =>
    new Intl.ListFormat(locale, { type }).format(codes.map(label));
  const spoken = (text: string) => ({ text, language: locale });
  switch (answer.kind) {
    case 'rank':
      return spoken(answer.places.map((tied, place) => `${place + 1}. ${list(tied, 'conjunction')}`).join(' · '));
    case 'rate':
      return spoken(
        Object.entries(answer.rates)
          .map(([code, rate]) =>
            translate(locale, 'site.labelled', { label: label(code), value: numberIn(locale, rate) }),
          )
          .join(' · '),
      );
    case 'choose-one':
      return spoken(label(answer.option));
    case 'choose-several':
      return spoken(list(answer.options));
    default:
      return spoken(answer.text);
  }
}
