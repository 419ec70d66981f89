import type { RequestEvent } from '@sveltejs/kit';
import type { Ceremony } from '#platform/accounts/passkeys.ts';
import { relyingParty, type RelyingParty } from '#platform/accounts/relying-party.ts';
import type { StepKind } from '#platform/accounts/steps.ts';
import { translate } from '#platform/languages.ts';
import { problemResponse } from '#platform/problem.ts';
import { tooManyFromThere } from '../tries.ts';
import { keepStep } from './step-cookie.ts';

/**
 * What the script of a page (static/passkeys.js) is answered that asks for a ceremony to begin: what to tell the browser, or a problem in
 * the reader's words.
 */
export async function beginCeremony(
  event: RequestEvent,
  kind: StepKind,
  begin: (party: RelyingParty) => Promise<Ceremony>,
): Promise<Response> {
  const { forum, ctx } = event.locals;
  const wait = await tooManyFromThere(event);
  if (wait !== null) return refusal(429, translate(ctx.locale, 'problems.bad-request'), wait);
  const party = relyingParty(forum.settings.origin);
  if (party === null) {
    const title = translate(ctx.locale, 'problems.not-found');
    return refusal(404, title, translate(ctx.locale, 'accounts.passkeys-nowhere', { origin: forum.settings.origin }));
  }
  const { options, token } = await begin(party);
  keepStep(event, kind, token);
  return Response.json(options);
}

const refusal = (status: number, title: string, detail: string) =>
  problemResponse({ type: 'about:blank', title, status, detail });
