import type { RequestEvent } from '@sveltejs/kit';
import type { Limited } from '#platform/accounts/limits.ts';
import { translate } from '#platform/languages.ts';

/** Of a request, what says where it comes from. */
type Caller = Pick<RequestEvent, 'locals' | 'getClientAddress'>;

/** Counts one try at something, for what is tried and for where it comes from. What to tell who tried too often, else null. */
export async function tooMany(event: Caller, what: Limited, key: string): Promise<string | null> {
  const { limits } = event.locals.forum;
  return (await tooManyFromThere(event)) ?? waitText(event, await limits.count(what, key.toLowerCase()));
}

/** Counts one try at something that is nobody's yet, for where it comes from alone. What to tell who tried too often, else null. */
export async function tooManyFromThere(event: Caller): Promise<string | null> {
  return waitText(event, await event.locals.forum.limits.count('place', event.getClientAddress()));
}

function waitText({ locals }: Pick<Caller, 'locals'>, minutes: number | null): string | null {
  return minutes === null ? null : translate(locals.ctx.locale, 'accounts.too-many', { minutes });
}
