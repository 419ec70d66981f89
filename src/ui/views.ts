import type { Locale } from '#vocab/language.ts';
import type { LineagePicture } from './lineage-picture.ts';
import type { Mark, MarkName } from './map/marks.ts';

/**
 * What the pages are given to show: names already in the reader's language, addresses already with their language
 * prefix, so that a component looks nothing up. A page's `load` returns one of these.
 */

/** What the layout gives every page. */
export interface LayoutView {
  locale: Locale;
  dir: 'ltr' | 'rtl';
  /** '' or '/fr' …: stands before every internal address. */
  prefix: string;
  /** The present address without its language prefix, with its query. */
  path: string;
  origin: string;
  /** Of who is signed in; null for a visitor. */
  name: string | null;
  /** Whether the reader may invite people. */
  mayInvite: boolean;
  /** Whether the reader may look people up in the directory. */
  mayReadDirectory: boolean;
  /** Whether the reader may write down what was heard. */
  mayObserve: boolean;
  /** How many things wait on the reader at the desk; 0 for a visitor. */
  waits: number;
  /** How many practices the collection of this browser holds. */
  kept: number;
}

/** A named address. */
export interface LinkView {
  label: string;
  href: string;
}

/** An SDG goal ("10") or target ("10.7"), with the colour of its goal as `#rrggbb`. */
export interface SdgView {
  code: string;
  label: string;
  colour: string;
  href: string;
}

/** A piece of a text, and whether it is what somebody searched for. */
export interface PieceView {
  text: string;
  hit: boolean;
}

/** A practice in a list. */
export interface CardView {
  href: string;
  /** The language of the title, and that of the summary: one may be translated and the other not. */
  lang: Locale;
  summaryLang: Locale;
  /** "Translation; written in French", "Only in French": where the practice was not written in the reader's language. */
  translated: string | null;
  title: string;
  /** The title, and the summary from where it is worth reading, with what was found in them. */
  titlePieces: PieceView[];
  summaryPieces: PieceView[];
  /** Its themes in which something was found: often why a practice is here that was written in another language. */
  themesFound: PieceView[][];
  where: PieceView[];
  years: string;
  sdg: SdgView[];
  source: string;
  kind: string | null;
}

/** 0 nothing, then four classes by number; the class is never the only sign, the number stands in the cell. */
export type HeatLevel = 0 | 1 | 2 | 3 | 4;

/** A class of numbers with the least and the greatest of what was found. */
export interface HeatClass {
  level: Exclude<HeatLevel, 0>;
  least: number;
  most: number;
}

/** Subjects by regions or by years: how many practices there are, and where there are none. */
export interface HeatView {
  /** What the rows are: goals, targets, objectives. */
  rowsName: string;
  columns: {
    code: string;
    name: string;
    /** Null where it leads to nothing. */
    href: string | null;
  }[];
  rows: {
    head: { code: string; name: string; href: string };
    /** One for each column, in their order. */
    cells: { count: number; href: string; level: HeatLevel }[];
  }[];
  /** The least and the greatest number of each class that occurs, for the legend. */
  classes: HeatClass[];
}

/** Practices that somebody keeps, or was sent. */
export interface CollectionView {
  /** It is that of this browser. */
  own: boolean;
  practices: { slug: string; card: CardView }[];
  /** Addresses at which there is no practice. */
  missing: string[];
  mostCompared: number;
  /** The same practices as an address to send. */
  address: string;
  downloads: DownloadView[];
}

/** Practices side by side, row by row. */
export interface CompareView {
  practices: { title: string; lang: Locale; href: string }[];
  /** A row of texts of the practices themselves has the language of each cell. */
  rows: { label: string; langs: Locale[] | null; cells: { text: string; shared: boolean }[][] }[];
  backHref: string;
}

/** One among several ways to look at the same thing. */
export interface ChoiceView {
  label: string;
  href: string;
  selected: boolean;
}

/** The practices that a page is about. */
export interface SelectionView {
  total: number;
  /** What it is narrowed by: none for the whole catalogue. */
  chips: ChipView[];
  clearHref: string;
  /** The same practices in the catalogue. */
  href: string;
}

/** A picture of any selection, with every other way to look at it. */
export interface PicturePageView {
  selection: SelectionView;
  heat: HeatView;
  /** How many cells are empty. */
  gaps: number;
  problems: ProblemView[];
  rows: ChoiceView[];
  /** The same practices on the map. */
  mapHref: string;
  downloads: DownloadView[];
}

