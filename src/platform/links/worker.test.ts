import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../../tests/support/databases.ts';
import type { OpenDatabase } from '../open-database.ts';
import { type LocalServer, LOOPBACK_TOO, startLocalServer } from './servers.fixture.ts';
import { checksOf, claimAddresses, linkNotice, watchAddresses } from './store.ts';
import { linkChecks } from './tables.ts';
import { checkDueLinks, type Pace, startLinkChecks } from './worker.ts';

const start = new Date('2026-11-24T08:00:00Z');
const later = (days: number) => new Date(start.getTime() + days * 86_400_000);
const PACE: Pace = { hosts: 4, pause: 0, most: 200, patience: 2_000 };

eachDatabase('Links', (open) => {
  let database: OpenDatabase;
  let server: LocalServer;
  let under = 0;
  let most = 0;
  const log = pino({ level: 'silent' });

  beforeAll(async () => {
    database = await open();
    server = await startLocalServer((request, response) => {
      most = Math.max(most, ++under);
      setTimeout(() => {
        under--;
        response.writeHead(request.url === '/gone' ? 404 : request.url === '/faulty' ? 500 : 200).end();
      }, 30);
    });
  });
  afterEach(async () => {
    await database.db.delete(linkChecks);
    server.asked.splice(0);
    most = 0;
  });
  afterAll(async () => {
    await server.stop();
    await database.close();
  });

  const address = (path: string, host = '127.0.0.1') => `http://${host}:${server.port}${path}`;
  const check = (addresses: string[], now: Date, pace: Partial<Pace> = {}) =>
    checkDueLinks(
      { db: database.db, addresses: async () => addresses, origin: 'https://forum.example', log },
      () => now,
      new AbortController().signal,
      LOOPBACK_TOO,
      { ...PACE, ...pace },
    );
  const known = async (path: string) => (await checksOf(database.db, [address(path)])).get(address(path));

  test('are looked at, and what was seen is kept with its time; again in a month', async () => {
    await check([address('/there')], start);
    expect(await known('/there')).toMatchObject({ outcome: 'ok', status: 200, checkedAt: start, failures: 0 });
    await check([address('/there')], later(29));
    expect(server.asked).toHaveLength(1);
    await check([address('/there')], later(30));
    expect(server.asked).toHaveLength(2);
  });

  test('that fail are looked at sooner, and less and less often; nobody is told of a server that is away for an hour', async () => {
    const days = [0, 0.5, 1, 3, 4, 10, 11, 40, 41];
    const asked: number[] = [];
    for (const day of days) {
      const before = server.asked.length;
      await check([address('/faulty')], later(day));
      // Each look at what fails asks twice: HEAD, then GET.
      if (server.asked.length > before) asked.push(day);
      if (day === 0) expect(linkNotice((await known('/faulty'))!)).toBeNull();
      if (day === 1) expect(linkNotice((await known('/faulty'))!)).toEqual({ key: 'files.link-unreachable' });
    }
    expect(asked).toEqual([0, 1, 4, 11, 41]);
  });

  test('that are gone are told of at once, and not any more once they are mended', async () => {
    await check([address('/gone')], start);
    expect(linkNotice((await known('/gone'))!)).toEqual({ key: 'files.link-gone' });
    await database.db.update(linkChecks).set({ address: address('/there') });
    await check([address('/there')], later(1));
    expect(linkNotice((await known('/there'))!)).toBeNull();
  });

  test('that nobody has any more are forgotten; those not looked at yet say nothing', async () => {
    await watchAddresses(database.db, [address('/there'), address('/gone')], start);
    expect((await checksOf(database.db, [address('/there')])).size).toBe(0);
    await watchAddresses(database.db, [address('/gone'), address('/gone')], start);
    expect((await database.db.select().from(linkChecks)).map((row) => row.address)).toEqual([address('/gone')]);
    await watchAddresses(database.db, [], start);
    expect(await database.db.$count(linkChecks)).toBe(0);
    expect(await checksOf(database.db, [])).toEqual(new Map());
  });

  test('of one host are asked for one after the other with a pause, of several hosts side by side, and never more than a round has', async () => {
    await check(
      Array.from({ length: 4 }, (_, at) => address(`/${at}`)),
      start,
      { pause: 100 },
    );
    expect(most).toBe(1);
    const times = server.asked.map(({ at }) => at);
    for (let at = 1; at < times.length; at++) expect(times[at]! - times[at - 1]!).toBeGreaterThan(95);
    const hosts = Array.from({ length: 6 }, (_, at) => address('/', `host-${at}.test`));
    await check(hosts, start, { hosts: 3 });
    expect(most).toBe(3);
    server.asked.splice(0);
    await check([address('/a'), address('/b'), address('/c')], start, { most: 2 });
    expect(server.asked).toHaveLength(2);
  });

  test('are taken by one of two processes that look at the same time', async () => {
    await watchAddresses(
      database.db,
      Array.from({ length: 20 }, (_, at) => address(`/${at}`)),
      start,
    );
    const [one, other] = await Promise.all([
      claimAddresses(database.db, 20, start),
      claimAddresses(database.db, 20, start),
    ]);
    expect(new Set([...one, ...other]).size).toBe(one.length + other.length);
    expect(one.length + other.length).toBe(20);
    expect(await claimAddresses(database.db, 20, later(0.04))).toEqual([]);
    expect(await claimAddresses(database.db, 20, later(0.05))).toHaveLength(20);
  });

  test('are not asked for under the guard of the running server, where they lead to this machine', async () => {
    const rounds = {
      db: database.db,
      addresses: async () => [address('/there')],
      origin: 'https://forum.example',
      log,
    };
    await checkDueLinks(rounds, () => start, new AbortController().signal);
    expect(server.asked).toEqual([]);
    expect(linkNotice((await known('/there'))!)).toEqual({ key: 'files.link-not-public' });
  });

  test('are left alone at once when the server stops', async () => {
    const checks = startLinkChecks({
      db: database.db,
      addresses: async () => [],
      origin: 'https://forum.example',
      log,
    });
    const began = performance.now();
    await checks.close();
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
