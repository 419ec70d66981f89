import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createLine } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freePort } from '../../../tests/support/postgres.ts';
import type { Guard } from './guard.ts';
import { PUBLIC_ONLY } from './guard.ts';
import { lookAt } from './look.ts';
import { type LocalServer, LOOPBACK_TOO, startLocalServer } from './servers.fixture.ts';

let server: LocalServer;
let bodySent = 0;

const pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/there': (_, response) => void response.end('there'),
  '/no-head': ({ method }, response) => void response.writeHead(method === 'HEAD' ? 405 : 200).end(),
  '/hangs-up-on-head': ({ method, socket }, response) => void (method === 'HEAD' ? socket.destroy() : response.end()),
  '/gone': (_, response) => void response.writeHead(404).end(),
  '/gone-for-good': (_, response) => void response.writeHead(410).end(),
  '/closed': (_, response) => void response.writeHead(403).end(),
  '/busy': (_, response) => void response.writeHead(429).end(),
  '/faulty': (_, response) => void response.writeHead(503).end(),
  '/moved': (_, response) => void response.writeHead(301, { location: '/there' }).end(),
  '/for-now': (_, response) => void response.writeHead(302, { location: '/there' }).end(),
  '/moved-to-gone': (_, response) => void response.writeHead(308, { location: '/gone' }).end(),
  '/round': (_, response) => void response.writeHead(301, { location: '/round' }).end(),
  '/inside': (_, response) => void response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
  '/metadata': (_, response) => void response.writeHead(301, { location: 'http://169.254.169.254/latest' }).end(),
  '/file': (_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/odd': (_, response) => void response.writeHead(301, { location: 'http://[' }).end(),
  '/never': () => undefined,
  '/headers': (_, response) => void response.writeHead(200, { x: 'x'.repeat(60_000) }).end(),
  '/endless': (_, response) => {
    response.writeHead(200);
    const more = () => {
      bodySent += 65_536;
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) bodySent += 65_536;
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  },
  '/endless-no-head': (request, response) => {
    if (request.method === 'HEAD') response.writeHead(405).end();
    else pages['/endless']!(request, response);
  },
};
for (let left = 1; left <= 6; left++)
  pages[`/hop-${left}`] = (_, response) =>
    void response.writeHead(301, { location: left > 1 ? `/hop-${left - 1}` : '/there' }).end();

beforeAll(async () => {
  server = await startLocalServer((request, response) => (pages[request.url!] ?? pages['/gone'])!(request, response));
});
beforeEach(() => void server.asked.splice(0));
afterAll(() => server.stop());

const look = (address: string, guard: Guard = LOOPBACK_TOO, patience = 2_000, signal = new AbortController().signal) =>
  lookAt(address, { guard, userAgent: 'CommonSpace link check (+https://forum.example)', patience, signal });
const at = (path: string) => look(server.origin + path);