/** A country on the map. Lengths are units of the map. */
export interface MapCountryView {
  code: string;
  name: string;
  count: number;
  level: HeatLevel;
  /** Its practices; null where there are none. */
  href: string | null;
  /** "Morocco: 3 practices". */
  told: string;
  /** It is one of the countries the selection names. */
  chosen: boolean;
  /** Its outline, as the data of an SVG path; null where it is too small for one. */
  path: string | null;
  /** Where its number stands, if there is room. */
  number: { x: number; y: number } | null;
  /** A disc, for a country too small to be seen, with its name beside it where there is room. */
  mark: (Mark & { name: MarkName | null }) | null;
}

/** A country or area in the table behind the map. */
export interface MapRowView {
  code: string;
  name: string;
  region: string;
  count: number;
  /** Its practices; where there are none, its page, which says what its neighbours do. */
  href: string;
}

/** Practices by country on a map. */
export interface MapView {
  width: number;
  height: number;
  caption: string;
  /** In the order of their names. */
  countries: MapCountryView[];
  /** All other land in view. */
  around: string;
  /** The facts of the map, and those of areas it shows no number for: whoever has practices, and in a region whoever has none. */
  rows: MapRowView[];
  gaps: MapRowView[];
}

/** The map on its page. */
export interface MapPageView {
  map: MapView;
  /** The region that is shown; null for the world. */
  region: string | null;
  sum: string;
  problems: ProblemView[];
  chips: ChipView[];
  clearHref: string;
  catalogue: { href: string; total: number };
  parts: { label: string; choices: { label: string; href: string; selected: boolean }[] }[];
  /** Practices without a country, by the region they name, if any. */
  beside: {
    count: number;
    groups: {
      name: string;
      href: string | null;
      practices: { title: string; lang: Locale; href: string }[];
      more: number;
    }[];
  };
  downloads: DownloadView[];
}

export interface CoveragePageView extends PicturePageView {
  regions: ChoiceView[];
  /** The same selection through time. */
  timeHref: string;
}

export interface TimePageView extends PicturePageView {
  /** What the picture shows, in sentences. */
  told: string[];
  years: YearsView;
  /** The same selection by region. */
  coverageHref: string;
}

export interface HomeView {
  total: number;
  coverage: HeatView;
  latest: CardView[];
  /** How many editions the Forum has had. */
  editions: number;
  /** What everybody may know to be due next. */
  next: { title: string; lang: string; when: string; href: string }[];
}

export interface FacetValueView {
  value: string;
  /** The number that people know it by ("10.7"), or ''. */
  code: string;
  label: string;
  count: number;
  selected: boolean;
  /** 0 for the outermost; a region within a region lies one deeper. */
  depth: number;
}

export interface FacetView {
  /** The parameter of the address: "goal", "region" … */
  name: string;
  label: string;
  values: FacetValueView[];
}

/** A filter that is on, with the address without it. */
export interface ChipView {
  code: string;
  label: string;
  facetLabel: string;
  removeHref: string;
}

export interface SortView {
  value: string;
  label: string;
  selected: boolean;
  href: string;
}

export interface PageNumberView {
  page: number;
  href: string;
  current: boolean;
  /** Pages are left out before this one. */
  gap: boolean;
}

export interface PageLinksView {
  prev?: string;
  next?: string;
  numbers: PageNumberView[];
}

export interface DownloadView {
  /** "csv", "xlsx", "json", "ndjson", "docx" … */
  format: string;
  href: string;
}

/** A filter to take off when nothing was found, with what that would give. */
export interface RelaxView {
  code: string;
  label: string;
  facetLabel: string;
  href: string;
  total: number;
}

/** A parameter that could not be read, and what to do. */
export interface ProblemView {
  name: string;
  detail: string;
}

export interface CatalogueView {
  filter: { q: string; sort: string };
  total: number;
  page: number;
  pages: number;
  perPage: number;
  cards: CardView[];
  facets: FacetView[];
  chips: ChipView[];
  clearHref: string;
  sorts: SortView[];
  pageHrefs: PageLinksView;
  downloads: DownloadView[];
  /** The same selection on the map. */
  mapHref: string;
  /** The same selection as an Atom feed. */
  feedHref: string;
  /** Its practices by subject and region, and by subject and year. */
  coverageHref: string;
  timeHref: string;
  relax: RelaxView[];
  /** Where nothing was found: other words that would find something. */
  didYouMean: LinkView | null;
  problems: ProblemView[];
}

/** A piece of two texts: in both, only in the later one, or only in the earlier one. */
export interface TextChangeView {
  text: string;
  change: 'same' | 'added' | 'removed';
}

/** A field in which two states differ, by name, with what changed; an empty list is a field that says nothing in both. */
export interface FieldChangeView {
  label: string;
  list: boolean;
  changes: TextChangeView[];
}

/** One state of a practice. */
export interface VersionView {
  number: number;
  /** ISO 8601, UTC. */
  when: string;
  whenText: string;
  href: string;
  current: boolean;
  actor: string;
  /** What changed against the version before, by name of the field; or what was done to the practice, where its text stayed. */
  changes: string[];
  /** The way to bring it back; null where the reader may not, or it is the present one. */
  restoreHref: string | null;
}

