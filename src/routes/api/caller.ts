import type { RequestEvent } from '@sveltejs/kit';
import type { Locale } from '#vocab/language.ts';
import { type SignedIn, signedInWith } from '#platform/accounts/sign-in.ts';
import { isToken } from '#platform/accounts/token-secret.ts';
import { type Actor, VISITOR } from '#platform/context.ts';
import { actorByToken, actorOf } from '#forum/people/index.ts';
import type { Forum } from '../../server.ts';
import { refusal } from './problems.ts';

/** Who sent a request, by session or by token; or that the token is none, or came too often. */
export interface Caller {
  actor: Actor;
  signedIn: SignedIn | null;
  /** The language of a token's owner. */
  language: Locale | null;
  trouble: { status: 401 } | { status: 429; minutes: number } | null;
}

const NOBODY: Caller = { actor: VISITOR, signedIn: null, language: null, trouble: null };

/** The token a request brings (RFC 6750, section 2.1); null where it brings none. */
export function bearerOf(headers: Headers): string | null {
  const said = /^bearer(?:\s+(.*))?$/i.exec(headers.get('authorization') ?? '');
  return said && (said[1] ?? '').trim();
}

/** Whether a token is looked at where this path leads: on pages it gives nothing, for they are for persons. */
export function takesToken(path: string): boolean {
  return path.startsWith('/api/') || path.startsWith('/files/');
}

/** Whoever a request comes from. One that brings a token is never anybody by a cookie, whatever cookies come with it. */
export async function callerOf(event: RequestEvent, forum: Forum, path: string, now: Date): Promise<Caller> {
  const { headers } = event.request;
  const token = bearerOf(headers);
  if (token !== null) return takesToken(path) ? byToken(event, forum, token, now) : NOBODY;
  const signedIn = await signedInWith(forum.auth, headers);
  if (!signedIn) return NOBODY;
  return { ...NOBODY, signedIn, actor: await actorOf(forum.db, signedIn.account, now) };
}

async function byToken(event: RequestEvent, { db, limits }: Forum, token: string, now: Date): Promise<Caller> {
  // What is not even written as one of ours is asked of nobody.
  const found = isToken(token) ? await actorByToken(db, now, token) : null;
  const minutes = found
    ? await limits.count('token', found.actor.token.id)
    : await limits.count('bad-token', event.getClientAddress());
  if (minutes !== null) return { ...NOBODY, language: found?.language ?? null, trouble: { status: 429, minutes } };
  return found ? { ...NOBODY, ...found } : { ...NOBODY, trouble: { status: 401 } };
}

/** How whoever is not heard is told so. */
export function notHeard(locale: Locale, trouble: NonNullable<Caller['trouble']>): Response {
  if (trouble.status === 429) return tooOften(locale, trouble.minutes);
  const challenge = 'Bearer realm="Common Space", error="invalid_token"';
  return refusal(locale, 401, { key: 'api.bad-token' }, {}, { 'www-authenticate': challenge });
}

/** A 429 that says how long to wait, to programs and to people. */
export function tooOften(locale: Locale, minutes: number): Response {
  return refusal(
    locale,
    429,
    { key: 'accounts.too-many', values: { minutes } },
    {},
    { 'retry-after': String(minutes * 60) },
  );
}
