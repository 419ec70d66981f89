import type { RequestEvent } from '@sveltejs/kit';
import { STEP_MINUTES, type StepKind } from '#platform/accounts/steps.ts';

const nameOf = (kind: StepKind) => `common-space.${kind}`;

/** Has the browser keep the secret of what it has begun, for as long as that waits; it comes back from a ministry's service too. */
export function keepStep({ cookies, url }: RequestEvent, kind: StepKind, token: string): void {
  cookies.set(nameOf(kind), token, {
    path: '/',
    maxAge: STEP_MINUTES[kind] * 60,
    sameSite: 'lax',
    httpOnly: true,
    secure: url.protocol === 'https:',
  });
}

/** The secret of what the browser has begun, which it is to forget now; empty where it has begun nothing. */
export function stepKept({ cookies }: RequestEvent, kind: StepKind): string {
  const token = cookies.get(nameOf(kind)) ?? '';
  cookies.delete(nameOf(kind), { path: '/' });
  return token;
}
