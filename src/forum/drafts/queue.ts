import type { Context } from '#platform/context.ts';
import { demand } from '#forum/people/index.ts';
import { remarkProblem, type Stage } from './model.ts';
import { assign, draftForReview, lookAfter, review, wantSecond } from './review.ts';
import { type DraftLine, draftsIn, MOST_LISTED } from './store.ts';

/** Whose drafts a curator looks at: everybody's, those one looks after, those nobody does. */
export const WHOSE = ['all', 'mine', 'nobody'] as const;
export type Whose = (typeof WHOSE)[number];

/** What is in the queue: with the curators, or with an owner who is to answer. */
export const QUEUED: readonly Stage[] = ['handed-in', 'in-review', 'question'];
/** Handed in once, and with its owner at present. */
export const WITH_OWNER: readonly Stage[] = ['question', 'draft'];

/** How many drafts a page of the queue holds. */
export const QUEUE_PAGE = 50;

/** The queue of those who curate: what waits, the longest first; all of it, what one looks after, or what nobody does. At most 200. */
export async function queue(ctx: Context, whose: Whose, stages: readonly Stage[] = QUEUED): Promise<DraftLine[]> {
  return (await linesOf(ctx, whose, stages, { from: 0, most: MOST_LISTED })).lines;
}

/** One page of the queue, and how many there are in all. Pages are counted from 1. */
export async function queuePage(
  ctx: Context,
  {
    whose,
    stages,
    page,
    perPage = QUEUE_PAGE,
  }: { whose: Whose; stages: readonly Stage[]; page: number; perPage?: number },
): Promise<{ total: number; pages: number; lines: DraftLine[] }> {
  const { total, lines } = await linesOf(ctx, whose, stages, { from: (page - 1) * perPage, most: perPage });
  return { total, pages: Math.max(1, Math.ceil(total / perPage)), lines };
}

async function linesOf(ctx: Context, whose: Whose, stages: readonly Stage[], part: { from: number; most: number }) {
  demand(ctx.actor, 'drafts.review');
  const { account } = ctx.actor;
  if (whose === 'mine' && account === null) return { total: 0, lines: [] };
  const reviewer = whose === 'mine' ? { reviewer: account } : whose === 'nobody' ? { reviewer: null } : {};
  return draftsIn(ctx.db, { stages, ...reviewer }, part);
}

/** What can be done to several drafts at once. */
export const DEEDS = ['take', 'assign', 'second', 'give-back'] as const;
export type Deed =
  { what: 'take' } | { what: 'assign'; to: string | null } | { what: 'second' } | { what: 'give-back'; why: string };

/** What became of each of several drafts, by its title; a draft that is not there is passed over. */
export interface DoneToMany {
  done: { id: string; title: string }[];
  /** It was not its turn any more: somebody else was faster. */
  not: { id: string; title: string }[];
}

/**
 * Does the same to several drafts, each by itself: what cannot be done to one is done to the others. `unsaid` where they are to
 * be given back and it is not said why.
 */
export async function reviewMany(ctx: Context, ids: readonly string[], deed: Deed): Promise<DoneToMany | 'unsaid'> {
  demand(ctx.actor, 'drafts.review');
  if (deed.what === 'give-back' && remarkProblem(deed.why) !== null) return 'unsaid';
  const result: DoneToMany = { done: [], not: [] };
  for (const id of [...new Set(ids)].slice(0, QUEUE_PAGE)) {
    const draft = await draftForReview(ctx, id);
    if (!draft) continue;
    result[(await doneTo(ctx, id, deed)) ? 'done' : 'not'].push({ id, title: draft.form.title });
  }
  return result;
}

async function doneTo(ctx: Context, id: string, deed: Deed): Promise<boolean> {
  switch (deed.what) {
    case 'take':
      return lookAfter(ctx, id);
    case 'assign':
      return assign(ctx, id, deed.to);
    case 'second':
      return wantSecond(ctx, id, true);
    case 'give-back':
      return typeof (await review(ctx, id, 'give-back', deed.why)) === 'object';
  }
}
