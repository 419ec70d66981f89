import type { RequestEvent } from '@sveltejs/kit';
import type { Limited } from '#platform/accounts/limits.ts';
import { translate } from '#platform/languages.ts';

/** Counts one try at something, for what is tried and for where it comes from. What to tell who tried too often, else null. */
export async function tooMany(event: RequestEvent, what: Limited, key: string): Promise<string | null> {
  const { limits } = event.locals.forum;
  const minutes =
    (await limits.count('place', event.getClientAddress())) ?? (await limits.count(what, key.toLowerCase()));
  return minutes === null ? null : translate(event.locals.ctx.locale, 'accounts.too-many', { minutes });
}
