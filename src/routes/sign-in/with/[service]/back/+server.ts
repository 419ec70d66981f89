import { redirect } from '@sveltejs/kit';
import { accountVouchedFor, linkService } from '#platform/accounts/service-links.ts';
import { signInAs } from '#platform/accounts/sign-in.ts';
import type { ServiceStep } from '#platform/accounts/services.ts';
import { takeStep } from '#platform/accounts/steps.ts';
import { takeCookies } from '../../../../cookies.ts';
import { stepKept } from '../../../step-cookie.ts';
import { logTrouble, outcomeAddress, serviceNamed } from '../../service.ts';
import type { RequestHandler } from './$types';

/** What was begun: a sign-in, or the linking of the institution to an account. */
type Begun = ServiceStep & { next: string; prefix: string; linkTo: string | null };

/**
 * Back from an institution: signs in whom it vouches for, or links them to the account they are signed in with, and goes on. Else goes to the page that says what came of it, whose address holds
 * nothing of what was sent here.
 */
export const GET: RequestHandler = async (event) => {
  const { locals, params, url, request } = event;
  const { db, now } = locals.ctx;
  const service = serviceNamed(locals, params.service);
  const token = stepKept(event, 'service');
  const step = await takeStep<Begun>(db, now, 'service', token);
  if (step === null) redirect(303, outcomeAddress(locals.prefix, service, 'stale'));
  const { prefix, next, linkTo } = step;
  // Who began as one and comes back as another, or as nobody, has to begin again.
  if (linkTo !== null && locals.signedIn?.account.id !== linkTo)
    redirect(303, outcomeAddress(prefix, service, 'stale', next));
  const vouched = await locals.forum.services.finish(service, step, url.searchParams);
  if (linkTo !== null && !('trouble' in vouched)) {
    if (!(await linkService(db, now, linkTo, service, vouched)))
      redirect(303, outcomeAddress(prefix, service, 'taken', next));
    redirect(303, `${prefix}/account?done=service-linked#services`);
  }
  const found = 'trouble' in vouched ? vouched : await accountVouchedFor(db, now, service, vouched);
  if ('trouble' in found) {
    logTrouble(locals, service, found);
    redirect(303, outcomeAddress(prefix, service, found.trouble, next));
  }
  const cookies = found.account && (await signInAs(locals.forum.auth, found.account, request.headers));
  if (!cookies) redirect(303, outcomeAddress(prefix, service, 'unknown', next));
  takeCookies(event, cookies);
  redirect(303, prefix + next);
};
