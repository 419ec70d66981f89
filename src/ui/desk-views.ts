import type { LinkView } from './views.ts';

/** What the desk is given to show. */

/** A piece of work in a list: a draft or a practice, where it stands, and what is to be known of it at a glance. */
export interface WorkView {
  id: string;
  title: string;
  /** Where it leads; null where the reader may know of it and not open it. */
  href: string | null;
  /** Where it stands; amber where it waits on the reader. */
  mark: { label: string; waits: boolean } | null;
  facts: string[];
  /** What was said at it: a question, what is missing. */
  said?: string;
}

/** Work that waits on the reader in one way: the longest first, how many more there are, and the way to all. */
export interface WaitingGroupView {
  title: string;
  rows: WorkView[];
  more: string | null;
  rest: LinkView | null;
}

/** What colleagues of the reader's organisation work on, and what it has shared. */
export interface OrganisationWorkView {
  organisation: LinkView;
  drafts: WorkView[];
  moreDrafts: string | null;
  practices: WorkView[];
  morePractices: string | null;
}

/** Something the reader was told. */
export interface NewsView {
  id: string;
  text: string;
  href: string;
  /** ISO 8601. */
  when: string;
  whenText: string;
  unread: boolean;
}

/** A number of the work, with what it means. */
export interface WorkNumberView {
  label: string;
  value: string;
  meaning: string;
  href?: string;
}

/** What the reader has not begun yet: nothing holds them up, or they hold no role. */
export type Beginning = 'share' | 'no-role';

/** The desk. */
export interface DeskView {
  done: string | null;
  /** Where nothing is the reader's yet, what to do first. */
  beginning: Beginning | null;
  /** Nobody can write to the reader's account, nor can a link be sent to it. */
  withoutAddress: boolean;
  mayShare: boolean;
  /** Whether the queue is the reader's to work on. */
  curates: boolean;
  waiting: WaitingGroupView[];
  toConfirm: WorkView[];
  drafts: WorkView[];
  putAway: WorkView[];
  practices: WorkView[];
  organisation: OrganisationWorkView | null;
  news: NewsView[];
  unread: number;
  numbers: WorkNumberView[] | null;
}

/** A page of what the reader was told. */
export interface NewsPageView {
  done: string | null;
  news: NewsView[];
  unread: number;
  /** Where older ones are; null on the last page. */
  olderHref: string | null;
  /** Whether these are not the latest. */
  later: boolean;
}
