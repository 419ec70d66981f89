import type { GroupCode } from '#vocab/groups.ts';
import type { Locale } from '#vocab/language.ts';
import type { Answer, QuestionKind, SurveyContent } from '../model.ts';
import type { BordaPlace } from './borda.ts';

/** Whose answers a figure is made of: all states', those of the states of one regional group, all mechanisms'; of texts: everybody's. */
export type Part = 'states' | GroupCode | 'mechanisms' | 'everybody';

/** What preferences come to, as it can be kept: order and comparisons by the codes of the options. */
export interface RankFigures {
  kind: 'rank';
  answered: number;
  borda: BordaPlace[];
  schulze: {
    /** Places with ties; null where there are none to tell, only who comes before whom. */
    places: string[][] | null;
    before: Record<string, string[]>;
    first: string[];
    condorcet: string | null;
    cycles: string[][];
    /** How many prefer the one to the other. */
    preferred: Record<string, Record<string, number>>;
  };
}

/** How an option was rated: how many gave it each number of the scale, and the median. */
export interface RateFigures {
  kind: 'rate';
  answered: number;
  counts: { rate: number; count: number }[];
  median: number;
}

/** How many chose each option. */
export interface ChoiceFigures {
  kind: 'choose-one' | 'choose-several';
  answered: number;
  counts: Record<string, number>;
}

/** What was written, in an order that says nothing about who wrote it. */
export interface TextFigures {
  kind: 'short-text' | 'long-text';
  answered: number;
  /** `theme`: under which it was put, `other` for none of the Forum's; null while nobody has read it. */
  texts: { text: string; language: Locale; theme: string | null }[];
}

export type Figures = RankFigures | RateFigures | ChoiceFigures | TextFigures;

/** A figure for each part of those who answered; null where it is withheld (rule 7). */
export interface Measured {
  question: string;
  /** Of a rating: which option was rated. Null for other questions. */
  option: string | null;
  kind: QuestionKind;
  /** When it was counted: earlier than the rest where fewer than five answers have come or changed since. */
  at: string;
  parts: { part: Part; figures: Figures | null }[];
}

/** How many answered, of how many who were asked. */
export interface Turnout {
  /** `none`: observer states of no regional group. */
  states: { group: GroupCode | 'none'; answered: number; asked: number }[];
  mechanisms: { answered: number; asked: number };
}

/** A respondent that chose to be named, and what it answered. */
export interface Named {
  kind: 'state' | 'mechanism';
  code: string;
  answers: Record<string, Answer>;
}

/** The results of a survey at one time: all that is shown of it to anybody. */
export interface Results {
  at: string;
  /** Whether the survey was over. Before, the last five answers of each group are held back. */
  final: boolean;
  turnout: Turnout;
  measured: Measured[];
  named: Named[];
}

/** What a count must keep so that a later one gives nothing away: who was counted, which answers, and which parts were shown. */
export interface Shown {
  taken: string[];
  /** By measure: the mark of each respondent's answer, and the parts that were shown of them. */
  sums: Record<string, { marks: Record<string, string>; parts: Part[] }>;
}

/** A count as it is kept. */
export interface Count {
  id: string;
  survey: string;
  number: number;
  at: Date;
  final: boolean;
  results: Results;
  shown: Shown;
  /** The questions as they stood then: what was published is read with its own wording. */
  content: SurveyContent;
  /** What everybody may read of it; null where it was not published. */
  published: Results | null;
  publishedAt: Date | null;
}
