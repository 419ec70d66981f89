import { fail, redirect } from '@sveltejs/kit';
import { beginStep } from '#platform/accounts/steps.ts';
import type { ServicePageView } from '#ui/account-views.ts';
import { ownPath } from '../../../own-path.ts';
import { tooManyFromThere } from '../../../tries.ts';
import { keepStep } from '../../step-cookie.ts';
import { logTrouble, outcomeAddress, outcomeOf, serviceNamed } from '../service.ts';
import type { Actions, PageServerLoad } from './$types';

const HOME = '/account';

/** The page an institution may link to; and what came of a sign-in with it. */
export const load: PageServerLoad = ({ url, locals, params }): ServicePageView => {
  const { id, name } = serviceNamed(locals, params.service);
  const next = ownPath(url.searchParams.get('next'), HOME);
  const came = outcomeOf(url.searchParams);
  if (came === null) {
    if (locals.signedIn) redirect(303, locals.prefix + next);
    return { id, name, next, came };
  }
  locals.status = came.status;
  const { prefix } = locals;
  const query = new URLSearchParams({ next });
  const [others, again] = [`${prefix}/sign-in?${query}`, `${prefix}/sign-in/with/${id}?${query}`];
  return { id, name, next, came: { name, outcome: came.outcome, others, again } };
};

export const actions: Actions = {
  /**
   * Begins, and answers with a page that goes on by itself. A redirect would not do: browsers hold where a form leads, to its end, against
   * the content security policy, and nobody knows through how many hosts an institution sends its people.
   */
  default: async (event) => {
    const { locals, params, request } = event;
    const service = serviceNamed(locals, params.service);
    const next = ownPath((await request.formData()).get('next'), HOME);
    const wait = await tooManyFromThere(event);
    if (wait !== null) return fail(429, { next, wait, onward: null });
    const { prefix } = locals;
    const begun = await locals.forum.services.begin(service);
    if ('trouble' in begun) {
      logTrouble(locals, service, begun);
      redirect(303, outcomeAddress(prefix, service, begun.trouble, next));
    }
    const { db, now } = locals.ctx;
    keepStep(event, 'service', await beginStep(db, now, 'service', { ...begun.step, next, prefix }));
    const { href, host } = begun.address;
    return { next, wait: null, onward: { href, host } };
  },
};
