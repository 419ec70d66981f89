const YEAR = 365 * 24 * 60 * 60;

/**
 * How a choice is kept in the browser: for a year, on every page, out of reach of scripts and of other sites. Secure where
 * the forum is served so; a forum on plain HTTP in an office would otherwise forget every choice.
 */
export function lasting(url: URL) {
  return { path: '/', maxAge: YEAR, sameSite: 'lax', httpOnly: true, secure: url.protocol === 'https:' } as const;
}
