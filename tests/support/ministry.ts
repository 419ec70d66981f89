import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';
import { type Visit, visit } from './visit.ts';

/** What a ministry knows of one of its people. */
export interface Official {
  email?: string;
  email_verified?: boolean;
}

/** The sign-in service of a ministry: a real provider of OpenID Connect on loopback, which can be made to misbehave. */
export interface Ministry {
  issuer: string;
  /** Its people by the name they sign in with there, which is its name for them here too. */
  people: Record<string, Official>;
  /** What an operator writes into OIDC_PROVIDERS. */
  settings: Record<string, unknown>;
  /** Lets a forum send its people. */
  admit(forum: string): void;
  /** Changes what it says: of itself, or in a token, which it signs as its own unless with another key. */
  lies: {
    about?: (said: Record<string, unknown>) => Record<string, unknown>;
    token?: (claims: JWTPayload) => JWTPayload;
    key?: boolean;
  };
  /** Whether it hangs up on everybody. */
  away: boolean;
  stop(): Promise<void>;
}

/** Starts a ministry. With `tells`, the address of a person stands in the token, else it has to be asked for. */
export async function startMinistry(
  id: string,
  { tells = false, domains = ['interior.go.ke'] } = {},
): Promise<Ministry> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const { privateKey: anotherKey } = await generateKeyPair('RS256');
  let answer: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined;
  const server = createServer((request, response) => {
    if (ministry.away) request.socket.destroy();
    else {
      changeWhatIsSaid(request, response);
      void answer(request, response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { clientId: `forum-${id}`, clientSecret: `the secret of ${id}, told to nobody` };
  const keys = [{ ...(await exportJWK(privateKey)), kid: 'one', alg: 'RS256', use: 'sig' }];
  const ministry: Ministry = {
    issuer,
    people: {},
    settings: { id, name: `Ministry ${id}`, issuer, ...client, domains },
    admit(forum) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: client.clientId,
            client_secret: client.clientSecret,
            redirect_uris: [`${forum}/sign-in/with/${id}/back`],
          },
        ],
        claims: { openid: ['sub'], email: ['email', 'email_verified'] },
        conformIdTokenClaims: !tells,
        cookies: { keys: ['only for tests'] },
        findAccount: (_, accountId) => ({
          accountId,
          claims: () => ({ sub: accountId, ...ministry.people[accountId] }),
        }),
        jwks: { keys: keys as never },
        pkce: { required: () => true },
      });
      answer = provider.callback();
    },
    lies: {},
    away: false,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  function changeWhatIsSaid({ url = '' }: IncomingMessage, response: ServerResponse): void {
    const { about, token, key } = ministry.lies;
    const changed = async (text: string): Promise<string> => {
      const said = JSON.parse(text) as Record<string, unknown>;
      if (url.startsWith('/.well-known/') && about) return JSON.stringify(about(said));
      if (url.startsWith('/token') && (token || key) && typeof said['id_token'] === 'string') {
        const claims = decodeJwt(said['id_token']);
        const signed = new SignJWT(token ? token(claims) : claims).setProtectedHeader({ alg: 'RS256', kid: 'one' });
        said['id_token'] = await signed.sign(key ? anotherKey : privateKey);
        return JSON.stringify(said);
      }
      return text;
    };
    if (!about && !token && !key) return;
    const end = response.end.bind(response) as (text: string) => ServerResponse;
    response.end = ((text: unknown) => {
      if (typeof text !== 'string' || !text.startsWith('{')) return end(text as string);
      void changed(text).then((other) => {
        response.setHeader('content-length', Buffer.byteLength(other));
        end(other);
      });
      return response;
    }) as typeof response.end;
  }
  return ministry;
}

/** Somebody signs in at a ministry to which a forum has sent them, or would rather not: where they are sent back to. */
export async function signInAt(ministry: Ministry, address: string, login: string | null): Promise<string> {
  const there = visit({ origin: ministry.issuer });
  let at = await next(there.get(address));
  while (new URL(at).origin === ministry.issuer) {
    if (!new URL(at).pathname.startsWith('/interaction/')) at = await next(there.get(at));
    else if (login === null) at = await next(there.get(`${at}/abort`));
    else at = await submitted(there, at, login);
  }
  return at;

  async function next(asked: Promise<Response>): Promise<string> {
    const response = await asked;
    const location = response.headers.get('location');
    if (location === null) throw new Error(`The ministry sends nowhere: ${response.status} ${await response.text()}`);
    return new URL(location, ministry.issuer).href;
  }

  async function submitted(visitor: Visit, address: string, name: string): Promise<string> {
    const page = await (await visitor.get(address)).text();
    const [, action] = /<form[^>]* action="([^"]+)"/.exec(page)!;
    const [, prompt] = /name="prompt" value="([^"]+)"/.exec(page)!;
    return next(visitor.post(action!, { prompt: prompt!, login: name, password: 'any' }));
  }
}
