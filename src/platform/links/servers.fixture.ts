import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Guard, PUBLIC_ONLY } from './guard.ts';

/** A web server on loopback that remembers what it was asked. */
export interface LocalServer {
  origin: string;
  port: number;
  asked: { method: string; path: string; agent: string; at: number }[];
  stop(): Promise<void>;
}

/** Starts a web server on a loopback address, at a port of its own or a given one. */
export async function startLocalServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  { address = '127.0.0.1', port = 0 } = {},
): Promise<LocalServer> {
  const asked: LocalServer['asked'] = [];
  const server = createServer((request, response) => {
    asked.push({
      method: request.method!,
      path: request.url!,
      agent: request.headers['user-agent'] ?? '',
      at: performance.now(),
    });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, address, resolve));
  const { port: listening } = server.address() as AddressInfo;
  return {
    origin: `http://${address}:${listening}`,
    port: listening,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The guard of the server, but that it lets 127.0.0.1 pass, at any port. Names ending in .test are there. */
export const LOOPBACK_TOO: Guard = {
  mayConnect: (address) => address === '127.0.0.1' || PUBLIC_ONLY.mayConnect(address),
  mayUsePort: () => true,
  resolve: async (host) => (host.endsWith('.test') ? [{ address: '127.0.0.1', family: 4 }] : PUBLIC_ONLY.resolve(host)),
};
