import type { RequestEvent } from '@sveltejs/kit';
import { limitsOf } from '#forum/people/index.ts';
import { mayEnter } from '../access.ts';
import type { Address } from './address.ts';
import { ADDRESSES } from './addresses.ts';
import { refusal } from './problems.ts';

const routeOf = ({ path }: Address) => path.replace(/\{(\w+)\}/g, '[$1]');
const OWN = new Map(
  ADDRESSES.filter(({ scopes }) => scopes !== undefined).map((address) => [
    `${address.method ?? 'GET'} ${routeOf(address)}`,
    address,
  ]),
);

/** The address of the API that is not for everybody, where a request is for one. */
export function ownAddress(method: string, route: string | null): Address | null {
  return OWN.get(`${method === 'HEAD' ? 'GET' : method} ${route}`) ?? null;
}

/**
 * What is answered instead, where a request for somebody's own part of the API may not go on: 401 without a token (a session will do
 * to read), 404 where it is not for the caller at all, 403 where the token was not made for it. Null where it may.
 */
export function apiGate({ request, route, locals }: RequestEvent): Response | null {
  const address = ownAddress(request.method, route.id);
  if (!address) return null;
  const { locale, actor } = locals.ctx;
  const { token, ...owner } = actor;
  const reads = ['GET', 'HEAD'].includes(request.method) || address.reads === true;
  if (actor.account === null) return noEntry(locals);
  if (token === undefined && !reads)
    return refusal(
      locale,
      401,
      { key: 'api.session-only-reads' },
      {},
      { 'www-authenticate': 'Bearer realm="Common Space"' },
    );
  if (mayEnter(route.id, owner) !== 'yes') return noEntry(locals);
  const wanted = address.scopes ?? [];
  if (token && !wanted.some((scope) => token.scopes.includes(scope) && reachesAnything(owner, scope)))
    return scopeMissing(locals, wanted);
  return null;
}

/** How a program is told that it may not enter: who is asked first, and whoever is known finds nothing here. */
export function noEntry({ ctx: { locale, actor }, path }: App.Locals): Response {
  const challenge = { 'www-authenticate': 'Bearer realm="Common Space"' };
  return actor.account === null
    ? refusal(locale, 401, { key: 'api.no-token' }, {}, challenge)
    : refusal(locale, 404, { key: 'problems.not-found-detail', values: { path: path.slice(0, 200) } });
}

const reachesAnything = (owner: Parameters<typeof limitsOf>[0], scope: string) =>
  Object.keys(limitsOf(owner, [scope])).length > 0;

/** A 403 that names what the token would have to be made for (RFC 6750, section 3.1). */
export function scopeMissing({ ctx: { locale } }: App.Locals, wanted: readonly string[]): Response {
  const scope = wanted.join(' ');
  const challenge = `Bearer realm="Common Space", error="insufficient_scope", scope="${scope}"`;
  return refusal(
    locale,
    403,
    { key: 'api.scope-missing', values: { scopes: wanted.join(', ') } },
    { scopes: wanted },
    { 'www-authenticate': challenge },
  );
}
