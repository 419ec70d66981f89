import type { PageLinksView } from './views.ts';

/** What the pages about accounts and people are given to show. */

/** The ways in. */
export interface SignInView {
  /** Where to go on to: a path of this site. */
  next: string;
  /** Whether the reader was sent here from a page that asks for it. */
  needed: boolean;
  /** Whether a link has just been asked for. */
  sent: boolean;
  linkMinutes: number;
  signedOut: boolean;
  /** The origin passkeys are used from; null where there can be none. */
  passkeys: string | null;
  /** Ministries and other institutions that vouch for their own people. */
  services: ServiceView[];
}

/** An institution one can sign in with. */
export interface ServiceView {
  id: string;
  name: string;
}

/** What came of a sign-in with an institution, where nobody was signed in; `unknown`: it knows the reader, and we do not. */
export interface ServiceOutcomeView {
  name: string;
  outcome: 'denied' | 'stale' | 'unreachable' | 'untrusted' | 'unknown' | 'taken';
  /** Addresses: of all ways to sign in, and of this one, to try it again. */
  others: string;
  again: string;
}

/** The page of one institution, before and after; `came` is null where nothing came of it yet. */
export interface ServicePageView extends ServiceView {
  next: string;
  came: ServiceOutcomeView | null;
}

/** A page opened from a mail: the link, and whether it still works. */
export interface LinkView {
  token: string;
  valid: boolean;
  next: string;
}

/** A value to choose. */
export interface ChoiceView {
  value: string;
  label: string;
}

/** A place somebody is signed in at. */
export interface SessionView {
  id: string;
  label: string;
  since: string;
  here: boolean;
}

/** A way to sign in that was added, in words: when, and when it was last used. */
export interface WayView {
  id: string;
  name: string;
  about: string;
}

/** All about one's own account. */
export interface AccountView {
  email: string | null;
  name: string;
  language: string;
  languages: ChoiceView[];
  roles: string[];
  mayReadDirectory: boolean;
  emailWaits: string | null;
  hasPassword: boolean;
  hasApp: boolean;
  /** Whether somebody signed in so recently that ways to sign in may be changed. */
  fresh: boolean;
  freshMinutes: number;
  passwordLength: { least: number; most: number };
  passkeys: WayView[];
  /** Where the forum is reached. */
  origin: string;
  /** The origin passkeys are made at; null where there can be none. */
  passkeysAt: string | null;
  /** What a new passkey is called unless its owner says otherwise. */
  passkeyName: string;
  /** Institutions that vouch for this account. */
  services: WayView[];
  /** Institutions that can be linked to this account: those of which nobody is. */
  linkable: { id: string; name: string }[];
  /** Whether there are any institutions one can sign in with. */
  hasServices: boolean;
  /** How often mail about what happens is to come. */
  rhythm: string;
  rhythms: ChoiceView[];
  sessions: SessionView[];
  erasureAsked: string | null;
  /** What has just been done, in words; null where nothing was. */
  done: string | null;
}

/** The tokens of one's own account, for programs. */
export interface TokensView {
  tokens: WayView[];
  /** What a new one can be for. */
  scopes: { value: string; code: string; label: string; why: string; checked: boolean }[];
  lifetimes: ChoiceView[];
  /** Whether somebody signed in so recently that one may be made. */
  fresh: boolean;
  freshMinutes: number;
  /** What has just been done, in words; null where nothing was. */
  done: string | null;
}

/** The square code an app reads, as rows of modules, and its key for typing. */
export interface AppKeyView {
  uri: string;
  key: string;
  size: number;
  /** The dark modules as an SVG path, one unit a module. */
  path: string;
}

/** A role of a person, and what the reader may do with it. */
export interface TermView {
  id: string;
  label: string;
  mayHandOver: boolean;
}

/** A person in the list of who holds which role. */
export interface PersonView {
  id: string;
  name: string;
  email: string | null;
  lastSignedIn: string | null;
  erasureAsked: string | null;
  terms: TermView[];
}

/** Whom one may see and invite. */
export interface PeopleView {
  q: string;
  /** Those on this page, and how many there are of what was asked for. */
  persons: PersonView[];
  total: number;
  pageHrefs: PageLinksView;
  /** Where people's files are, for those who may open them. */
  fileHref: string | null;
  erasuresHref: string | null;
  /** Names of organisations that are here already, and the kinds a new one can be of. */
  organisations: string[];
  kinds: ChoiceView[];
  roles: ChoiceView[];
  states: ChoiceView[];
  mechanisms: ChoiceView[];
  languages: ChoiceView[];
  done: string | null;
}
