import type { Locale } from '#vocab/language.ts';

/** A text with the language it is in. */
export interface SpokenView {
  text: string;
  language: Locale;
}

/** A bar with what it stands for: `share` of the whole length, 0 to 1. */
export interface BarView {
  label: SpokenView;
  share: number;
  value: string;
}

/** A table: a heading for each column but the first, and rows with a name at the side. */
export interface ResultTableView {
  caption: string;
  side: string;
  columns: string[];
  rows: { label: SpokenView; cells: string[] }[];
}

/** What came of one question. */
export interface QuestionResultView {
  code: string;
  wording: SpokenView;
  /** On how many answers it rests, and when it was counted where that was earlier; or why it is withheld. */
  said: string[];
  bars: BarView[];
  table: ResultTableView | null;
  /** By regional group and for the mechanisms. */
  parts: (ResultTableView & { note: string }) | null;
  comparisons: (ResultTableView & { note: string }) | null;
  /** Texts by the theme they were put under. */
  texts: { theme: string; texts: SpokenView[] }[] | null;
}

/** The results of a survey. */
export interface SurveyResultsView {
  title: SpokenView;
  turnout: { bars: BarView[]; table: ResultTableView };
  questions: QuestionResultView[];
  /** Whether anything is withheld, so that it must be said why. */
  withheld: boolean;
  named: { name: string; answers: { question: SpokenView; answer: SpokenView }[] }[];
}
