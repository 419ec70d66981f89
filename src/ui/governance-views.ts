import type { ChoiceView } from './account-views.ts';

/** What the pages about the Forum's bodies are given to show. */

/** A text with the language it is written in, where that is not the reader's. */
export interface WrittenView {
  text: string;
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** Where a fact was taken from; without an address it is told and leads nowhere. */
export interface SourceView {
  label: string;
  href: string | null;
}

/** Who sits in a body. */
export interface MemberView {
  name: string;
  /** Its own page. */
  href: string;
  /** As what, where it is more or other than a member: "co-chair". */
  part: string | null;
  /** "since 2009", "from 2009 to 2014". */
  when: string;
  source: SourceView | null;
}

/** Somebody who holds an office of a body and shows their name. */
export interface HolderView {
  name: string;
  /** Their post and organisation, where they show them and hold the office today. */
  what: string;
  when: string;
}

/** The three chairs that lead together, each with who it is. */
export interface TroikaView {
  /** "13 (2020)". */
  edition: string;
  seats: {
    label: string;
    present: boolean;
    states: { name: string; href: string }[];
    /** What is said where no state is named. */
    empty: string;
  }[];
}

/** A day a page speaks of, and the form that asks for another. */
export interface OnView {
  /** As 2018-06-01. */
  day: string;
  /** In words, where it is not today. */
  words: string | null;
  /** What was typed where it is no day, and what is wrong with it. */
  typed: string;
  problem: string | undefined;
}

/** A body as a line of the overview. */
export interface BodyLineView {
  href: string;
  name: WrittenView;
  /** Whether it works, where that needs saying: "set up in 2016", "its end is not written down". */
  state: string;
  /** Who is in it, in a sentence or two. */
  who: string[];
}

/** The overview. */
export interface GovernanceView {
  on: OnView;
  troika: { href: string | null; name: string; view: TroikaView | null };
  groups: { kind: string; label: string; bodies: BodyLineView[] }[];
  any: boolean;
  mayEdit: boolean;
  hidden: { href: string; name: string }[];
}

/** A regional group's part, in a picture and a table. */
export interface BalanceRowView {
  name: string;
  seats: number;
  due: number;
  /** The exact share in words: "3.4". */
  share: string;
  membership: number;
  friends: number | null;
  /** "1 over", "2 under", "at its share". */
  difference: string;
  /** Its states by name. */
  states: string;
}

/** The balance of a Steering Group. */
export interface BalanceView {
  seats: number;
  rows: BalanceRowView[];
  /** What is over and what is under, in words. */
  words: string[];
}

/** Terms as lines over the years. */
export interface LinesView {
  first: number;
  last: number;
  rows: {
    name: string;
    href: string | null;
    /** Each of its times: in words, and where it lies, in hundredths of the whole. */
    times: { when: string; start: number; length: number }[];
  }[];
}

/** One body. */
export interface BodyView {
  name: WrittenView;
  kind: string;
  mandate: WrittenView | null;
  facts: { setUp: string; ended: string };
  sources: SourceView[];
  on: OnView;
  state: string;
  /** Null where nobody is written down as its member, because its members are derived or are persons. */
  members: MemberView[] | null;
  membersTitle: string;
  holders: { title: string; now: HolderView[]; note: string } | null;
  troika: TroikaView | null;
  balance: BalanceView | null;
  history: LinesView | null;
  chairs: { edition: string; href: string; chairs: string; previous: string; next: string }[];
  meetings: { when: string; edition: string; place: string; about: WrittenView | null; source: SourceView | null }[];
  /** Whether it can have meetings to be written down. */
  meets: boolean;
  hidden: boolean;
  editHref: string | null;
  statesHref: string | null;
  done: string | null;
}

/** What can be chosen where a body is written down. */
export interface BodyChoices {
  kinds: ChoiceView[];
  mechanisms: ChoiceView[];
  languages: ChoiceView[];
}

/** What can be chosen where a term is written down. */
export interface TermChoices {
  states: ChoiceView[] | null;
  organisations: string[] | null;
  mechanisms: ChoiceView[] | null;
  parts: ChoiceView[];
}

/** A body as it is worked on. */
export interface BodyEditView {
  href: string;
  name: string;
  version: number;
  hidden: boolean;
  typed: Record<string, string>;
  choices: BodyChoices;
  term: TermChoices | null;
  terms: { id: string; name: string; part: string; when: string; href: string }[];
  /** The term that is being changed. */
  opened: { id: string; name: string; typed: Record<string, string> } | null;
  meetings: { id: string; when: string; about: string }[];
  editions: ChoiceView[];
  statesHref: string | null;
  versions: { number: number; title: string; what: string }[];
  done: string | null;
}

/** A change of who sits, as it is tried. */
export interface StatesChangeView {
  href: string;
  name: string;
  version: number;
  day: string;
  /** Those who sit the day before, to be taken out. */
  members: (ChoiceView & { chosen: boolean })[];
  /** All others, by regional group. */
  groups: { label: string; chosen: number; states: (ChoiceView & { chosen: boolean })[] }[];
  problems: Record<string, string>;
  /** What would come of it; null while nothing is proposed, or what is proposed cannot be. */
  outcome: {
    leave: string;
    join: string;
    before: BalanceView | null;
    after: BalanceView | null;
    /** The proposal as the query of an address, so that it is still there where it could not be stored. */
    query: string;
    add: string[];
    remove: string[];
  } | null;
}
