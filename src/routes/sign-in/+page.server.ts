import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { LINK_MINUTES } from '#platform/accounts/link-purposes.ts';
import { readUsed } from '#platform/accounts/passkey-answers.ts';
import { signInByPasskey } from '#platform/accounts/passkeys.ts';
import { relyingParty } from '#platform/accounts/relying-party.ts';
import { askSignInLink, leave, signInByPassword } from '#platform/accounts/sign-in.ts';
import { readEmailAddress } from '#platform/mail/address.ts';
import type { SignInView } from '#ui/account-views.ts';
import { takeCookies } from '../cookies.ts';
import { problem, textOf } from '../forms.ts';
import { HOME, ownPath } from '../own-path.ts';
import { tooMany } from '../tries.ts';
import { stepKept } from './step-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }): SignInView => {
  const next = ownPath(url.searchParams.get('next'), HOME);
  if (locals.signedIn) redirect(303, locals.prefix + next);
  return {
    next,
    needed: url.searchParams.has('next') && !url.searchParams.has('sent'),
    sent: url.searchParams.has('sent'),
    linkMinutes: LINK_MINUTES['sign-in'],
    signedOut: url.searchParams.has('out'),
    passkeys: relyingParty(locals.forum.settings.origin)?.origin ?? null,
    services: locals.forum.services.list.map(({ id, name }) => ({ id, name })),
  };
};

/** What was sent, with the address in its kept form: null where it is none. */
async function sent({ request }: RequestEvent) {
  const form = await request.formData();
  const typed = textOf(form, 'email');
  return { form, typed, email: readEmailAddress(typed), next: ownPath(form.get('next'), HOME) };
}

export const actions: Actions = {
  link: async (event) => {
    const { locals } = event;
    const { email, typed, next } = await sent(event);
    if (email === null)
      return fail(400, { way: 'link', email: typed, problems: problem(locals, 'email', 'accounts.bad-email') });
    const wait = await tooMany(event, 'mail', email);
    if (wait !== null) return fail(429, { way: 'link', email: typed, problems: { email: wait } });
    await askSignInLink(locals.ctx.db, locals.ctx.now, { to: email, locale: locals.ctx.locale, next });
    redirect(303, `${locals.prefix}/sign-in?${new URLSearchParams({ sent: '1', next })}`);
  },
  password: async (event) => {
    const { locals, request } = event;
    const { form, email, typed, next } = await sent(event);
    const refuse = (status: number, problems: Record<string, string>) =>
      fail(status, { way: 'password', email: typed, problems });
    if (email === null) return refuse(400, problem(locals, 'email', 'accounts.bad-email'));
    const wait = await tooMany(event, 'attempt', email);
    if (wait !== null) return refuse(429, { email: wait });
    const step = await signInByPassword(
      locals.forum.auth,
      { email, password: textOf(form, 'password') },
      request.headers,
    );
    if (!step.ok) return refuse(400, problem(locals, 'password', 'accounts.wrong-password'));
    takeCookies(event, step.headers);
    const query = new URLSearchParams({ next });
    redirect(303, locals.prefix + (step.secondStep ? `/sign-in/second-step?${query}` : next));
  },
  passkey: async (event) => {
    const { locals, request } = event;
    const { form, next } = await sent(event);
    const token = stepKept(event, 'passkey');
    const answer = textOf(form, 'answer');
    const refuse = (status: number, problems: Record<string, string>) =>
      fail(status, { way: 'passkey', email: '', problems });
    const wait = await tooMany(event, 'attempt', `passkey ${readUsed(answer)?.id}`);
    if (wait !== null) return refuse(429, { answer: wait });
    const party = relyingParty(locals.forum.settings.origin);
    const { db, now } = locals.ctx;
    const cookies =
      party && (await signInByPasskey(locals.forum.auth, db, now, party, { token, answer }, request.headers));
    if (!cookies) return refuse(400, problem(locals, 'answer', 'accounts.passkey-refused'));
    takeCookies(event, cookies);
    redirect(303, locals.prefix + next);
  },
  out: async (event) => {
    const { locals, request } = event;
    takeCookies(event, await leave(locals.forum.auth, request.headers));
    redirect(303, `${locals.prefix}/sign-in?out=1`);
  },
};
