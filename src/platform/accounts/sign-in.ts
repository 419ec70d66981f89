import { isAPIError } from 'better-auth/api';
import type { Locale } from '#vocab/language.ts';
import { isLocale } from '#vocab/language.ts';
import type { Database } from '../database.ts';
import { queueMail } from '../mail/queue.ts';
import type { Auth } from './auth.ts';
import { SIGN_IN_PURPOSES } from './link-purposes.ts';
import { type Link, takeLink } from './links.ts';
import type { Account } from './store.ts';

/** Who is signed in with a request, and where: the session it came with. */
export interface SignedIn {
  account: Account;
  session: { id: string; createdAt: Date };
  /** Cookies to be set with the answer, where the session was prolonged. */
  headers: Headers;
}

/** What a step of signing in gave: the cookies that go with the answer, or that it was not right. */
export type Step = { ok: true; headers: Headers; secondStep: boolean } | { ok: false };

const NAME = /(?:^|;\s*)(?:__Secure-)?common-space\.session_token=/;

/** Whoever is signed in with a request; null for a visitor. Without our cookie nothing is asked of the database. */
export async function signedInWith(auth: Auth, headers: Headers): Promise<SignedIn | null> {
  if (!NAME.test(headers.get('cookie') ?? '')) return null;
  const { response, headers: cookies } = await auth.api.getSession({ headers, returnHeaders: true });
  if (!response) return null;
  const { user, session } = response;
  return {
    account: {
      id: user.id,
      email: user.email,
      name: user.name,
      language: isLocale(user.language) ? user.language : 'en',
      twoFactorEnabled: user.twoFactorEnabled === true,
      signedInAt: user.signedInAt ?? null,
    },
    session: { id: session.id, createdAt: session.createdAt },
    headers: cookies,
  };
}

/**
 * Has a sign-in link sent to an address, where it has an account. The page does the same work and gives the same answer for every
 * address: whether there is an account is looked up when the mail is written.
 */
export async function askSignInLink(
  db: Database,
  now: Date,
  { to, locale, next }: { to: string; locale: Locale; next: string },
): Promise<void> {
  await queueMail(db, now, { to, letter: 'sign-in', data: { next }, locale });
}

/** Signs in by a link that works once; null where it does not (any more). */
export async function signInByLink(
  auth: Auth,
  db: Database,
  now: Date,
  token: string,
  headers: Headers,
): Promise<{ link: Link; headers: Headers } | null> {
  const link = await takeLink(db, now, token);
  if (!link || !SIGN_IN_PURPOSES.some((purpose) => purpose === link.purpose)) return null;
  const cookies = await signInAs(auth, link.account, headers);
  return cookies && { link, headers: cookies };
}

/**
 * Signs in an account that something has vouched for: a link, a passkey, a ministry's service. Whoever was signed in in this browser is
 * no longer, and the session is a new one. Gives its cookies; null where there is no such account (any more).
 */
export async function signInAs(auth: Auth, account: string, headers: Headers): Promise<Headers | null> {
  await leave(auth, headers);
  const { response, headers: cookies } = await auth.api.signInVouched({
    body: { account },
    headers,
    returnHeaders: true,
  });
  return response.signedIn ? cookies : null;
}

/** The first step with a password. Takes as long for an address without an account, and says no more. */
export async function signInByPassword(
  auth: Auth,
  { email, password }: { email: string; password: string },
  headers: Headers,
): Promise<Step> {
  return step(async () => {
    const { response, headers: cookies } = await auth.api.signInEmail({
      body: { email, password },
      headers,
      returnHeaders: true,
    });
    await leave(auth, headers);
    return { headers: cookies, secondStep: 'twoFactorRedirect' in response };
  });
}

/** The second step: a code of an app, or one of the recovery codes. */
export async function takeSecondStep(auth: Auth, code: string, headers: Headers): Promise<Step> {
  const digits = code.replace(/\s/g, '');
  return step(async () => {
    const answer = /^\d{6}$/.test(digits)
      ? await auth.api.verifyTOTP({ body: { code: digits }, headers, returnHeaders: true })
      : await auth.api.verifyBackupCode({ body: { code: digits }, headers, returnHeaders: true });
    return { headers: answer.headers, secondStep: false };
  });
}

/** Ends the session a request came with. Gives the cookies that make the browser forget it. */
export async function leave(auth: Auth, headers: Headers): Promise<Headers> {
  return (await auth.api.signOut({ headers, returnHeaders: true })).headers;
}

/** What better-auth refuses is an answer, not a fault; everything else is one. */
async function step(take: () => Promise<{ headers: Headers; secondStep: boolean }>): Promise<Step> {
  try {
    return { ok: true, ...(await take()) };
  } catch (error) {
    if (isAPIError(error)) return { ok: false };
    throw error;
  }
}
