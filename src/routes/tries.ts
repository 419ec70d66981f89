import type { RequestEvent } from '@sveltejs/kit';
import type { Limited } from '#platform/accounts/limits.ts';
import { translate } from '#platform/languages.ts';

/** Counts one try at something, for what is tried and for where it comes from. What to tell who tried too often, else null. */
export async function tooMany(
  event: Pick<RequestEvent, 'locals' | 'getClientAddress'>,
  what: Limited,
  key: string,
): Promise<string | null> {
  const { limits } = event.locals.forum;
  return (await tooManyFromThere(event)) ?? waitText(event, await limits.count(what, key.toLowerCase()));
}

/** Counts one try at something that is nobody's yet, for where it comes from alone. What to tell who tried too often, else null. */
export async function tooManyFromThere(event: RequestEvent): Promise<string | null> {
  return waitText(event, await event.locals.forum.limits.count('place', event.getClientAddress()));
}

function waitText({ locals }: RequestEvent, minutes: number | null): string | null {
  return minutes === null ? null : translate(locals.ctx.locale, 'accounts.too-many', { minutes });
}
