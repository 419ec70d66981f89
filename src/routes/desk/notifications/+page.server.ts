import { redirect } from '@sveltejs/kit';
import { markAllRead, newsFor, unreadCount } from '#forum/notifications/index.ts';
import type { NewsPageView } from '#ui/desk-views.ts';
import { tellFirst } from '../current.ts';
import { doneText } from '../done.ts';
import { newsRow } from '../rows.ts';
import type { Actions, PageServerLoad } from './$types';

/** Notifications on a page. */
const PER_PAGE = 30;

/** What the reader was told, page by page, the latest first. */
export const load: PageServerLoad = async ({ locals, url }): Promise<NewsPageView> => {
  const { ctx, prefix } = locals;
  await tellFirst(locals);
  const before = url.searchParams.get('before');
  const { news, older } = await newsFor(ctx, { before, limit: PER_PAGE });
  return {
    done: doneText(url.searchParams, locals),
    news: news.map((one) => newsRow({ locale: ctx.locale, prefix }, one)),
    unread: await unreadCount(ctx),
    olderHref: older === null ? null : `${prefix}/desk/notifications?before=${older}`,
    later: before !== null,
  };
};

export const actions: Actions = {
  readAll: async ({ locals }) => {
    await markAllRead(locals.ctx);
    redirect(303, `${locals.prefix}/desk/notifications?done=read`);
  },
};
