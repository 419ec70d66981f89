import type { GroupCode } from '#vocab/groups.ts';
import type { Locale } from '#vocab/language.ts';
import type { Texts } from '#vocab/texts.ts';

/** What can be asked. To rank is to put options in order of preference, as far as one has one; to rate gives each a number. */
export const QUESTION_KINDS = ['rank', 'rate', 'choose-one', 'choose-several', 'short-text', 'long-text'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Something to choose, rank or rate. Its code stays whatever its wording becomes. */
export interface Option {
  code: string;
  label: Texts;
  /** The codes of the themes it stands for: what "make these the edition's themes" carries over. */
  themes: string[];
}

/** A question is asked only where an earlier one was answered with one of these options. */
export interface Condition {
  question: string;
  options: string[];
}

/** One question. Its code stays whatever its wording becomes. */
export interface Question {
  code: string;
  kind: QuestionKind;
  wording: Texts;
  /** A word of explanation beneath it. */
  help: Texts;
  required: boolean;
  /** Of questions with options; empty for texts. */
  options: Option[];
  /** How many options may be chosen, or ranked; null for as many as there are. */
  most: number | null;
  /** The ends of the scale of a rating, both included; null for other kinds. */
  scale: { from: number; to: number } | null;
  condition: Condition | null;
}

/** Questions that belong together, under a heading. */
export interface Section {
  code: string;
  title: Texts;
  intro: Texts;
  questions: Question[];
}

/** What is kept of a survey. */
export interface SurveyContent {
  title: Texts;
  intro: Texts;
  sections: Section[];
}

/**
 * What was answered to one question. A ranking is a list of places, the first one first; options on one place are tied, and options on no
 * place were not ranked.
 */
export type Answer =
  | { kind: 'rank'; places: string[][] }
  | { kind: 'rate'; rates: Record<string, number> }
  | { kind: 'choose-one'; option: string }
  | { kind: 'choose-several'; options: string[] }
  | { kind: 'short-text' | 'long-text'; text: string };

/** Who answers: one response a state, and one a mechanism (PRODUCT.md, rule 7). Mechanisms are counted apart. */
export type Respondent = { kind: 'state'; code: string; group: GroupCode } | { kind: 'mechanism'; code: string };

/** A response that was sent, as results are made of it: never shown with its respondent unless that respondent chose to be named. */
export interface Response {
  respondent: Respondent;
  /** By the code of the question; what was not answered is not there. */
  answers: Record<string, Answer>;
  language: Locale;
  named: boolean;
  /** Sent by the Support Unit on a state's behalf after the survey was closed. */
  onBehalf: boolean;
}
