import { error, redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { newsLead, openNews } from '#forum/notifications/index.ts';
import type { PageServerLoad } from './$types';

/** Opens what the reader was told: it is read from now on, and they come to what it is about. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { ctx, path, prefix } = locals;
  const news = await openNews(ctx, params.id);
  if (news) redirect(303, prefix + newsLead(news));
  error(404, {
    message: translate(ctx.locale, 'problems.not-found'),
    detail: translate(ctx.locale, 'problems.not-found-detail', { path: path.slice(0, 200) }),
  });
};
