import type { Context } from '#platform/context.ts';
import { recordAct } from '#platform/history.ts';
import { draftsForNews, ownership, type Stage } from '#forum/drafts/index.ts';
import { demand, may, statesOf } from '#forum/people/index.ts';
import { practiceLines } from '#forum/practices/index.ts';
import type { Kind } from './model.ts';
import type { Rhythm } from './rhythm.ts';
import { type Notification, notificationOf, notificationsOf, rhythmOf, setRead, setRhythm, unreadOf } from './store.ts';

/** Something somebody was told, with what it is about as that is now. */
export interface News {
  id: string;
  kind: Kind;
  at: Date;
  /** Who did it, by name; empty for the clock. */
  actor: string;
  read: boolean;
  /** As it is called now; empty where it has no title yet. */
  title: string;
  about: { draft: string; stage: Stage; review: boolean } | { practice: string; slug: string };
}

/** How many unread ones are counted; where there are more, it is said that there are. */
export const MOST_UNREAD = 99;

/**
 * What of these notifications the actor may still be shown, with titles as they are now: of a draft that is no longer theirs to see, or a practice that is
 * no longer theirs to keep, nothing is left, not even that there was something.
 */
export async function seen(ctx: Context, told: readonly Notification[]): Promise<News[]> {
  const drafts = await draftsForNews(
    ctx.db,
    told.flatMap(({ draft }) => draft ?? []),
  );
  const practices = await practiceLines(
    ctx.db,
    told.flatMap(({ practice }) => practice ?? []),
  );
  return told.flatMap(({ id, kind, at, actor, readAt, draft: draftId, practice: practiceId }): News[] => {
    const common = { id, kind, at, actor, read: readAt !== null };
    const draft = draftId === null ? undefined : drafts.get(draftId);
    if (draft && may(ctx.actor, 'drafts.write', ownership(draft))) {
      const owns = draft.ownerAccount === ctx.actor.account || statesOf(ctx.actor).includes(draft.ownerState ?? '');
      const review = may(ctx.actor, 'drafts.review') && !owns;
      return [{ ...common, title: draft.form.title, about: { draft: draft.id, stage: draft.stage, review } }];
    }
    const practice = practiceId === null ? undefined : practices.get(practiceId);
    if (practice && may(ctx.actor, 'practices.keep', ownership(practice)))
      return [{ ...common, title: practice.title, about: { practice: practice.id, slug: practice.slug } }];
    return [];
  });
}

/**
 * A page of what the actor was told, the latest first. `older` is where the next page begins; null where there is none. A page may be shorter than
 * `limit`: what may no longer be seen is left out of it.
 */
export async function newsFor(
  ctx: Context,
  { before, limit }: { before: string | null; limit: number },
): Promise<{ news: News[]; older: string | null }> {
  const account = ctx.actor.account!;
  demand(ctx.actor, 'desk.use', { account });
  const told = await notificationsOf(ctx.db, account, { before, limit: limit + 1 });
  const page = told.slice(0, limit);
  return { news: await seen(ctx, page), older: told.length > limit ? page.at(-1)!.id : null };
}

/** How many of the things the actor was told are unread, at most `MOST_UNREAD`. */
export async function unreadCount(ctx: Context): Promise<number> {
  const account = ctx.actor.account!;
  demand(ctx.actor, 'desk.use', { account });
  return (await seen(ctx, await unreadOf(ctx.db, account, MOST_UNREAD))).length;
}

/** Opens one: it is read from now on. Null where the actor has none with this id, or may no longer see what it is about. */
export async function openNews(ctx: Context, id: string): Promise<News | null> {
  const account = ctx.actor.account!;
  demand(ctx.actor, 'desk.use', { account });
  const told = await notificationOf(ctx.db, account, id);
  const [news] = told ? await seen(ctx, [told]) : [];
  if (!news) return null;
  await setRead(ctx.db, account, id, ctx.now);
  return news;
}

/** Where a notification leads: the path of a page. */
export function newsLead({ kind, about }: News): string {
  if ('practice' in about) return kind === 'remind' ? '/desk#confirm' : `/practices/${encodeURIComponent(about.slug)}`;
  return about.review ? `/desk/review/${about.draft}` : `/desk/drafts/${about.draft}/what`;
}

/** Marks all as read. */
export async function markAllRead(ctx: Context): Promise<void> {
  const account = ctx.actor.account!;
  demand(ctx.actor, 'desk.use', { account });
  await setRead(ctx.db, account, null, ctx.now);
}

/** How often the actor gets mail. */
export async function mailChoice(ctx: Context): Promise<Rhythm> {
  const account = ctx.actor.account!;
  demand(ctx.actor, 'desk.use', { account });
  return rhythmOf(ctx.db, account);
}

/** Chooses how often the actor gets mail. */
export async function chooseMail(ctx: Context, rhythm: Rhythm): Promise<void> {
  const account = ctx.actor.account!;
  demand(ctx.actor, 'desk.use', { account });
  await ctx.db.transaction(async (tx) => {
    await setRhythm(tx, account, rhythm);
    await recordAct(tx, ctx, 'desk.mail-chosen', { account, rhythm });
  });
}

/** As much as of one person is given along with their own data. */
const MOST_EXPORTED = 10_000;

/** What is kept of the actor here, to take along: how often they get mail, and what they were told when. */
export async function ownNews(ctx: Context): Promise<Record<string, unknown>> {
  const account = ctx.actor.account!;
  demand(ctx.actor, 'desk.use', { account });
  const told = await notificationsOf(ctx.db, account, { before: null, limit: MOST_EXPORTED });
  return {
    mail: await mailChoice(ctx),
    notifications: told.map(({ kind, at, readAt }) => ({ kind, at, read: readAt })),
  };
}
