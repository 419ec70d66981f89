import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';

/** What can go wrong with a service, as its visitor needs to know it. */
export const TROUBLES = ['denied', 'stale', 'unreachable', 'untrusted'] as const;

/** What went wrong, and the code of it for the log: a word of the standard or of the library, and nothing of a person or a secret. */
export interface ServiceTrouble {
  trouble: (typeof TROUBLES)[number];
  code: string | null;
}

/** The errors of the standard (OpenID Connect Core, section 3.1.2.6; RFC 6749, sections 4.1.2.1 and 5.2) that say more than "no". */
const BY_ERROR: Record<string, ServiceTrouble['trouble']> = {
  access_denied: 'denied',
  login_required: 'denied',
  consent_required: 'denied',
  interaction_required: 'denied',
  account_selection_required: 'denied',
  server_error: 'unreachable',
  temporarily_unavailable: 'unreachable',
  // Of a code: used already, too old, or of another client.
  invalid_grant: 'stale',
};

/** Reads what the library has thrown. Throws on what is none of its errors: that is a bug of ours. */
export function troubleOf(error: unknown): ServiceTrouble {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError)
    // What a service calls its error is taken for what it is only where it is a word we know.
    return Object.hasOwn(BY_ERROR, error.error)
      ? { trouble: BY_ERROR[error.error]!, code: error.error }
      : { trouble: 'untrusted', code: error.code };
  if (error instanceof WWWAuthenticateChallengeError) return { trouble: 'untrusted', code: error.code };
  if (error instanceof ClientError) {
    const code = error.code ?? null;
    if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || isServerFault(error.cause))
      return { trouble: 'unreachable', code };
    return { trouble: 'untrusted', code };
  }
  // The platform's own way to say that nobody answered (Fetch Standard, section 5.6).
  if (error instanceof TypeError && error.message === 'fetch failed')
    return { trouble: 'unreachable', code: systemCode(error.cause) };
  throw error;
}

/** What the system calls it, such as ECONNREFUSED or CERT_HAS_EXPIRED. */
function systemCode(cause: unknown): string | null {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : null;
}

const isServerFault = (cause: unknown) => cause instanceof Response && cause.status >= 500;
