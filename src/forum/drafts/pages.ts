import type { Context } from '#platform/context.ts';
import { may, statesOf } from '#forum/people/index.ts';
import { OPEN, type Stage } from './model.ts';
import { type DraftLine, pageOwnedBy } from './store.ts';

/** A page of the drafts of one's own and of one's states, and how many there are in all. Pages are counted from 1. */
export async function myPage(
  ctx: Context,
  { stages, page, perPage }: { stages: readonly Stage[]; page: number; perPage: number },
): Promise<{ total: number; lines: DraftLine[] }> {
  const { account } = ctx.actor;
  // What may not be read is not listed either: what one wrote in a role that has ended waits for the next one.
  const whose = {
    states: statesOf(ctx.actor).filter((state) => may(ctx.actor, 'drafts.read', { state, account: null })),
    account: may(ctx.actor, 'drafts.read', { state: null, account }) ? account : null,
  };
  const part = { from: (page - 1) * perPage, most: perPage };
  return pageOwnedBy(ctx.db, whose, stages.length > 0 ? stages : OPEN, part);
}
