import type { Actor } from '#platform/context.ts';
import { type Draft, wantsSecond } from '#forum/drafts/index.ts';
import { may, statesOf, type Subject } from '#forum/people/index.ts';

/**
 * On whose side somebody is who is told: those whose it is; whoever looks after it, or all curators where nobody does; whoever looks after it alone;
 * the curators who do not.
 */
type Side = 'owners' | 'curators' | 'reviewer' | 'other-curators';

/**
 * What people are told of, by what was done, and who they are. What is not here (a save, a check, a remark settled) is seen where it was
 * done, and is worth nobody's mail.
 */
const TOLD = {
  'hand-in': ['owners', 'curators'],
  take: ['owners'],
  ask: ['owners'],
  answer: ['owners', 'curators'],
  'give-back': ['owners'],
  'take-back': ['owners', 'reviewer'],
  'put-away': ['owners', 'reviewer'],
  publish: ['owners', 'reviewer'],
  assign: ['reviewer'],
  'second-wanted': ['other-curators'],
  'second-given': ['reviewer'],
  remark: ['owners', 'reviewer'],
  'practice.withdraw': ['owners'],
  'practice.archive': ['owners'],
  'practice.publish-again': ['owners'],
  'practice.restored': ['owners'],
  'practice.merged': ['owners'],
  /** The clock asks whether a practice is still as described. */
  remind: ['owners'],
} as const satisfies Record<string, readonly Side[]>;
export type Kind = keyof typeof TOLD;
export const KINDS = Object.keys(TOLD) as Kind[];

/** What goes by mail even to who wants none: something waits on them that nobody else can do, or was done to what is theirs. */
export const ESSENTIAL: readonly Kind[] = [
  'ask',
  'give-back',
  'practice.withdraw',
  'practice.archive',
  'practice.merged',
  'remind',
];

type Waiting = Pick<Draft, 'stage' | 'reviewer' | 'secondWanted' | 'secondReviewer'>;
const isReviewed = ({ stage }: Waiting) => stage === 'handed-in' || stage === 'in-review';

/**
 * When what was done to a draft waits on who is told of it: as long as the turn is theirs. What is handed in and looked after by nobody waits on all
 * curators, so on no one in particular.
 */
const WAITS_WHILE: Partial<Record<Kind, (draft: Waiting, recipient: string) => boolean>> = {
  ask: ({ stage }) => stage === 'question',
  'give-back': ({ stage }) => stage === 'draft',
  assign: (draft, recipient) => isReviewed(draft) && draft.reviewer === recipient,
  'second-wanted': (draft) => isReviewed(draft) && wantsSecond(draft),
  'hand-in': ({ stage, reviewer }, recipient) => stage === 'handed-in' && reviewer === recipient,
  answer: ({ stage, reviewer }, recipient) => stage === 'in-review' && reviewer === recipient,
};

/** Whether what somebody is told of a draft waits on them: the work stands still until they take their turn. */
export function waitsOn(recipient: string, kind: Kind, draft: Waiting): boolean {
  return WAITS_WHILE[kind]?.(draft, recipient) ?? false;
}

/** Whether people are told of something that was done. */
export function isKind(action: string): action is Kind {
  return Object.hasOwn(TOLD, action);
}

/** What was done, as far as it decides who is told. */
export interface Told {
  kind: Kind;
  /** Who did it; null for the clock and the operator. */
  by: string | null;
  /** Whose it is. */
  subject: Subject;
  /** Who looks after it. */
  reviewer: string | null;
}

type Somebody = Actor & { account: string };

/**
 * The accounts that are told of something, of those who hold a role today, each once: never who did it, and nobody who may not see it. What belongs to
 * somebody whose roles have ended is told to the focal points of the state it belongs to as well.
 */
export function recipientsOf({ kind, by, subject, reviewer }: Told, people: readonly Somebody[]): string[] {
  const mayReview = people.filter((one) => may(one, 'drafts.review'));
  const looksAfter = mayReview.filter(({ account }) => account === reviewer);
  const curators = mayReview.filter(({ roles }) => roles.some(({ role }) => CURATING.includes(role)));
  const sides: Record<Side, readonly Somebody[]> = {
    owners: ownersOf(subject, people),
    reviewer: looksAfter,
    curators: looksAfter.length > 0 ? looksAfter : curators,
    'other-curators': curators.filter(({ account }) => account !== reviewer),
  };
  const told = TOLD[kind].flatMap((side: Side) => sides[side]).map(({ account }) => account);
  return [...new Set(told)].filter((account) => account !== by);
}

/** Whose work it is to curate. An administrator may, and is not called to it. */
const CURATING = ['curator', 'support-unit'];

/** Who answers for something today: the account it belongs to, else all focal points of its state. */
export function ownersOf(subject: Subject, people: readonly Somebody[]): Somebody[] {
  const own = people.filter(
    (one) => one.account === subject.account && may(one, 'drafts.write', { account: subject.account }),
  );
  if (own.length > 0) return own;
  const { state } = subject;
  return typeof state === 'string' ? people.filter((one) => statesOf(one).includes(state)) : [];
}
