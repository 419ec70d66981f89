import { error } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { ENTRIES } from '#ui/style/book.ts';
import type { PageServerLoad } from './$types';

/** The name of a component that has a page here. */
export const load: PageServerLoad = ({ params, locals }) => {
  if (!ENTRIES.some(({ name }) => name === params.component))
    error(404, {
      message: translate(locals.ctx.locale, 'problems.not-found'),
      detail: translate(locals.ctx.locale, 'problems.not-found-detail', { path: locals.path.slice(0, 200) }),
    });
  return { name: params.component };
};
