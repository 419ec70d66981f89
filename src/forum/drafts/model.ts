/** Where work on a practice stands: with its owner (draft, question), with the curators (handed in, in review), or done. */
export const STAGES = ['draft', 'handed-in', 'in-review', 'question', 'published', 'put-away'] as const;
export type Stage = (typeof STAGES)[number];

/** Stages in which there is still something to do. */
export const OPEN: readonly Stage[] = ['draft', 'handed-in', 'in-review', 'question'];

/** What moves a draft from one stage to another, from which, to which, and whose turn it is: the owner's, or a curator's. */
export const TURNS = {
  'hand-in': { from: ['draft'], to: 'handed-in', by: 'owner' },
  answer: { from: ['question'], to: 'in-review', by: 'owner' },
  // While a question is open the draft is with its owner anyway: taking it back would only lose the question.
  'take-back': { from: ['handed-in', 'in-review'], to: 'draft', by: 'owner' },
  'put-away': { from: ['draft', 'handed-in', 'in-review', 'question'], to: 'put-away', by: 'owner' },
  reopen: { from: ['put-away'], to: 'draft', by: 'owner' },
  take: { from: ['handed-in'], to: 'in-review', by: 'curator' },
  ask: { from: ['handed-in', 'in-review'], to: 'question', by: 'curator' },
  'give-back': { from: ['handed-in', 'in-review'], to: 'draft', by: 'curator' },
  publish: { from: ['in-review'], to: 'published', by: 'curator' },
} as const satisfies Record<string, { from: readonly Stage[]; to: Stage; by: 'owner' | 'curator' }>;
export type Turn = keyof typeof TURNS;
export const ALL_TURNS = Object.keys(TURNS) as Turn[];

/** The stage after a turn; null where the turn cannot be taken from that stage. */
export function stageAfter(stage: Stage, turn: Turn): Stage | null {
  const { from, to }: { from: readonly Stage[]; to: Stage } = TURNS[turn];
  return from.includes(stage) ? to : null;
}

/** Who may write in a draft of a stage: its owner while it is with the owner, a curator as long as it is open. */
export function isWritable(stage: Stage, by: 'owner' | 'curator'): boolean {
  return by === 'curator' ? OPEN.includes(stage) : stage === 'draft' || stage === 'question';
}

/**
 * What a curator looks for before a practice is published. What is not a matter of the text is left to people; for the others
 * hints.ts names the words that may be meant.
 */
export const CHECKS = ['complete', 'sourced', 'balanced', 'personal-data', 'non-binding'] as const;
export type Check = (typeof CHECKS)[number];
/** What a curator said of a point, who and when (ISO 8601), and of which text: a version of a draft. */
export interface CheckAnswer {
  holds: boolean;
  /** Why it does not hold; empty where it does. */
  why: string;
  by: string;
  at: string;
  draft: string;
  version: number;
}
/** The answers given so far; a point that is not among them has not been looked at. */
export type Checklist = Partial<Record<Check, CheckAnswer>>;

/** What keeps a draft in review from being published. `merged`: its practice has become another one. */
export type Obstacle = 'form' | 'checks' | 'comments' | 'second-reviewer' | 'merged' | 'circle';

/** Turns at which a curator says something to the owner. */
export const SAID: readonly Turn[] = ['ask', 'give-back'];

/** The longest remark, question or reason, in characters. */
export const LONGEST_REMARK = 4_000;

/** What is wrong with something to be said in a draft: nothing is said, or too much; null where it can be said. */
export function remarkProblem(text: string): 'empty' | 'too-long' | null {
  if (text.trim() === '') return 'empty';
  return text.length > LONGEST_REMARK ? 'too-long' : null;
}

/** Whether those who curate see a draft: not before it was handed in for the first time. */
export function isHandedIn(draft: { handedInAt: Date | null }): boolean {
  return draft.handedInAt !== null;
}

/** Whether a second curator still has to look at it: one was wanted, and none but the first has. */
export function wantsSecond(draft: { secondWanted: boolean; secondReviewer: string | null }): boolean {
  return draft.secondWanted && draft.secondReviewer === null;
}
