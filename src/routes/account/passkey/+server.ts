import { beginNewPasskey } from '#platform/accounts/passkeys.ts';
import { translate } from '#platform/languages.ts';
import { problemResponse } from '#platform/problem.ts';
import { beginCeremony } from '../../sign-in/ceremony.ts';
import { FRESH_MINUTES, isFresh, self } from '../fresh.ts';
import type { RequestHandler } from './$types';

/** Begins to make a passkey for who is signed in, where that was a moment ago. */
export const POST: RequestHandler = (event) => {
  const { locals } = event;
  const { db, now, locale } = locals.ctx;
  if (!isFresh(locals))
    return problemResponse({
      type: 'about:blank',
      title: translate(locale, 'accounts.sign-in-anew'),
      status: 403,
      detail: translate(locale, 'accounts.sign-in-anew-text', { minutes: FRESH_MINUTES }),
    });
  return beginCeremony(event, 'new-passkey', (party) => beginNewPasskey(db, now, party, self(locals).account));
};