describe('A link', () => {
  test.each([
    ['to a page that is there is fine', '/there', 'ok'],
    ['to a page whose server does not know HEAD is asked for itself', '/no-head', 'ok'],
    ['to a page whose server hangs up on HEAD is asked for itself', '/hangs-up-on-head', 'ok'],
    ['to a page that is not there is gone', '/gone', 'gone'],
    ['to a page that was taken away is gone', '/gone-for-good', 'gone'],
    ['to a page that programs may not see is closed, not gone', '/closed', 'closed'],
    ['to a server that has enough is closed, not gone', '/busy', 'closed'],
    ['to a server with a fault is out of reach', '/faulty', 'unreachable'],
    ['that sends one on for now is fine', '/for-now', 'ok'],
    ['that sends one on to nothing is gone', '/moved-to-gone', 'gone'],
    ['that sends one round and round is out of reach', '/round', 'unreachable'],
    ['that sends one on five times is followed', '/hop-5', 'moved'],
    ['that sends one on six times is not', '/hop-6', 'unreachable'],
    ['that sends one on to nowhere is none', '/odd', 'not-public'],
    ['to a server that sends headers without end is out of reach', '/headers', 'unreachable'],
  ])('%s', async (_, path, outcome) => expect((await at(path)).outcome).toBe(outcome));

  test('to a page that has moved for good says where to', async () => {
    expect(await at('/moved#part')).toEqual({ outcome: 'moved', movedTo: `${server.origin}/there#part`, status: 200 });
  });

  test('says who asks, and is asked for with HEAD', async () => {
    await at('/there');
    expect(server.asked).toMatchObject([
      { method: 'HEAD', path: '/there', agent: expect.stringContaining('https://forum.example') },
    ]);
  });

  test('to a server that never answers is given up in time, and to one that nobody runs at once', async () => {
    const began = performance.now();
    expect((await look(`${server.origin}/never`, LOOPBACK_TOO, 300)).outcome).toBe('unreachable');
    expect((await look(`http://127.0.0.1:${await freePort()}/`)).outcome).toBe('unreachable');
    const silent = createLine(() => undefined).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    expect(
      (await look(`https://127.0.0.1:${(silent.address() as AddressInfo).port}/`, LOOPBACK_TOO, 300)).outcome,
    ).toBe('unreachable');
    silent.close();
    const never: Guard = { ...LOOPBACK_TOO, resolve: () => new Promise(() => undefined) };
    expect((await look('http://slow.test/', never, 300)).outcome).toBe('unreachable');
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('to a page without end is not read', async () => {
    bodySent = 0;
    expect((await at('/endless-no-head')).outcome).toBe('ok');
    const sent = bodySent;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(bodySent - sent).toBeLessThan(16 << 20);
    expect(server.asked).toHaveLength(2);
  });

  test('is broken off when the server stops', async () => {
    const ending = new AbortController();
    setTimeout(() => ending.abort(), 100);
    const began = performance.now();
    await look(`${server.origin}/never`, LOOPBACK_TOO, 30_000, ending.signal);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('The guard', () => {
  test('of the running server lets nothing reach this machine, whatever it is called', async () => {
    const anyPort: Guard = { ...PUBLIC_ONLY, mayUsePort: () => true };
    for (const host of [
      '127.0.0.1',
      'localhost',
      '127.1',
      '0x7f000001',
      '2130706433',
      '[::ffff:127.0.0.1]',
      '0.0.0.0',
      '127.0.0.1.',
    ])
      expect([host, (await look(`http://${host}:${server.port}/there`, anyPort)).outcome]).toEqual([
        host,
        'not-public',
      ]);
    expect(server.asked).toEqual([]);
  });

  test('of the running server lets no other port be used than those of the web', async () => {
    const anywhere: Guard = { ...PUBLIC_ONLY, mayConnect: () => true };
    expect((await look(`http://127.0.0.1:${server.port}/there`, anywhere)).outcome).toBe('not-public');
    expect(server.asked).toEqual([]);
  });

  test.each(['/inside', '/metadata', '/file'])('holds for where one is sent on to as well (%s)', async (path) => {
    expect((await at(path)).outcome).toBe('not-public');
    expect(server.asked.map(({ path: asked }) => asked)).toEqual([path]);
  });

  test.each([
    'ftp://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://user:secret@127.0.0.1/',
    'no address',
    '',
  ])('lets %j be no address to ask for', async (address) => {
    expect((await look(address)).outcome).toBe('not-public');
  });

  test('is not led astray by a name that means something else a moment later: what was checked is what is connected to', async () => {
    const hidden = await startLocalServer((_, response) => void response.end('secret'), {
      address: '127.0.0.2',
      port: server.port,
    });
    let resolved = 0;
    const turning: Guard = {
      ...LOOPBACK_TOO,
      resolve: async () => [{ address: resolved++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }],
    };
    expect((await look(`http://turning.test:${server.port}/there`, turning)).outcome).toBe('ok');
    expect([resolved, server.asked.length, hidden.asked]).toEqual([1, 1, []]);
    // A second look resolves anew, and is held to the guard anew.
    expect((await look(`http://turning.test:${server.port}/there`, turning)).outcome).toBe('not-public');
    expect(hidden.asked).toEqual([]);
    await hidden.stop();
  });
});
