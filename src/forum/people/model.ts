import type { HeldRole } from '#platform/context.ts';
import type { Complaint } from '#platform/problem.ts';

/** What is wrong with what was typed; each complaint names its field. */
export type Refused = { complaints: Complaint[] };

/**
 * What somebody can be in the Forum, besides a visitor (PRODUCT.md, "People" and "Words"). A role is given for a time, and some are
 * of something: a focal point of one state, a coordinator of one mechanism; a contributor may be of a state.
 */
export const ROLES = [
  'contributor',
  'focal-point',
  'mechanism-coordinator',
  'rapporteur',
  'curator',
  'support-unit',
  'chair',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** The mechanisms through which those take part who are no states. */
export const MECHANISMS = ['civil-society', 'business', 'mayors', 'youth'] as const;
export type Mechanism = (typeof MECHANISMS)[number];

/** What a role is of, and whether it must be. A role that is not named here is of the whole Forum. */
const OF: Partial<Record<Role, { kind: 'state' | 'mechanism'; needed: boolean }>> = {
  'focal-point': { kind: 'state', needed: true },
  contributor: { kind: 'state', needed: false },
  'mechanism-coordinator': { kind: 'mechanism', needed: true },
};

/** What a role is of: a state, a mechanism, or nothing (null); and whether it cannot be without. */
export function scopeOf(role: Role): { kind: 'state' | 'mechanism'; needed: boolean } | null {
  return OF[role] ?? null;
}

/** A role held for a time. Days are written as 2026-11-24 and are days in UTC. */
export interface RoleTerm {
  role: Role;
  of: string | null;
  /** The first day. */
  from: string;
  /** The first day on which it is not held any more; null while no end is known. */
  until: string | null;
}

/** Whether a text is a role that can be given. */
export function isRole(text: string | null | undefined): text is Role {
  return ROLES.includes(text as Role);
}

/** Whether a text is a mechanism. */
export function isMechanism(text: string | null | undefined): text is Mechanism {
  return MECHANISMS.includes(text as Mechanism);
}

/** The day of a moment, in UTC. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** Whether a term runs on a day. On the day one ends and the next begins exactly one of them does. */
export function runsOn({ from, until }: Pick<RoleTerm, 'from' | 'until'>, day: string): boolean {
  return from <= day && (until === null || day < until);
}

/** The roles held on a day, each once. */
export function rolesOn(terms: readonly RoleTerm[], day: string): HeldRole[] {
  const held = new Map<string, HeldRole>();
  for (const term of terms)
    if (runsOn(term, day)) held.set(`${term.role} ${term.of ?? ''}`, { role: term.role, of: term.of });
  return [...held.values()];
}

/** A term that ends on a day instead of later or never. One that has not begun by then is never held. */
export function endedOn<Term extends RoleTerm>(term: Term, day: string): Term {
  if (term.until !== null && term.until <= day) return term;
  return { ...term, until: term.from > day ? term.from : day };
}

/**
 * A focal point changes post: her term ends on the day on which her successor's begins, for the same state, so that the state
 * has one focal point after the other and is never without. What belongs to the state is nobody's own, and stays (authority.ts).
 */
export function handedOver(term: RoleTerm, day: string): { ended: RoleTerm; begun: RoleTerm } {
  return { ended: endedOn(term, day), begun: { ...term, from: day, until: null } };
}

/** A text as it is kept in one line: without control characters and without spaces around it. */
export function readLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
