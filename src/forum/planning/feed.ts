import { eq } from 'drizzle-orm';
import { newToken, tokenHash } from '#platform/accounts/token-secret.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { recordAct } from '#platform/history.ts';
import { demand } from '#forum/people/index.ts';
import { planningFeeds } from './tables.ts';

/**
 * Makes an address at which the actor's calendar finds what is due, in place of the one they had. Its secret is given once and kept as a
 * hash: a calendar cannot sign in.
 */
export async function makeFeed(ctx: Context): Promise<string> {
  const { account } = ctx.actor;
  demand(ctx.actor, 'planning.see', { account });
  const secret = newToken();
  const row = { secretHash: tokenHash(secret), madeAt: ctx.now };
  await ctx.db.transaction(async (tx) => {
    await tx
      .insert(planningFeeds)
      .values({ account: account!, ...row })
      .onConflictDoUpdate({ target: planningFeeds.account, set: row });
    await recordAct(tx, ctx, 'planning.feed-made', {});
  });
  return secret;
}

/** Ends the actor's address for calendars. */
export async function endFeed(ctx: Context): Promise<void> {
  const { account } = ctx.actor;
  demand(ctx.actor, 'planning.see', { account });
  await ctx.db.transaction(async (tx) => {
    await tx.delete(planningFeeds).where(eq(planningFeeds.account, account!));
    await recordAct(tx, ctx, 'planning.feed-ended', {});
  });
}

/** When the actor's address for calendars was made; null where they have none. */
export async function feedSince(ctx: Context): Promise<Date | null> {
  const { account } = ctx.actor;
  if (account === null) return null;
  const [row] = await ctx.db.select().from(planningFeeds).where(eq(planningFeeds.account, account));
  return row?.madeAt ?? null;
}

/** Whose address for calendars has this secret; null where there is none. */
export async function ownerOfFeed(db: Database, secret: string): Promise<string | null> {
  const [row] = await db
    .select({ account: planningFeeds.account })
    .from(planningFeeds)
    .where(eq(planningFeeds.secretHash, tokenHash(secret)));
  return row?.account ?? null;
}
