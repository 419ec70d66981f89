import type { ChoiceView } from './account-views.ts';
import type { ChipView, PageLinksView } from './views.ts';

/** What the pages about organisations, the directory and people's files are given to show. */

/** An organisation in a list. */
export interface OrganisationLineView {
  href: string;
  name: string;
  acronym: string;
  /** What it is and where: "Business, Nairobi, Kenya". */
  what: string;
}

/** A page of organisations. */
export interface OrganisationsView {
  q: string;
  kinds: ChoiceView[];
  countries: ChoiceView[];
  /** What is chosen of each; where it is more than one, the list of choices adds another. */
  kind: string[];
  country: string[];
  chips: ChipView[];
  clearHref: string;
  total: number;
  organisations: OrganisationLineView[];
  pageHrefs: PageLinksView;
  /** Whether there is any organisation at all. */
  any: boolean;
  mayWrite: boolean;
  problems: string[];
}

/** A contact as the directory shows it to one reader: what is not shown is not here. */
export interface ContactView {
  roles: string[];
  name?: string | undefined;
  post?: string | undefined;
  organisation?: string | undefined;
  email?: string | undefined;
  /** As it was written, and as a telephone dials it. */
  phone?: { text: string; number: string } | undefined;
}

/** One organisation. */
export interface OrganisationView {
  name: string;
  acronym: string;
  kind: { label: string; href: string };
  country: { label: string; href: string } | null;
  city: string;
  website: { href: string; label: string } | null;
  mechanism: string | null;
  otherNames: { lang: string; name: string }[];
  contacts: ContactView[];
  /** Everybody there, for those who look after people; null for all others. */
  members: { name: string; title: string; href: string }[] | null;
  editHref: string | null;
  mergeHref: string | null;
  done: string | null;
}

/** What can be chosen where an organisation is described. */
export interface OrganisationChoices {
  kinds: ChoiceView[];
  countries: ChoiceView[];
  mechanisms: ChoiceView[];
  /** The Forum's languages, each in the reader's. */
  languages: ChoiceView[];
}

/** A state of an organisation that was kept. */
export interface OrganisationVersionView {
  number: number;
  title: string;
  what: string;
}

/** The directory as one reader sees it. */
export interface DirectoryView {
  q: string;
  country: string;
  mechanism: string;
  countries: ChoiceView[];
  mechanisms: ChoiceView[];
  filtered: boolean;
  total: number;
  contacts: ContactView[];
  pageHrefs: PageLinksView;
  fileHref: string | null;
  problems: string[];
}

/** A part of one's own entry, and to whom it is shown. */
export interface OwnFieldView {
  field: string;
  label: string;
  /** What would be shown; null where it is typed here. */
  value: string | null;
  shownTo: string;
}

/** One's own entry in the directory. */
export interface OwnEntryView {
  post: string;
  phone: string;
  fields: OwnFieldView[];
  audiences: ChoiceView[];
  places: { id: string; name: string; href: string; title: string }[];
  holdsRole: boolean;
  mayRead: boolean;
  done: string | null;
}

/** A person's file. */
export interface PersonFileView {
  id: string;
  name: string;
  email: string | null;
  lastSignedIn: string | null;
  erasureAsked: string | null;
  terms: { id: string; label: string; when: string }[];
  places: { id: string; name: string; href: string; title: string; when: string; runs: boolean }[];
  organisations: string[];
  kinds: ChoiceView[];
  /** Whether there is an account still. */
  hasAccount: boolean;
  mayErase: boolean;
  done: string | null;
}

/** What an erasure would do. */
export interface ErasurePlanView {
  id: string;
  name: string;
  asked: string;
  goes: string[];
  stays: string[];
}
