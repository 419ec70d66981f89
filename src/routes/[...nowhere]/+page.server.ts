import { error } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { mayEver, roleName, rolesWith } from '#forum/people/index.ts';
import type { PageServerLoad } from './$types';

/**
 * Every address at which there is nothing; and, for whoever may not enter it, one at which there is something (hooks.server.ts). Where that is confidential
 * the two answer the same because they are the same; where it is not, whoever is signed in is told whom it is for.
 */
export const load: PageServerLoad = ({ locals: { ctx, path, takes } }) => {
  const { actor, locale } = ctx;
  const address = path.slice(0, 200);
  const own = actor.roles.map((role) => roleName(locale, role));
  const allowed = takes === null || actor.account === null || mayEver(actor, takes);
  if (allowed)
    error(404, {
      message: translate(locale, 'problems.not-found'),
      detail: translate(locale, 'problems.not-found-detail', { path: address }),
    });
  const roles = rolesWith(takes).map((role) => roleName(locale, { role, of: null }));
  const list = (names: string[]) => new Intl.ListFormat(locale).format(names);
  error(403, {
    message: translate(locale, 'problems.for-others'),
    detail: translate(locale, own.length === 0 ? 'problems.for-others-no-role' : 'problems.for-others-detail', {
      path: address,
      roles: list(roles),
      own: list(own),
    }),
  });
};
