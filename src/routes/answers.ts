import { say, translate, type Notice } from '#platform/languages.ts';
import { problemResponse, type Complaint } from '#platform/problem.ts';
import { withoutLanguage } from '#vocab/language.ts';
import type { Locale } from '#vocab/language.ts';

/** Whether a program, not a person, is likely to read what this address answers. */
export function isProgramAddress(url: URL): boolean {
  const { path } = withoutLanguage(url.pathname);
  return (
    path.startsWith('/api/') ||
    /^\/(practices|coverage|time|map|collection|themes|themes\/[^/.]+|calendar\/[^/]+|practices\/[^/.]+|reports\/[^/]+|surveys\/[^/]+\/results)\.[^/]+$/.test(
      path,
    )
  );
}

/** The headers of every answer, and of one that is somebody's `own`; a page's own content security policy, which knows its nonces, comes before this one. */
export function securityHeaders(url: URL, own = false): [name: string, value: string][] {
  return [
    ['content-security-policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()'],
    ['cross-origin-opener-policy', 'same-origin'],
    // What a program reads is public and may be read from a page anywhere; a page is not to be taken into another one.
    ...(isProgramAddress(url) && !own
      ? ([
          ['access-control-allow-origin', '*'],
          ['cross-origin-resource-policy', 'cross-origin'],
        ] as [string, string][])
      : ([['cross-origin-resource-policy', 'same-origin']] as [string, string][])),
    ...(url.protocol === 'https:' ? ([['strict-transport-security', 'max-age=31536000']] as [string, string][]) : []),
  ];
}

/** A 400 that names each parameter that could not be read, and says of each what to do. */
export function badRequest(locale: Locale, complaints: Complaint[]): Response {
  const errors = complaints.map(({ name, notice }) => ({ name, detail: say(locale, notice) }));
  return problemResponse({
    type: 'about:blank',
    title: translate(locale, 'problems.bad-request'),
    status: 400,
    detail: errors.map(({ detail }) => detail).join(' '),
    errors,
  });
}

/** Complaints about every parameter of an address that takes none. */
export function unknownParameters(url: URL): Complaint[] {
  return [...url.searchParams.keys()].map((name) => ({
    name,
    notice: { key: 'problems.unknown-parameter', values: { name } },
  }));
}

/** A 404 that says what was looked for and where to look instead. */
export function notFound(locale: Locale, notice: Notice): Response {
  return problemResponse({
    type: 'about:blank',
    title: translate(locale, 'problems.not-found'),
    status: 404,
    detail: say(locale, notice),
  });
}

/** A 500 for programs: it says nothing but the number under which the log tells more. */
export function faultAnswer({ ctx: { locale }, reference = '' }: App.Locals): Response {
  return problemResponse({
    type: 'about:blank',
    title: translate(locale, 'problems.server-error'),
    status: 500,
    detail: translate(locale, 'problems.server-error-detail', { reference }),
  });
}
