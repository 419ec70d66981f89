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

/** What is asked in a survey. */
export interface SurveyContent {
  title: Texts;
  intro: Texts;
  sections: Section[];
}

/** Where a survey stands: being made, answered, over. */
export const SURVEY_STATES = ['draft', 'open', 'closed'] as const;
export type SurveyState = (typeof SURVEY_STATES)[number];

/** A survey as it is kept. */
export interface Survey {
  id: string;
  slug: string;
  /** The id of the edition whose themes it prepares; null where that is not said. */
  edition: string | null;
  state: SurveyState;
  content: SurveyContent;
  version: number;
  /** The version it was opened with; null for a draft. */
  openedVersion: number | null;
  openedAt: Date | null;
  /** Until when it can be answered, and the IANA zone in which that is said. */
  closesAt: Date | null;
  zone: string;
  closedAt: Date | null;
  /** How many days before the end those are reminded who have not answered, and which of these reminders went out. */
  remindDays: number[];
  remindedDays: number[];
  hiddenAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
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

/**
 * Who answers: one response a state, and one a mechanism (PRODUCT.md, rule 7). Mechanisms are counted apart. An observer state is of
 * no regional group: it counts overall, and in no breakdown by group.
 */
export type Respondent = { kind: 'state'; code: string; group: GroupCode | null } | { kind: 'mechanism'; code: string };

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
