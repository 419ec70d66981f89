import type { Locale } from '#vocab/language.ts';
import type { Database } from './database.ts';

/** A role somebody holds, and what it is for where it is for one thing: a state, a mechanism. What they mean is the forum's to know. */
export interface HeldRole {
  role: string;
  of: string | null;
}

/** Who acts: a visitor, somebody who is signed in, or the program itself on behalf of its operator. */
export interface Actor {
  /** The account somebody is signed in with; null for a visitor and for the operator. */
  account: string | null;
  /** What stands in the versions and the audit: a name, never an address or a secret. */
  name: string;
  /** The roles held at this moment. */
  roles: readonly HeldRole[];
  /** The personal token somebody acts by, where it is no person but a program of theirs. */
  token?: TokenInUse;
}

/** A personal token in use, and how far it reaches. */
export interface TokenInUse {
  id: string;
  /** What its owner calls it. */
  name: string;
  scopes: readonly string[];
  /** What it lets its owner do of what they may do, by action: to anything, or to their own alone. What is not named it does not. */
  limits: Readonly<Record<string, 'any' | 'own'>>;
}

/** All that an action or a query may know of the world: who, when, in what language, on which database. */
export interface Context {
  db: Database;
  now: Date;
  locale: Locale;
  actor: Actor;
}

/** Anybody. */
export const VISITOR: Actor = { account: null, name: 'visitor', roles: [] };
