import { error } from '@sveltejs/kit';
import type { ServiceSettings } from '#platform/accounts/service-settings.ts';
import type { ServiceTrouble } from '#platform/accounts/service-trouble.ts';
import { translate } from '#platform/languages.ts';
import type { ServiceOutcomeView } from '#ui/account-views.ts';

/** The service an address names; the page that says there is nothing here where there is none. */
export function serviceNamed({ forum, ctx, path }: App.Locals, id: string): ServiceSettings {
  const service = forum.services.list.find((one) => one.id === id);
  if (service === undefined)
    error(404, {
      message: translate(ctx.locale, 'problems.not-found'),
      detail: translate(ctx.locale, 'problems.not-found-detail', { path: path.slice(0, 200) }),
    });
  return service;
}

export type Outcome = ServiceOutcomeView['outcome'];

/** What can come of a sign-in that signs in nobody, with the status of the page that says so: whose fault it is. */
const OUTCOMES: Record<Outcome, number> = {
  denied: 403,
  stale: 400,
  unreachable: 503,
  untrusted: 502,
  unknown: 403,
  taken: 409,
};

/** The address of the page that says what came of a sign-in with a service. */
export function outcomeAddress(prefix: string, { id }: ServiceSettings, outcome: Outcome, next = ''): string {
  return `${prefix}/sign-in/with/${id}?${new URLSearchParams({ outcome, ...(next && { next }) })}`;
}

/** The outcome an address tells of, with its status; null where it tells of none. */
export function outcomeOf(query: URLSearchParams): { outcome: Outcome; status: number } | null {
  const told = query.get('outcome') ?? '';
  return Object.hasOwn(OUTCOMES, told) ? { outcome: told as Outcome, status: OUTCOMES[told as Outcome] } : null;
}

/** Logs what the operator of a service may have to mend: its id and the code of what went wrong, and nothing else. */
export function logTrouble({ forum }: App.Locals, { id }: ServiceSettings, { trouble, code }: ServiceTrouble): void {
  if (trouble === 'unreachable' || trouble === 'untrusted')
    forum.log.warn({ service: id, trouble, code }, 'sign-in service');
}