/** A text of a practice under a heading of its own. */
export interface ToldView {
  name: string;
  title: string;
  /** Paragraphs. */
  text: string[];
  lang: Locale;
  /** Addresses that belong to it, under a name of their own. */
  links: { label: string; list: { href: string; host: string }[] } | null;
}

/** Something attached to a practice. */
export interface AttachmentView {
  href: string;
  label: string;
  /** Its kind and size: "PDF · 1.2 MB". */
  facts: string;
  /** A picture, small: where it is, how large in pixels, and what it shows in words. Null for other files. */
  picture: { src: string; width: number; height: number; alt: string } | null;
}

/** A practice named beside another. */
export interface NamedPracticeView {
  href: string;
  lang: Locale;
  title: string;
  where: string;
}

/** What a practice says, wherever it is read. */
export interface PracticeTextView {
  /** The language it is written in, and its name. */
  lang: Locale;
  language: string;
  /** Paragraphs. */
  summary: string[];
  summaryLang: Locale;
  /** What came of it, what it cost, what was learnt, what another place needs: only what somebody told. */
  told: ToldView[];
  /** The practice in other languages. */
  translatedInto: LanguageVersionView[];
  owner: string;
  attachments: AttachmentView[];
  /** When somebody last confirmed it, in words; null where nobody ever has. */
  confirmed: string | null;
  /** Nobody has confirmed it for a year: when it was last known to be so. */
  stale: string | null;
  where: string;
  years: string;
  kind: string | null;
  status: string;
  sdg: (SdgView & { goalLabel: string })[];
  gcm: { code: string; label: string; href: string }[];
  themes: LinkView[];
  stakeholders: LinkView[];
  countries: { name: string; href: string }[];
  /** More is said of where than the countries' names: `where` says it. */
  beyondCountries: boolean;
  partners: string[];
  links: { href: string; host: string }[];
  source: LinkView | null;
}

/** Something that can be done with a published practice. */
export interface KeepingChoice {
  name: 'withdraw' | 'archive' | 'publish-again';
  label: string;
  text: string;
  href: string;
}

/** What the reader may do with a practice; of whoever may nothing, there is none of this. */
export interface KeepingView {
  /** Where its forms go. */
  href: string;
  change: boolean;
  confirm: boolean;
  standing: KeepingChoice[];
  mergeHref: string | null;
}

/** A title in the reader's language where somebody translated it, and the original beside it then. */
export interface TitleView {
  text: string;
  lang: Locale;
  /** Null where the text is the original. */
  original: { text: string; lang: Locale } | null;
}

/** In what language a practice is shown, and in which it can be read. */
export interface TranslationView {
  text: string;
  /** To the original of what is shown translated, and back; null where nothing is. */
  turn: LinkView | null;
  /** The practice in each other language that it has, whole or in part. */
  versions: LanguageVersionView[];
}

/** A practice in another language. */
export interface LanguageVersionView extends LinkView {
  lang: Locale;
}

export interface PracticeView {
  title: string;
  titleLang: Locale;
  text: PracticeTextView;
  /** Where the practice was not written in the reader's language: what of it is a translation, and its language versions. */
  translation: null | TranslationView;
  replicatedFrom: NamedPracticeView[];
  replicatedBy: NamedPracticeView[];
  lineageHref: string;
  /** Where a place can ask to replicate it; null where it is not in the catalogue. */
  askHref: string | null;
  slug: string;
  /** It is in the collection of this browser. */
  kept: boolean;
  similar: { href: string; lang: Locale; title: string; where: string; reasons: string[] }[];
  /** What the reader may do with it; null for every visitor. */
  keeping: KeepingView | null;
  /** It is read here, and in the catalogue no more. */
  archived: boolean;
  versions: VersionView[];
  shown: { number: number; isCurrent: boolean; currentHref: string; whenText: string };
  /** The practice as a document, as it is now. */
  documents: DownloadView[];
  /** How to cite it, as one line of text, and as files for reference managers. */
  cite: string;
  citations: LinkView[];
  /** What it is in the words of schema.org: the text of a script element, in which nothing can end that element. */
  structuredData: string;
  /** Its address in the API. */
  api: string;
}

/** A practice of a lineage, with those one generation further on. */
export interface LineageNodeView extends NamedPracticeView {
  years: string;
  /** Practices besides the one above it that it was replicated from. */
  also: string | null;
  next: LineageNodeView[];
}

/** Where a practice comes from and where it went. */
export interface LineageView {
  title: string;
  titleLang: Locale;
  href: string;
  origins: LineageNodeView[];
  taken: LineageNodeView[];
  picture: LineagePicture;
  complete: boolean;
  /** The same for programs. */
  api: string;
}

