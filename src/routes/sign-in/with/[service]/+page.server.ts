import { fail, redirect } from '@sveltejs/kit';
import { beginStep } from '#platform/accounts/steps.ts';
import type { ServicePageView } from '#ui/account-views.ts';
import { isFresh, self } from '../../../account/fresh.ts';
import { ownPath } from '../../../own-path.ts';
import { tooManyFromThere } from '../../../tries.ts';
import { keepStep } from '../../step-cookie.ts';
import { logTrouble, outcomeAddress, outcomeOf, serviceNamed } from '../service.ts';
import type { Actions, PageServerLoad } from './$types';

const HOME = '/account';

/** The page an institution may link to; and what came of a sign-in with it. */
export const load: PageServerLoad = ({ url, locals, params, request }): ServicePageView => {
  const { id, name } = serviceNamed(locals, params.service);
  const next = ownPath(url.searchParams.get('next'), HOME);
  const came = outcomeOf(url.searchParams);
  if (came === null) {
    // Whoever is signed in has begun to link it: what comes next is in the answer to the form.
    if (locals.signedIn && request.method === 'GET') redirect(303, locals.prefix + next);
    return { id, name, next, came };
  }
  locals.status = came.status;
  const { prefix } = locals;
  const query = new URLSearchParams({ next });
  const [others, again] = [`${prefix}/sign-in?${query}`, `${prefix}/sign-in/with/${id}?${query}`];
  return { id, name, next, came: { name, outcome: came.outcome, others, again } };
};

/** The account to which an institution is to be linked: that of whoever is signed in. Who signed in too long ago is led to where that is said. */
function accountToLink(locals: App.Locals): string {
  if (!isFresh(locals)) redirect(303, `${locals.prefix}${HOME}#services`);
  return self(locals).account.id;
}

export const actions: Actions = {
  /**
   * Begins, and answers with a page that goes on by itself. A redirect would not do: browsers hold where a form leads, to its end, against
   * the content security policy, and nobody knows through how many hosts an institution sends its people.
   */
  default: async (event) => {
    const { locals, params, request } = event;
    const service = serviceNamed(locals, params.service);
    const form = await request.formData();
    const next = ownPath(form.get('next'), HOME);
    const linkTo = form.get('link') === null ? null : accountToLink(locals);
    const wait = await tooManyFromThere(event);
    if (wait !== null) return fail(429, { next, wait, onward: null });
    const { prefix } = locals;
    const begun = await locals.forum.services.begin(service);
    if ('trouble' in begun) {
      logTrouble(locals, service, begun);
      redirect(303, outcomeAddress(prefix, service, begun.trouble, next));
    }
    const { db, now } = locals.ctx;
    keepStep(event, 'service', await beginStep(db, now, 'service', { ...begun.step, next, prefix, linkTo }));
    const { href, host } = begun.address;
    return { next, wait: null, onward: { href, host } };
  },
};
