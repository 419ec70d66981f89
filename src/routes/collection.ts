import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { practicesAt, type Practice } from '#forum/practices/index.ts';
import { lasting } from './cookies.ts';

/** As many practices as a collection holds: what one address and one cookie can carry. */
export const MOST_KEPT = 40;
/** As many practices as fit side by side. */
export const MOST_COMPARED = 4;
const LONGEST_SLUG = 80;
const COOKIE = 'collection';

/** The practices an address names ("p", again and again), each once. */
export function namedIn(parameters: URLSearchParams, most: number): string[] {
  const named = parameters.getAll('p').filter((slug) => slug !== '' && slug.length <= LONGEST_SLUG);
  return [...new Set(named)].slice(0, most);
}

/** The practices kept in this browser. */
export function keptIn(cookies: Cookies): string[] {
  return namedIn(new URLSearchParams(cookies.get(COOKIE) ?? ''), MOST_KEPT);
}

/** Keeps these practices in this browser for a year, and no others. */
export function keep({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>, slugs: readonly string[]): void {
  const value = addressOf([...new Set(slugs)].slice(0, MOST_KEPT));
  if (value === '') cookies.delete(COOKIE, { path: '/' });
  else cookies.set(COOKIE, value, lasting(url));
}

/** Practices as the query of an address. */
export function addressOf(slugs: readonly string[]): string {
  return new URLSearchParams(slugs.map((slug) => ['p', slug])).toString();
}

/** The practices of these addresses, in their order, and the addresses at which there is none. */
export async function found(
  { ctx }: App.Locals,
  slugs: readonly string[],
): Promise<{ practices: Practice[]; missing: string[] }> {
  const bySlug = await practicesAt(ctx.db, slugs);
  return {
    practices: slugs.flatMap((slug) => bySlug.get(slug) ?? []),
    missing: slugs.filter((slug) => !bySlug.has(slug)),
  };
}
