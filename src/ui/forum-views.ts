import type { Locale } from '#vocab/language.ts';
import type { CardView, FieldChangeView, LinkView, SdgView, VersionView } from './views.ts';

/** A text somebody wrote, in the language a reader is given it in. */
export interface WrittenView {
  text: string;
  language: Locale;
}

/** Who leads together: states by name, with their places. Empty where none is known, or all are named already. */
export interface TroikaView {
  previous: LinkView[];
  current: LinkView[];
  next: LinkView[];
  /** A state chairs several of the editions. */
  once: boolean;
}

/** An edition on the line of the Forum's history. */
export interface EditionLineView {
  slug: string;
  href: string;
  years: string;
  /** "Forum 12". */
  number: string;
  chairs: string;
  place: string;
  theme: WrittenView | null;
  firsts: WrittenView[];
  /** "12 sessions"; null where there are none. */
  sessions: string | null;
  present: boolean;
  /** "Planned"; null for any other. */
  planned: string | null;
}

/** The Forum's history. */
export interface ForumView {
  editions: EditionLineView[];
  troika: TroikaView | null;
  present: LinkView | null;
  newHref: string | null;
}

/** Where a fact is known from. */
export interface SourceView {
  label: string;
  /** Null where it has no address. */
  href: string | null;
}

/** A session in a list. */
export interface SessionLineView {
  href: string;
  title: WrittenView;
  /** Days, place, themes: what is known, in one line. */
  facts: string[];
}

/** An edition on its page. */
export interface EditionView {
  href: string;
  kicker: string;
  title: WrittenView;
  summary: WrittenView | null;
  chairs: LinkView[];
  troika: TroikaView;
  place: string;
  when: { text: string; from: string } | null;
  stage: string;
  subThemes: { title: WrittenView; themes: LinkView[] }[];
  /** The surveys its sub-themes were chosen from; without an address where their results are not public. */
  chosenFrom: { title: WrittenView; href: string | null }[];
  sessions: { format: string; sessions: SessionLineView[] }[];
  hiddenSessions: LinkView[];
  innovations: { text: WrittenView; source: SourceView | null }[];
  practices: { cards: CardView[]; total: number; href: string };
  outcome: WrittenView | null;
  sources: SourceView[];
  calendarHref: string;
  versionsHref: string;
  around: { before: LinkView | null; after: LinkView | null };
  /** Set where a former version is read. */
  version: { text: string; presentHref: string } | null;
  editHref: string | null;
  newSessionHref: string | null;
  done: string | null;
}

/** A session on its page. */
export interface SessionView {
  href: string;
  kicker: string;
  edition: LinkView;
  title: WrittenView;
  summary: WrittenView | null;
  when: { text: string; from: string } | null;
  place: string;
  states: LinkView[];
  others: string[];
  themes: LinkView[];
  sdg: SdgView[];
  gcm: LinkView[];
  sources: SourceView[];
  /** What was heard there, without who said it. */
  heard: WrittenView[];
  observeHref: string | null;
  related: SessionLineView[];
  versionsHref: string;
  version: { text: string; presentHref: string } | null;
  hidden: boolean;
  editHref: string | null;
  done: string | null;
}

/** The versions of an edition or of a session, two of them compared. */
export interface KeptVersionsView {
  title: string;
  /** The thing itself, and the way down to it. */
  steps: LinkView[];
  here: string;
  versions: VersionView[];
  compare: { from: number; to: number; fields: FieldChangeView[] } | null;
  /** What may be brought back, asked for. */
  restore: number | null;
  done: string | null;
}
