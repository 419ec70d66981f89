import type { Complaint } from '#platform/problem.ts';
import { questionsOf } from './content.ts';
import type { Answer, Question, SurveyContent } from './model.ts';
import { readRanking, typedRanking } from './ranking.ts';

export type Answers = Record<string, Answer>;

/** How long texts may be, in characters. */
export const LONGEST = { 'short-text': 300, 'long-text': 4_000 } as const;

/** What was sent of a form, by the names of its fields: `q1`, and `q1.o2` for one option of a ranking or rating. */
export type Fields = Readonly<Record<string, readonly string[]>>;

/** The names of the fields of a question. */
export function fieldsOf({ code, kind, options }: Question): string[] {
  return kind === 'rank' || kind === 'rate' ? options.map((option) => `${code}.${option.code}`) : [code];
}

/**
 * Whether a question is asked, given what was answered so far: an earlier question, itself asked, was answered with one of the options
 * that the condition names.
 */
export function isAsked(content: SurveyContent, question: Question, answers: Answers): boolean {
  const { condition } = question;
  if (condition === null) return true;
  const on = questionsOf(content).find(({ code }) => code === condition.question);
  if (!on || on === question || !isAsked(content, on, answers)) return false;
  const answer = answers[on.code];
  const chosen =
    answer?.kind === 'choose-one' ? [answer.option] : answer?.kind === 'choose-several' ? answer.options : [];
  return chosen.some((option) => condition.options.includes(option));
}

/**
 * The answers as they were typed, with what is wrong with them. What can be read is always in `answers`, so that saving loses nothing;
 * texts are kept however long, and a complaint says so.
 */
export function readAnswers(content: SurveyContent, fields: Fields): { answers: Answers; complaints: Complaint[] } {
  const complaints: Complaint[] = [];
  const answers: Answers = {};
  for (const question of questionsOf(content)) {
    const answer = readAnswer(question, fields, complaints);
    if (answer) answers[question.code] = answer;
  }
  return { answers, complaints };
}

function readAnswer(question: Question, fields: Fields, complaints: Complaint[]): Answer | null {
  const { code, kind, options, most, scale } = question;
  const complain = (key: 'rank-unread' | 'too-many-chosen' | 'text-too-long', values: Record<string, number>) =>
    complaints.push({ name: code, notice: { key: `survey.${key}`, values } });
  const typed = (name: string) => fields[name]?.[0] ?? '';
  const known = (option: string) => options.some((one) => one.code === option);
  const places = Object.fromEntries(options.map((option) => [option.code, typed(`${code}.${option.code}`)]));
  switch (kind) {
    case 'rank': {
      const ranking = readRanking(Object.keys(places), places);
      if (ranking.unread.length > 0) complain('rank-unread', { count: ranking.unread.length });
      const ranked = ranking.places.flat().length;
      if (most !== null && ranked > most) complain('too-many-chosen', { most, count: ranked });
      return ranked === 0 ? null : { kind, places: ranking.places };
    }
    case 'rate': {
      const rates = Object.entries(places).filter(([, text]) => isRate(text, scale));
      return rates.length === 0
        ? null
        : { kind, rates: Object.fromEntries(rates.map(([o, text]) => [o, Number(text)])) };
    }
    case 'choose-one':
      return known(typed(code)) ? { kind, option: typed(code) } : null;
    case 'choose-several': {
      const sent = fields[code] ?? [];
      const chosen = options.map((option) => option.code).filter((option) => sent.includes(option));
      if (most !== null && chosen.length > most) complain('too-many-chosen', { most, count: chosen.length });
      return chosen.length === 0 ? null : { kind, options: chosen };
    }
    default: {
      const text = typed(code).replace(/\r\n?/g, '\n').trim();
      const [count, longest] = [[...text].length, LONGEST[kind]];
      if (count > longest) complain('text-too-long', { count, most: longest });
      return text === '' ? null : { kind, text };
    }
  }
}

function isRate(text: string, scale: Question['scale']): boolean {
  return scale !== null && /^-?\d{1,3}$/.test(text) && Number(text) >= scale.from && Number(text) <= scale.to;
}

/** Answers as the fields of a form hold them: the other way of `readAnswers`. */
export function typedAnswers(content: SurveyContent, answers: Answers): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const { code } of questionsOf(content)) {
    const answer = answers[code];
    if (!answer) continue;
    if (answer.kind === 'choose-one') fields[code] = [answer.option];
    else if (answer.kind === 'choose-several') fields[code] = [...answer.options];
    else if (answer.kind === 'rank' || answer.kind === 'rate') {
      const texts = answer.kind === 'rank' ? typedRanking(answer.places) : answer.rates;
      for (const [option, text] of Object.entries(texts)) fields[`${code}.${option}`] = [String(text)];
    } else fields[code] = [answer.text];
  }
  return fields;
}

/** Only the answers to questions that were asked: what stands beneath a condition that no longer holds is not sent. */
export function askedAnswers(content: SurveyContent, answers: Answers): Answers {
  const asked = questionsOf(content).filter((question) => isAsked(content, question, answers));
  return Object.fromEntries(asked.flatMap(({ code }) => (answers[code] ? [[code, answers[code]]] : [])));
}

/** The questions that are asked, must be answered and are not. */
export function unanswered(content: SurveyContent, answers: Answers): Question[] {
  return questionsOf(content).filter(
    (question) => question.required && !answers[question.code] && isAsked(content, question, answers),
  );
}

/**
 * What two people wrote upon the same answers, brought together: where only one of them changed an answer, theirs; where both did and not alike,
 * it is a conflict, and neither is taken silently.
 */
export function mergedAnswers(
  base: Answers,
  theirs: Answers,
  mine: Answers,
): { answers: Answers; conflicts: string[] } {
  const answers: Answers = { ...theirs };
  const conflicts: string[] = [];
  for (const code of new Set([...Object.keys(base), ...Object.keys(theirs), ...Object.keys(mine)])) {
    if (sameAnswer(mine[code], base[code]) || sameAnswer(mine[code], theirs[code])) continue;
    if (!sameAnswer(theirs[code], base[code])) conflicts.push(code);
    else if (mine[code]) answers[code] = mine[code];
    else delete answers[code];
  }
  return { answers, conflicts };
}

/** Whether two answers are alike; the order in which options were ticked or stand on one place does not matter. */
export function sameAnswer(one: Answer | undefined, other: Answer | undefined): boolean {
  return plain(one) === plain(other);
}

function plain(answer: Answer | undefined): string {
  if (!answer) return '';
  switch (answer.kind) {
    case 'rank':
      return JSON.stringify(answer.places.map((tied) => [...tied].sort()));
    case 'rate':
      return JSON.stringify(Object.entries(answer.rates).sort(([a], [b]) => (a < b ? -1 : 1)));
    case 'choose-one':
      return JSON.stringify([answer.option]);
    case 'choose-several':
      return JSON.stringify([...answer.options].sort());
    default:
      return JSON.stringify(answer.text);
  }
}
