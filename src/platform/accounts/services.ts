import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { isLoopback, type ServiceSettings } from './service-settings.ts';
import { type ServiceTrouble, troubleOf } from './service-trouble.ts';

/** How long a service may take to answer, in seconds, and how long we believe what it said of itself, in milliseconds. */
const PATIENCE = 10;
const KNOWN_FOR = 60 * 60 * 1000;

/** What is remembered of a sign-in with a service until the browser comes back. */
export interface ServiceStep {
  service: string;
  state: string;
  nonce: string;
  verifier: string;
}

/** Whom a service vouches for: its own name for the person, and the address it has confirmed as theirs, asked for only when needed. */
export interface Vouched {
  issuer: string;
  subject: string;
  address(): Promise<{ confirmed: string | null } | ServiceTrouble>;
}

/** The services one can sign in with, and the two halves of doing so. What goes wrong is a value; only a bug throws. */
export interface Services {
  list: readonly ServiceSettings[];
  /** Where to send the browser, and what to remember of it. */
  begin(service: ServiceSettings): Promise<{ address: URL; step: ServiceStep } | ServiceTrouble>;
  /** Who came back: what stands in the query, held against what was remembered and against what the service says itself. */
  finish(service: ServiceSettings, step: ServiceStep, query: URLSearchParams): Promise<Vouched | ServiceTrouble>;
}

/** The address a service sends browsers back to: it must be told this one, and no language is in it. */
export function returnAddress(origin: string, { id }: Pick<ServiceSettings, 'id'>): URL {
  return new URL(`/sign-in/with/${id}/back`, origin);
}

/** OpenID Connect with the authorization code, PKCE, state and nonce (OpenID Connect Core, section 3.1; RFC 9700). */
export function createServices(list: readonly ServiceSettings[], origin: string): Services {
  const known = new Map<string, { asked: number; configuration: Promise<Configuration> }>();

  /** What a service says of itself; asked anew after an hour, and at once where it did not answer. */
  async function configurationOf(service: ServiceSettings): Promise<Configuration> {
    const found = known.get(service.id);
    if (found && performance.now() - found.asked < KNOWN_FOR) return found.configuration;
    const configuration = discovery(service.issuer, service.clientId, {}, secretOf(service), {
      timeout: PATIENCE,
      // The signature is checked although the token comes from the service itself: its TLS may end at somebody else's.
      execute: [enableNonRepudiationChecks, ...(isLoopback(service.issuer) ? [allowInsecureRequests] : [])],
    });
    known.set(service.id, { asked: performance.now(), configuration });
    configuration.catch(() => known.delete(service.id));
    return configuration;
  }

  return {
    list,
    begin: (service) =>
      troubleAsValue(async () => {
        const configuration = await configurationOf(service);
        const step = {
          service: service.id,
          state: randomState(),
          nonce: randomNonce(),
          verifier: randomPKCECodeVerifier(),
        };
        const address = buildAuthorizationUrl(configuration, {
          redirect_uri: returnAddress(origin, service).href,
          scope: 'openid email',
          state: step.state,
          nonce: step.nonce,
          code_challenge: await calculatePKCECodeChallenge(step.verifier),
          code_challenge_method: 'S256',
        });
        return { address, step };
      }),
    finish: async (service, { state, nonce, verifier, ...step }, query) => {
      if (step.service !== service.id || query.get('state') !== state) return { trouble: 'stale', code: null };
      return troubleAsValue(async () => {
        const configuration = await configurationOf(service);
        const came = returnAddress(origin, service);
        came.search = query.toString();
        const tokens = await authorizationCodeGrant(configuration, came, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
        });
        const claims = tokens.claims()!;
        return {
          issuer: claims.iss,
          subject: claims.sub,
          address: () =>
            troubleAsValue(async () => {
              // Many services tell the address only where it is asked for in so many words.
              const asked = !('email' in claims) && configuration.serverMetadata().userinfo_endpoint !== undefined;
              const told = asked ? await fetchUserInfo(configuration, tokens.access_token, claims.sub) : claims;
              return { confirmed: confirmedAddress(told) };
            }),
        };
      });
    },
  };
}

/** An address counts only where the service says, in so many words, that it is that person's. */
function confirmedAddress({ email, email_verified }: Record<string, unknown>): string | null {
  return typeof email === 'string' && email_verified === true ? email : null;
}

/** Sends the secret the way a service wants it; by the standard, in the header where it does not say. */
function secretOf({ clientSecret }: ServiceSettings): ClientAuth {
  const [basic, post] = [ClientSecretBasic(clientSecret), ClientSecretPost(clientSecret)];
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (ways.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

async function troubleAsValue<Value>(ask: () => Promise<Value>): Promise<Value | ServiceTrouble> {
  try {
    return await ask();
  } catch (error) {
    return troubleOf(error);
  }
}
