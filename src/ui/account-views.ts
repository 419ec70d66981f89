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

/** All about one's own account. */
export interface AccountView {
  email: string | null;
  name: string;
  language: string;
  languages: ChoiceView[];
  roles: string[];
  emailWaits: string | null;
  hasPassword: boolean;
  hasApp: boolean;
  /** Whether somebody signed in so recently that ways to sign in may be changed. */
  fresh: boolean;
  freshMinutes: number;
  passwordLength: { least: number; most: number };
  sessions: SessionView[];
  erasureAsked: string | null;
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
  persons: PersonView[];
  roles: ChoiceView[];
  states: ChoiceView[];
  mechanisms: ChoiceView[];
  languages: ChoiceView[];
  done: string | null;
}
