import { withoutLanguage } from '#vocab/language.ts';

/** Where whoever signs in comes to, unless they were on their way elsewhere. */
export const HOME = '/desk';

/**
 * A path of this site to go on to, whatever was sent: without its language, which the reader has already. What leads, or could be
 * read to lead, to another site becomes `otherwise`.
 */
export function ownPath(sent: unknown, otherwise: string): string {
  if (typeof sent !== 'string' || !sent.startsWith('/') || sent.length > 2_000) return otherwise;
  const here = 'https://here.invalid';
  const url = URL.parse(sent, here);
  if (url === null || url.origin !== here) return otherwise;
  const path = withoutLanguage(url.pathname).path;
  // "/.//example.org" is a path of ours to a parser, and the name of another site once the parser has tidied it up.
  return path.startsWith('//') ? otherwise : path + url.search + url.hash;
}
