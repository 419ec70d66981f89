import type { Complaint } from '#platform/problem.ts';
import { LOCALES, type Locale } from '#vocab/language.ts';
import { isWritten, type Texts } from '#vocab/texts.ts';
import type { Option, Question, QuestionKind, Section, SurveyContent } from './model.ts';

/** Every question, in the order in which they are asked. */
export function questionsOf(content: SurveyContent): Question[] {
  return content.sections.flatMap(({ questions }) => questions);
}

/** Whether a kind of question has options. */
export function hasOptions(kind: QuestionKind): boolean {
  return kind !== 'short-text' && kind !== 'long-text';
}

/** Whether other questions may depend on what is answered to one of this kind. */
export function mayDecide(kind: QuestionKind): boolean {
  return kind === 'choose-one' || kind === 'choose-several';
}

/** The questions on which one may depend: earlier ones in which something is chosen. */
export function deciders(content: SurveyContent, code: string): Question[] {
  const questions = questionsOf(content);
  const at = questions.findIndex((question) => question.code === code);
  return questions.slice(0, at === -1 ? questions.length : at).filter(({ kind }) => mayDecide(kind));
}

/** The first code of the form `q7` that no other has. */
export function freeCode(taken: readonly string[], letter: 'q' | 's' | 'o'): string {
  for (let number = 1; ; number++) if (!taken.includes(`${letter}${number}`)) return `${letter}${number}`;
}

/** A survey that asks nothing yet. */
export function emptySurvey(title: Texts): SurveyContent {
  return { title, intro: {}, sections: [newSection([])] };
}

function newSection(sections: readonly Section[]): Section {
  return {
    code: freeCode(
      sections.map(({ code }) => code),
      's',
    ),
    title: {},
    intro: {},
    questions: [],
  };
}

/** With one more section, at the end. */
export function withSection(content: SurveyContent): SurveyContent {
  return { ...content, sections: [...content.sections, newSection(content.sections)] };
}

/** With one more question of this kind, at the end of a section; gives its code too. */
export function withQuestion(
  content: SurveyContent,
  section: string,
  kind: QuestionKind,
): { content: SurveyContent; code: string } {
  const code = freeCode(
    questionsOf(content).map((question) => question.code),
    'q',
  );
  const question: Question = {
    code,
    kind,
    wording: {},
    help: {},
    required: false,
    options: [],
    most: null,
    scale: kind === 'rate' ? { from: 1, to: 5 } : null,
    condition: null,
  };
  const sections = content.sections.map((one) =>
    one.code === section ? { ...one, questions: [...one.questions, question] } : one,
  );
  return { content: { ...content, sections }, code };
}

/** With a question in another's stead, of the same code. */
export function withChanged(content: SurveyContent, question: Question): SurveyContent {
  const sections = content.sections.map((section) => ({
    ...section,
    questions: section.questions.map((one) => (one.code === question.code ? question : one)),
  }));
  return { ...content, sections };
}

/** Without a question. Those that depended on it are the caller's to check (`complaintsAbout`). */
export function withoutQuestion(content: SurveyContent, code: string): SurveyContent {
  const sections = content.sections.map((section) => ({
    ...section,
    questions: section.questions.filter((question) => question.code !== code),
  }));
  return { ...content, sections };
}

/** Without a section, where it is empty and not the only one. */
export function withoutSection(content: SurveyContent, code: string): SurveyContent {
  const sections = content.sections.filter((section) => section.code !== code || section.questions.length > 0);
  return sections.length === 0 ? content : { ...content, sections };
}

/** With the thing of this code one place up (-1) or down (1): a section, an option, or a question within its section. */
function stepped<Coded extends { code: string }>(list: readonly Coded[], code: string, by: -1 | 1): Coded[] {
  const at = list.findIndex((one) => one.code === code);
  const to = at + by;
  if (at === -1 || to < 0 || to >= list.length) return [...list];
  const moved = [...list];
  [moved[at], moved[to]] = [moved[to]!, moved[at]!];
  return moved;
}

/** With a section one place up or down. */
export function withSectionMoved(content: SurveyContent, code: string, by: -1 | 1): SurveyContent {
  return { ...content, sections: stepped(content.sections, code, by) };
}

/** With an option of a question one place up or down. */
export function withOptionMoved(question: Question, code: string, by: -1 | 1): Question {
  return { ...question, options: stepped<Option>(question.options, code, by) };
}