/** Asking about a practice. */
export interface AskView {
  title: string;
  titleLang: Locale;
  href: string;
  /** That the reader has asked already and waits for an answer; null where not. */
  waits: string | null;
}

/** A place that asks to replicate a practice. */
export interface RequestView {
  id: string;
  practice: { title: string; lang: Locale; href: string };
  /** Who asked, for which place, when. */
  head: string;
  message: string[];
  /** Who answered what and when; null while nobody has. */
  answer: string | null;
  answerText: string[];
}

/** What waits on the reader's answer, what was answered, and what the reader asked. */
export interface RequestsView {
  waiting: RequestView[];
  answered: RequestView[];
  own: RequestView[];
  done: string | null;
}

export interface VersionsView {
  title: string;
  /** The practice's page. */
  href: string;
  versions: VersionView[];
  compare: null | {
    from: number;
    to: number;
    fields: FieldChangeView[];
  };
  /** The version that is about to be brought back. */
  restore: null | { number: number; text: string; button: string };
  /** What became of bringing one back. */
  done: null | { text: string; link: LinkView | null };
  here: string;
}

/** A value with its number of practices and the way to them. */
export interface CountView {
  /** The number that people know it by ("10.7"), or ''. */
  code: string;
  label: string;
  count: number;
  /** 0 for the outermost; a region within a region lies one deeper. */
  depth: number;
  href: string;
}

/** Years one after the other, with the practices that ran in each; `several` together are named by the first and the last. */
export type YearsView = { year: string; several?: boolean; count: number; href: string }[];

/** What is known of a goal, a target, an objective or a place: who does what where, over the years. */
export interface TopicView {
  total: number;
  href: string;
  /** The newest ones. */
  cards: CardView[];
  countries: CountView[];
  regions: CountView[];
  /** The regions with none, by continent: the continent itself where it has none, then what lies in it. */
  gaps: { continent: string; regions: LinkView[] }[];
  stakeholders: CountView[];
  themes: CountView[];
  years: YearsView;
  /** These practices by subject and region, and by subject and year. */
  coverageHref: string;
  timeHref: string;
}

export interface SdgsView {
  goals: (SdgView & { count: number })[];
  gcmHref: string;
}

export interface SdgPageView extends TopicView {
  sdg: SdgView;
  /** The goal of a target; null for a goal. */
  goal: SdgView | null;
  /** The targets of a goal; of a target, itself. */
  targets: (SdgView & {
    count: number;
    /** What it has to do with migration, in sentences; none where nobody has said. */
    migration: string[];
    source: string | null;
  })[];
  gcm: CountView[];
}

export interface ObjectivesView {
  objectives: CountView[];
}

export interface ObjectiveView extends TopicView {
  code: string;
  label: string;
  /** The SDG targets it helps to reach. */
  targets: (SdgView & { count: number })[];
}

export interface PlacesView {
  regions: { name: string; within: string; href: string; count: number; countries: CountView[] }[];
}

/** What a state is in the Forum. */
export interface PlaceInForumView {
  /** The bodies in which it sits today; `part` where it is more than a member. */
  sits: (LinkView & { part: string })[];
  chaired: LinkView[];
}

export interface PlaceView extends TopicView {
  name: string;
  forum: PlaceInForumView | null;
  targets: CountView[];
  region: null | {
    name: string;
    href: string;
    mapHref: string;
    total: number;
    targets: CountView[];
    /** What others there serve and this place does not. */
    neighbours: CountView[];
  };
}

export interface ReportsView {
  reports: { href: string; title: string; count: number; docx: string }[];
}

export interface ReportView {
  title: string;
  intro: string;
  /** Made by our own reports room: a real <table class="annex">. Never text that came from outside unescaped. */
  html: string;
  docxHref: string;
  pdfHref: string;
  xlsxHref: string;
  count: number;
  edition: string;
}

/** The look in numbers. */
export interface StyleView {
  /** What is seen on what, by the names of their colours, with the contrast in each scheme and the least there may be. */
  pairs: { front: string; ground: string; least: number; seen: { scheme: string; ratio: number }[] }[];
  sizes: { name: string; value: string }[];
  spaces: { name: string; value: string }[];
  goals: SdgView[];
}

export interface ApiView {
  groups: {
    path: string;
    method: string;
    summary: string;
    /** Where it can be looked at; null for what needs a token. */
    href: string | null;
    /** What a token must be for, in words; null where none is needed. */
    scopes: string | null;
    parameters: { name: string; description: string; example: string }[];
    responses: string[];
  }[];
  /** Commands to try with a token. */
  examples: { text: string; command: string }[];
  tokensHref: string;
  openapiHref: string;
}
