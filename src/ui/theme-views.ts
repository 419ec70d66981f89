import type { SessionLineView, SourceView, WrittenView } from './forum-views.ts';
import type { CardView, DownloadView, LinkView, SdgView } from './views.ts';

/** An edition at the head of a column. */
export interface EditionColumnView {
  slug: string;
  /** "2019"; "2013–2014". */
  years: string;
  href: string;
}

/** How an edition took up a theme: what is drawn, and what is said of it. */
export interface OccurrenceView {
  mark: 'chosen' | 'sessions' | 'none';
  sessions: number;
  said: string;
}

/** A theme with its marks, one an edition. */
export interface ThemeRowView {
  code: string;
  name: string;
  href: string;
  isNew: boolean;
  occurrences: OccurrenceView[];
}

/** All themes over the editions. */
export interface ThemesView {
  q: string;
  columns: EditionColumnView[];
  rows: ThemeRowView[];
  /** Themes that no edition has taken up. */
  others: LinkView[];
  downloads: DownloadView[];
  newHref: string | null;
}

/** Something with how often it occurs in practices and sessions, in words. */
export interface TalliedView extends LinkView {
  counts: string;
}

/** A recommendation in a list. */
export interface RecommendationLineView {
  href: string;
  title: WrittenView;
  /** Edition, follow-up. */
  facts: string[];
}

/** The whole history of a theme. */
export interface ThemeView {
  code: string;
  name: string;
  about: WrittenView | null;
  facts: string[];
  isNew: boolean;
  retired: boolean;
  columns: EditionColumnView[];
  row: ThemeRowView;
  chapters: { edition: LinkView; calledIt: WrittenView[]; sessions: SessionLineView[] }[];
  observations: { text: WrittenView; session: LinkView }[];
  recommendations: RecommendationLineView[];
  practices: { cards: CardView[]; total: number; href: string };
  sdg: { sdg: SdgView; counts: string }[];
  gcm: TalliedView[];
  related: TalliedView[];
  choices: { value: string; label: string }[];
  downloads: DownloadView[];
  editHref: string | null;
  versionsHref: string | null;
  done: string | null;
}

/** Two themes side by side; `common` is null while no two are chosen. */
export interface ThemesComparedView {
  chosen: [string, string];
  choices: { value: string; label: string }[];
  columns: EditionColumnView[];
  themes: { row: ThemeRowView; facts: string[]; practices: LinkView }[];
  common: { facts: string[]; sessions: SessionLineView[]; sdg: SdgView[] } | null;
  problem: string | null;
}

/** A recommendation on its page. */
export interface RecommendationView {
  href: string;
  title: WrittenView;
  text: WrittenView | null;
  edition: LinkView;
  themes: LinkView[];
  source: SourceView;
  followUp: string;
  came: WrittenView | null;
  hidden: string | null;
  version: { text: string; presentHref: string } | null;
  versionsHref: string;
  editHref: string | null;
  done: string | null;
}
