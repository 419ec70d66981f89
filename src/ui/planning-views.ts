import type { ChoiceView } from './account-views.ts';
import type { LineMark } from './year-line.ts';

/** What the pages about an edition's year are given to show. */

export type MilestoneStanding = 'done' | 'late' | 'now' | 'soon' | 'ahead';

/** A milestone as it is read. */
export interface MilestoneView {
  id: string;
  title: string;
  lang: string;
  note: string;
  noteLang: string;
  kind: string;
  standing: MilestoneStanding;
  standingLabel: string;
  /** "19 – 23 October 2020". */
  when: string;
  /** "in 12 days", "3 days late", "Done on 4 May, says Amina". */
  distance: string;
  /** Who sees to it; empty where nobody is named. */
  owes: string;
  href: string;
  isPublic: boolean;
  changeHref: string | null;
  mayFinish: boolean;
}

/** The year as a line, ready to be drawn. */
export interface YearLineView {
  width: number;
  height: number;
  months: { x: number; label: string }[];
  marks: (LineMark & { standing: MilestoneStanding; label: string; href: string })[];
  today: number | null;
  /** What the line says, in a sentence. */
  said: string;
}

/** The year of an edition. */
export interface PlanningView {
  title: string;
  editions: ChoiceView[];
  edition: string | null;
  line: YearLineView | null;
  months: { label: string; milestones: MilestoneView[] }[];
  mayPlan: boolean;
  addHref: string;
  handoverHref: string | null;
  publicCalendar: string | null;
  feedSince: string | null;
  /** The address for calendars, the one time it is shown. */
  feedAddress: string | null;
  done: string | null;
}

/** What can be chosen of a milestone. */
export interface MilestoneChoices {
  kinds: ChoiceView[];
  owers: ChoiceView[];
  languages: ChoiceView[];
}

/** One field of a proposed milestone, as it stands or was typed. */
export interface ProposedFieldView {
  name: string;
  value: string;
  problem: string | undefined;
}

/** A milestone of the last edition, and as it would stand in the next one. */
export interface ProposedView {
  id: string;
  was: string;
  now: string;
  take: boolean;
  titles: (ProposedFieldView & { lang: string; label: string })[];
  /** Null where it takes one day. */
  from: ProposedFieldView | null;
  due: ProposedFieldView;
}

/** The next edition's year before it is opened, to be corrected. */
export interface ProposalView {
  /** By how much it moves. */
  moved: string;
  milestones: ProposedView[];
}

/** Something that is still open, with where it is seen to. */
export interface LeftLineView {
  text: string;
  lang: string;
  href: string;
  beside: string;
}

/** What is still open of one kind, and by whom it is owed. */
export interface LeftView {
  title: string;
  count: number;
  owed: string;
  lines: LeftLineView[];
  more: { label: string; href: string } | null;
}

/** The handover as it stands. */
export interface HandoverView {
  from: { number: number; name: string; href: string };
  to: { number: number; name: string; href: string; planningHref: string; milestones: number } | null;
  left: LeftView[];
  leftSum: string;
  milestones: number;
  ticks: { item: string; label: string; ticked: string | null }[];
  chair: { term: string; label: string }[];
  countries: ChoiceView[];
  inviteHref: string;
  ids: { from: string; to: string };
  planningHref: string;
}
