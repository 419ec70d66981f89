import { createHash } from 'node:crypto';
import type { Answer, Option, Question, Response, SurveyContent } from '../model.ts';
import { borda } from './borda.ts';
import type { Figures, Part } from './model.ts';
import { schulze } from './schulze.ts';
import type { Sum } from './withholding.ts';

/** What is counted by itself: a question; of a rating, each of its options, since not everybody rates each. */
export interface Measure {
  key: string;
  question: Question;
  option: Option | null;
}

/** Every measure of a survey, in the order of its questions. */
export function measuresOf(content: SurveyContent): Measure[] {
  return content.sections
    .flatMap(({ questions }) => questions)
    .flatMap((question): Measure[] =>
      question.kind === 'rate'
        ? question.options.map((option) => ({ key: `${question.code}/${option.code}`, question, option }))
        : [{ key: question.code, question, option: null }],
    );
}

/** Who somebody is among those who answer: never shown, kept only to compare counts. */
export function keyOf({ respondent }: Response): string {
  return `${respondent.kind}/${respondent.code}`;
}

/** What a response says to a measure; undefined where it says nothing. */
export function saidTo({ question, option }: Measure, { answers }: Response): Answer | number | undefined {
  const answer = answers[question.code];
  if (!answer || answer.kind !== question.kind) return undefined;
  if (answer.kind === 'rate') return option ? answer.rates[option.code] : undefined;
  if (answer.kind === 'rank') return answer.places.some((tied) => tied.length > 0) ? answer : undefined;
  if (answer.kind === 'choose-several') return answer.options.length > 0 ? answer : undefined;
  if ('text' in answer) return answer.text.trim() === '' ? undefined : answer;
  return answer;
}

/** The answers of some to a measure, as a sum is known by: whose, and a mark of which answer. */
export function sumOf(measure: Measure, responses: readonly Response[]): Sum {
  return new Map(
    responses.flatMap((response) => {
      const said = saidTo(measure, response);
      return said === undefined ? [] : [[keyOf(response), markOf(said)] as const];
    }),
  );
}

function markOf(said: Answer | number): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 10);
}

/** Whether a response is of a part of those who answered. */
export function isOf(part: Part, { respondent }: Response): boolean {
  if (part === 'everybody') return true;
  if (respondent.kind === 'mechanism') return part === 'mechanisms';
  return part === 'states' || part === respondent.group;
}

/** The figures of a measure over these responses. */
export function figuresOf(measure: Measure, responses: readonly Response[]): Figures {
  const { question, option } = measure;
  const those = responses.filter((response) => saidTo(measure, response) !== undefined);
  const answers = those.map(({ answers }) => answers[question.code]!);
  const answered = those.length;
  const options = question.options.map(({ code }) => code);
  switch (question.kind) {
    case 'rank':
      return preferencesOf(answers, options);
    case 'rate': {
      const rates = answers.flatMap((answer) => (answer.kind === 'rate' ? [answer.rates[option!.code]!] : []));
      return { kind: 'rate', answered, counts: distributionOf(rates, question.scale), median: medianOf(rates) };
    }
    case 'choose-one':
    case 'choose-several': {
      const chosen = answers.flatMap((answer) =>
        answer.kind === 'choose-one' ? [answer.option] : answer.kind === 'choose-several' ? answer.options : [],
      );
      const counts = options.map((code) => [code, chosen.filter((one) => one === code).length]);
      return { kind: question.kind, answered, counts: Object.fromEntries(counts) as Record<string, number> };
    }
    default: {
      const texts = those.flatMap(({ answers, language }) => {
        const answer = answers[question.code]!;
        return 'text' in answer ? [{ text: answer.text.trim(), language, theme: null }] : [];
      });
      // By the text itself: neither who wrote it nor when can be seen from where it stands, nor what else they wrote.
      texts.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
      return { kind: question.kind, answered, texts };
    }
  }
}

function preferencesOf(answers: readonly Answer[], options: string[]): Figures {
  const rankings = answers.flatMap((answer) => (answer.kind === 'rank' ? [answer.places] : []));
  const { places, before, first, condorcet, cycles, preferred } = schulze(rankings, options);
  return {
    kind: 'rank',
    answered: rankings.length,
    borda: borda(rankings, options),
    schulze: {
      places,
      before: Object.fromEntries([...before].map(([option, behind]) => [option, [...behind]])),
      first,
      condorcet,
      cycles,
      preferred: Object.fromEntries([...preferred].map(([option, row]) => [option, Object.fromEntries(row)])),
    },
  };
}

function distributionOf(rates: readonly number[], scale: Question['scale']): { rate: number; count: number }[] {
  const { from, to } = scale ?? { from: Math.min(...rates), to: Math.max(...rates) };
  return Array.from({ length: to - from + 1 }, (_, step) => {
    const rate = from + step;
    return { rate, count: rates.filter((one) => one === rate).length };
  });
}

/** The middle one; between two middle ones, half-way. */
function medianOf(rates: readonly number[]): number {
  const sorted = [...rates].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
