import type { Actor, TokenInUse } from '#platform/context.ts';
import { type Action, mayEver } from './authority.ts';

/** What a personal token can be for, in the order in which it is offered. */
export const SCOPES = ['drafts:read', 'drafts:write', 'review'] as const;
export type Scope = (typeof SCOPES)[number];

type Limits = Partial<Record<Action, 'any' | 'own'>>;

/** How far each scope reaches. What its owner may not do it does not let do either: `may` asks for both. */
const REACH: Record<Scope, Limits> = {
  'drafts:read': { 'drafts.read': 'own' },
  'drafts:write': { 'drafts.read': 'own', 'drafts.write': 'own', 'practices.keep': 'own' },
  review: {
    'drafts.read': 'any',
    'drafts.write': 'any',
    'drafts.review': 'any',
    'practices.keep': 'any',
    'practices.publish-again': 'any',
  },
};

/** What somebody must be allowed for a scope to mean anything. */
const MEANS: Record<Scope, Action> = {
  'drafts:read': 'drafts.read',
  'drafts:write': 'drafts.write',
  review: 'drafts.review',
};

/** The scopes that let an actor do anything: those a token can be made for. */
export function scopesFor(actor: Actor): Scope[] {
  return SCOPES.filter((scope) => mayEver(actor, MEANS[scope]));
}

/** How far a token of these scopes reaches for its owner, who may have lost since what a scope was for. */
export function limitsOf(owner: Actor, scopes: readonly string[]): TokenInUse['limits'] {
  const limits: Limits = {};
  for (const scope of scopesFor(owner).filter((one) => scopes.includes(one)))
    for (const [action, reach] of Object.entries(REACH[scope]) as [Action, 'any' | 'own'][])
      limits[action] = limits[action] === 'any' ? 'any' : reach;
  return limits;
}
