import type { Locale } from '#vocab/language.ts';
import type { ChoiceView } from './account-views.ts';
import type {
  KeepingChoice,
  KeepingView,
  LinkView,
  PageLinksView,
  PracticeTextView,
  TextChangeView,
  TitleView,
} from './views.ts';

/** What the pages of those who curate are given to show. */

/** A draft in the queue. */
export interface QueuedView {
  id: string;
  href: string;
  title: TitleView;
  kind: string;
  owner: string;
  stage: string;
  /** "waits 3 days", and since when. */
  waits: string;
  since: string;
  reviewer: string;
  remarks: string | null;
  second: string | null;
}

export interface QueueView {
  total: string;
  stages: { label: string; href: string; selected: boolean }[];
  whose: { label: string; href: string; selected: boolean }[];
  drafts: QueuedView[];
  pageHrefs: PageLinksView;
  /** The first page, where this one is beyond the last. */
  firstHref: string | null;
  /** The query of this page: forms come back to it. */
  query: string;
  curators: ChoiceView[];
}

/** What became of doing one thing to several drafts. */
export interface ManyView {
  done: { text: string; drafts: LinkView[] } | null;
  not: { text: string; drafts: LinkView[] } | null;
}

export interface RemarkView {
  id: string;
  text: string;
  by: string;
  settled: boolean;
}

/** Words a curator may look at twice, in what stands around them. */
export interface HintView {
  field: string;
  href: string;
  before: string;
  words: string;
  after: string;
}

/** A field of a draft: what it says, or what changes in it, with what is said of it. */
export interface ReviewFieldView {
  name: string;
  label: string;
  /** The language of its text; undefined where it has none. */
  lang: Locale | undefined;
  list: boolean;
  changes: TextChangeView[];
  changed: boolean;
  /** Why it cannot be read; null where it can. */
  complaint: string | null;
  remarks: RemarkView[];
}

export interface CheckView {
  name: string;
  label: string;
  /** Where it stands for the text of by now. */
  state: 'open' | 'holds' | 'not';
  /** What was last said of it, by whom and when; null where nobody has looked at it. */
  said: string | null;
  /** That it was said of an earlier text, and what of that has changed since: it is to be looked at anew. */
  changed: string | null;
  /** That it was said of an earlier text, of which nothing that it concerns has changed. */
  earlier: string | null;
  /** Why it does not hold, as it was last said. */
  why: string;
  /** When the answer was given: empty where there is none. */
  seen: string;
  /** Names of fields in which nothing stands, or a sentence. */
  empty: string | null;
  hints: HintView[];
  more: number;
}

/** What was sent of a point and could not be saved. */
export interface SentCheckView {
  state: 'open' | 'holds' | 'not';
  why: string;
  problem: string;
}

export interface HappenedView {
  when: string;
  whenText: string;
  actor: string;
  what: string;
  note: string;
}

export interface ReviewView {
  id: string;
  href: string;
  title: TitleView;
  /** The version of the draft that is shown. */
  version: number;
  isUpdate: boolean;
  kind: string;
  facts: { term: string; value: string | null }[];
  practice: LinkView | null;
  text: PracticeTextView;
  fields: ReviewFieldView[];
  /** Fields in which nothing stands. */
  emptyFields: ChoiceView[];
  remarks: RemarkView[];
  checks: CheckView[];
  /** Points of which a curator says that they do not hold, with the reasons. */
  notHolding: { label: string; why: string }[];
  duplicates: { href: string; title: string; why: string }[];
  obstacles: { text: string; href: string }[];
  /** Texts that stand against the published ones. */
  against: LinkView | null;
  turns: {
    take: boolean;
    own: boolean;
    publish: boolean;
    ask: boolean;
    giveBack: boolean;
    open: boolean;
    second: 'want' | 'not' | null;
    giveSecond: boolean;
  };
  reviewer: string;
  curators: ChoiceView[];
  editHref: string | null;
  waiting: string | null;
  /** What the owner last answered; an answer may be in the text alone. */
  answered: { title: string; text: string } | null;
  history: HappenedView[];
  done: { text: string; link: LinkView | null } | null;
}

/** Two texts of one field to be brought together. */
export interface TextPairView {
  name: string;
  label: string;
  lang: Locale | undefined;
  long: boolean;
  theirs: string;
  mine: string;
  changes: TextChangeView[];
  result: string;
  /** Where only some values can be. */
  choices: ChoiceView[] | null;
}

export interface TextsView {
  title: TitleView;
  backHref: string;
  version: number;
  practiceVersion: number;
  pairs: TextPairView[];
}

export interface KeepView {
  title: TitleView;
  standing: string;
  /** Who withdrew it and when, and why where that was said; null where it is not withdrawn. */
  withdrawn: { text: string; why: string | null } | null;
  /** What comes of changing it, as it stands now. */
  changeText: string;
  /** Its page; null where it has none to read. */
  href: string | null;
  confirmed: string;
  keeping: KeepingView;
  /** What is about to be done, once the reader has said yes. */
  asked: KeepingChoice | null;
  done: string | null;
}

/** One of two practices to be merged. */
export interface MergedView {
  title: string;
  lang: Locale;
  href: string;
}

export interface MergeView {
  goes: MergedView;
  hereHref: string;
  q: string;
  problem: string | null;
  found: { text: string; practices: (MergedView & { where: string; reasons: string[]; lookHref: string })[] } | null;
  chosen: null | {
    slug: string;
    stays: MergedView;
    otherWayHref: string | null;
    openDraft: boolean;
    rows: { label: string; goes: string; stays: string; differs: boolean }[];
  };
}