/** With a question one place up or down; from the edge of its section into the next one. */
export function withQuestionMoved(content: SurveyContent, code: string, by: -1 | 1): SurveyContent {
  const at = content.sections.findIndex(({ questions }) => questions.some((question) => question.code === code));
  const section = content.sections[at];
  if (!section) return content;
  const place = section.questions.findIndex((question) => question.code === code);
  const neighbour = content.sections[at + by];
  if (place + by >= 0 && place + by < section.questions.length) {
    const moved = { ...section, questions: stepped(section.questions, code, by) };
    return { ...content, sections: content.sections.with(at, moved) };
  }
  if (!neighbour) return content;
  const question = section.questions[place]!;
  const left = { ...section, questions: section.questions.filter((one) => one !== question) };
  const questions = by === 1 ? [question, ...neighbour.questions] : [...neighbour.questions, question];
  return { ...content, sections: content.sections.with(at, left).with(at + by, { ...neighbour, questions }) };
}

/**
 * What is wrong with how a survey is built, by the code of the question: a condition that looks at anything but options of an earlier
 * question. As every condition looks back, there is no circle of them.
 */
export function complaintsAbout(content: SurveyContent): Complaint[] {
  return questionsOf(content).flatMap(({ code, condition }): Complaint[] => {
    if (condition === null) return [];
    const on = deciders(content, code).find((question) => question.code === condition.question);
    const known =
      on && condition.options.length > 0 && condition.options.every((one) => on.options.some((o) => o.code === one));
    return known ? [] : [{ name: code, notice: { key: 'survey.condition-not-earlier', values: { code } } }];
  });
}

/** What keeps a survey from being opened: nothing asked, a question without words or without enough to choose from. */
export function openingComplaints(content: SurveyContent): Complaint[] {
  const questions = questionsOf(content);
  const said = (
    name: string,
    key: 'no-questions' | 'no-title' | 'no-wording' | 'few-options',
    code = '',
  ): Complaint => ({
    name,
    notice: { key: `survey.${key}`, values: { code } },
  });
  return [
    ...(isWritten(content.title) ? [] : [said('title', 'no-title')]),
    ...(questions.length > 0 ? [] : [said('questions', 'no-questions')]),
    ...questions.filter(({ wording }) => !isWritten(wording)).map(({ code }) => said(code, 'no-wording', code)),
    ...questions
      .filter(({ kind, options }) => hasOptions(kind) && options.length < (kind === 'rate' ? 1 : 2))
      .map(({ code }) => said(code, 'few-options', code)),
    ...complaintsAbout(content),
  ];
}

/** Every text of a survey that should be read in all languages; a help or an intro counts once it is written in one. */
function textsOf(content: SurveyContent): { code: string; texts: Texts }[] {
  const also = (code: string, texts: Texts) => (isWritten(texts) ? [{ code, texts }] : []);
  return [
    { code: 'title', texts: content.title },
    ...also('title', content.intro),
    ...content.sections.flatMap((section) => [
      ...also(section.code, section.title),
      ...also(section.code, section.intro),
      ...section.questions.flatMap(({ code, wording, help, options }) => [
        { code, texts: wording },
        ...also(code, help),
        ...options.map(({ label }) => ({ code, texts: label })),
      ]),
    ]),
  ];
}

/** What is not written yet in each language: the codes of the questions and sections, `title` for the survey's own texts. */
export function missingWording(content: SurveyContent): Record<Locale, string[]> {
  const texts = textsOf(content);
  return Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      [...new Set(texts.filter((one) => (one.texts[locale] ?? '') === '').map(({ code }) => code))],
    ]),
  ) as Record<Locale, string[]>;
}

/** A survey without any words: what must stay as it is once it was opened, since answers are kept by it. */
export function shapeOf({ sections }: SurveyContent): unknown {
  return sections.map(({ code, questions }) => ({
    code,
    questions: questions.map(({ wording: _, help: __, options, ...rest }) => ({
      ...rest,
      options: options.map(({ code: option, themes }) => ({ code: option, themes })),
    })),
  }));
}

/** Whether two surveys differ in words alone. */
export function sameShape(one: SurveyContent, other: SurveyContent): boolean {
  return JSON.stringify(ordered(shapeOf(one))) === JSON.stringify(ordered(shapeOf(other)));
}

/** With the keys of every object in order: a database gives them back in its own. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}
