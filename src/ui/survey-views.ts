/** What the pages about surveys are given to show. */

/** A text that people wrote, with the language it is in. */
export interface SaidView {
  text: string;
  lang: string;
}

/** One option, with what was typed for it. */
export interface SurveyOptionView {
  code: string;
  label: SaidView;
  /** Chosen; the place or the rate typed, empty where there is none. */
  checked: boolean;
  typed: string;
}

/** One question as it is asked. */
export interface SurveyQuestionView {
  code: string;
  number: number;
  kind: 'rank' | 'rate' | 'choose-one' | 'choose-several' | 'short-text' | 'long-text';
  wording: SaidView;
  help: SaidView;
  required: boolean;
  most: number | null;
  scale: number[];
  options: SurveyOptionView[];
  text: string;
  /** On which earlier question it depends, and in words. */
  condition: { question: string; options: string[]; words: string } | null;
  problem?: string | undefined;
  /** What somebody else answered in the meantime. */
  theirs?: string | undefined;
}

/** Questions under one heading. */
export interface SurveySectionView {
  code: string;
  title: SaidView;
  intro: SaidView;
  questions: SurveyQuestionView[];
}

/** A survey in a list. */
export interface SurveyLineView {
  href: string;
  title: SaidView;
  mark: string;
  waits: boolean;
  facts: string[];
}

/** One response as it was sent, to read, print and take along. */
export interface SurveyReceiptView {
  title: SaidView;
  respondent: string;
  when: string;
  /** Who sent it; null where it was entered late on somebody's behalf. */
  by: string | null;
  late: string | null;
  named: string;
  answers: SurveyAnswerView[];
}

/** One question with what was answered. */
export interface SurveyAnswerView {
  number: number;
  wording: SaidView;
  answer: string;
}

/** What a survey that is over leads to: its results, and those to whom a late answer is written. */
export interface SurveyOverView {
  /** Null where nothing was published. */
  results: string | null;
  units: { name: string; email: string | null }[];
}
