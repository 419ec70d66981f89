import type { Locale } from '#vocab/language.ts';
import type { Database } from './database.ts';

/** Who acts. A visitor is anybody; the Support Unit acts through the command line until accounts come. */
export interface Actor {
  role: 'visitor' | 'support-unit';
  /** What stands in the versions and the audit: a name, never an address or a secret. */
  name: string;
}

/** All that an action or a query may know of the world: who, when, in what language, on which database. */
export interface Context {
  db: Database;
  now: Date;
  locale: Locale;
  actor: Actor;
}

export const VISITOR: Actor = { role: 'visitor', name: 'visitor' };
export const SUPPORT_UNIT: Actor = { role: 'support-unit', name: 'Support Unit' };
