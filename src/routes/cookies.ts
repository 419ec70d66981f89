import type { RequestEvent } from '@sveltejs/kit';
import { parseSetCookieHeader } from 'better-auth/cookies';

const YEAR = 365 * 24 * 60 * 60;

/**
 * How a choice is kept in the browser: for a year, on every page, out of reach of scripts and of other sites. Secure where
 * the forum is served so; a forum on plain HTTP in an office would otherwise forget every choice.
 */
export function lasting(url: URL) {
  return { path: '/', maxAge: YEAR, sameSite: 'lax', httpOnly: true, secure: url.protocol === 'https:' } as const;
}

/** Sends on the cookies that a step of signing in asks for. */
export function takeCookies({ cookies }: Pick<RequestEvent, 'cookies'>, headers: Headers): void {
  for (const line of headers.getSetCookie())
    for (const [name, { value, path = '/', httponly, secure, samesite, 'max-age': maxAge }] of parseSetCookieHeader(
      line,
    ))
      cookies.set(name, value, {
        path,
        httpOnly: httponly ?? false,
        secure: secure ?? false,
        sameSite: samesite ?? 'lax',
        ...(maxAge !== undefined && { maxAge }),
      });
}
