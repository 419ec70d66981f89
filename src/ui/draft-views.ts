/** What the pages for sharing a practice are given to show. */

/** A subject of the form in the list of all of them. */
export interface StepView {
  label: string;
  href: string;
  here: boolean;
  /** Something on it cannot be read. */
  wrong: boolean;
  /** Something on it is still needed before it can be handed in. */
  missing: boolean;
}

/** Something to choose. */
export interface OptionView {
  value: string;
  label: string;
  code?: string;
  checked: boolean;
  why?: string;
}

/** A group of things to choose from, folded: the targets of a goal. */
export interface OptionGroupView {
  code: string;
  label: string;
  options: OptionView[];
}

/** A text that two people changed: what was saved, and what was to be saved now. */
export interface ConflictView {
  field: string;
  label: string;
  theirs: string;
  mine: string;
}

/** A remark on the draft. */
export interface RemarkView {
  id: string;
  /** The name of the field, or of the whole. */
  about: string;
  text: string;
  actor: string;
  when: string;
}

/** The head of every page about a draft. */
export interface DraftHeadView {
  id: string;
  title: string;
  stage: string;
  /** What the present stage means for the reader, in a sentence. */
  stageText: string;
  version: number;
  savedWhen: string;
  writable: boolean;
  steps: StepView[];
  historyHref: string;
  /** What a curator asked, or said when giving it back; null where nothing waits. */
  question: { text: string; actor: string; when: string } | null;
  /** Where a question is answered; null where there is none to answer. */
  answerHref: string | null;
  remarks: RemarkView[];
}
