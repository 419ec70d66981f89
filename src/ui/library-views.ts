import type { ChoiceView } from './account-views.ts';
import type { ChipView, LinkView, PageLinksView, PieceView, SdgView } from './views.ts';

/** What the pages of the library and of the search over everything are given to show. */

/** A publication in a list. */
export interface PublicationLineView {
  href: string;
  title: string;
  lang: string;
  /** "Report · 2019 · Government of Ecuador · English, Spanish". */
  what: string;
  /** Whether its text can be read here, elsewhere, or not yet. */
  text: string;
  summary: string;
  summaryLang: string;
}

/** What publications can be chosen by, as a list with how many each choice gives. */
export interface LibraryFacetView {
  name: string;
  label: string;
  none: string;
  choices: ChoiceView[];
  chosen: string[];
}

/** A page of the library. */
export interface LibraryView {
  facets: LibraryFacetView[];
  chips: ChipView[];
  clearHref: string;
  total: number;
  publications: PublicationLineView[];
  pageHrefs: PageLinksView;
  /** Whether there is any publication at all. */
  any: boolean;
  mayWrite: boolean;
  problems: string[];
}

/** A file of a publication. */
export interface PublicationFileView {
  id: string;
  name: string;
  href: string;
  /** "PDF, 1.2 MB". */
  what: string;
  /** Empty where nobody said; else the code, and the name for the reader. */
  language: string;
  languageName: string;
  /** What the search knows of its text, where that is not all of it; empty else. */
  text: string;
}

/** One publication. */
export interface PublicationView {
  title: string;
  lang: string;
  summary: string;
  summaryLang: string;
  kind: string;
  edition: LinkView | null;
  themes: LinkView[];
  sdg: SdgView[];
  languages: string;
  authors: string;
  publisher: string;
  year: string;
  files: PublicationFileView[];
  link: LinkView | null;
  /** Where it has no text: the way to those who would take one, null where nobody described them. */
  lacking: { askHref: string | null } | null;
  sources: { label: string; href: string }[];
  hidden: boolean;
  editHref: string | null;
  filesHref: string | null;
  done: string | null;
}

/** What can be chosen where a publication is described. */
export interface PublicationChoices {
  kinds: ChoiceView[];
  editions: ChoiceView[];
  themes: ChoiceView[];
  languages: ChoiceView[];
  /** The Forum's languages, in which its texts are written. */
  written: ChoiceView[];
}

/** Something that was found. */
export interface FoundView {
  href: string;
  title: PieceView[];
  lang: string;
  /** What it is, when, where. */
  what: string;
  /** Where something was found in it. */
  passage: PieceView[];
  passageLang: string;
  /** Its themes in which something was found. */
  themes: PieceView[][];
  /** In which file, with the way there. */
  file: LinkView | null;
  /** Of a theme: the editions that discussed it, and how that is said. */
  editions: { said: string; links: LinkView[] } | null;
}

/** What was found of one kind. */
export interface FoundKindView {
  kind: string;
  label: string;
  count: number;
  /** The way to all of this kind. */
  href: string;
  items: FoundView[];
}

/** The search over everything. */
export interface SearchView {
  q: string;
  total: number;
  /** Every kind of which something was found, with the exact number. */
  kinds: FoundKindView[];
  /** The kind that is shown alone; empty where all are. */
  kind: string;
  allHref: string;
  pageHrefs: PageLinksView;
  didYouMean: LinkView | null;
  /** Publications of which the search does not know the whole text. */
  leftOut: number;
  /** Where to begin while nothing was asked. */
  start: LinkView[];
  problems: string[];
}
