import { error } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import type { PageServerLoad } from './$types';

/**
 * Every address at which there is nothing; and, for whoever may not enter it, one at which there is something (hooks.server.ts): the two
 * answer the same because they are the same.
 */
export const load: PageServerLoad = ({ locals: { ctx, path } }) =>
  error(404, {
    message: translate(ctx.locale, 'problems.not-found'),
    detail: translate(ctx.locale, 'problems.not-found-detail', { path: path.slice(0, 200) }),
  });
