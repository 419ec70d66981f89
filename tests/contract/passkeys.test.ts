import { generateKeyPairSync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CreationOptions,
  type HeldPasskey,
  makePasskey,
  type Manners,
  usePasskey,
} from '../support/authenticator.ts';
import { emptyDatabases } from '../support/databases.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { asOperator, signedInAs, tokenOf, visit, type Visit } from '../support/visit.ts';

const SESSION = 'common-space.session_token';

describe.each(emptyDatabases())('Passkeys, on $name', ({ name, fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let environment: Record<string, string>;
  let manners: Manners;
  let owner: Visit;
  let passkey: HeldPasskey;
  const as = (email: string) => signedInAs(server, folder, 'curator', { email, environment });
  const location = (response: Response) => response.headers.get('location');
  const nameOf = async (visitor: Visit) =>
    (await (await visitor.get('/account')).text()).match(/[\w-]+@example\.org/)?.[0];

  /** Starts the forum, which has counted nobody's tries yet. */
  const open = async () => {
    server = await startServer(folder, { ...environment, ORIGIN: '', SAMPLE: 'off' });
    manners = { origin: server.origin.replace('127.0.0.1', 'localhost') };
    environment['ORIGIN'] = server.origin;
  };
  beforeAll(async () => {
    environment = await fresh();
    await open();
    owner = await as('amina@example.org');
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  const beginNew = async (visitor: Visit) =>
    (await (await visitor.post('/account/passkey', {})).json()) as CreationOptions;
  /** Has a device make a passkey and sends it; the answer of the forum. */
  const add = async (visitor: Visit, otherwise: Partial<Manners> = {}, called = 'Telephone') => {
    const made = makePasskey(await beginNew(visitor), { ...manners, ...otherwise });
    const response = await visitor.post('/account?/addPasskey', { name: called, answer: made.answer });
    return { ...made, response };
  };
  const begin = async (visitor: Visit) =>
    (await (await visitor.post('/sign-in/passkey', {})).json()) as { challenge: string };
  const send = (visitor: Visit, answer: string) =>
    visitor.post('/fr/sign-in?/passkey', { answer, next: '/practices?goal=10' });
  /** Has a device use a passkey in a browser and sends that; the answer of the forum. */
  const enter = async (used: HeldPasskey, otherwise: Partial<Manners> = {}, visitor = visit(server)) =>
    send(visitor, usePasskey(used, await begin(visitor), { ...manners, ...otherwise }));

  test('one is added under a name, and shown; what may hold no name is refused', async () => {
    const { passkey: made, response } = await add(owner, {}, '  Office   telephone ');
    expect([response.status, location(response)]).toEqual([303, '/account?done=passkey-added']);
    passkey = made;
    const page = await (await owner.get('/account')).text();
    expect(page).toContain('<bdi>Office telephone</bdi>');
    expect(page).toContain('not used yet');
    expect((await add(owner, {}, '')).response.status).toBe(400);
    expect((await add(owner, {}, 'x'.repeat(81))).response.status).toBe(400);
  });

  test('it signs in where its owner was going, in a session of its own, and then says when it was used', async () => {
    const visitor = visit(server);
    const answer = await enter(passkey, {}, visitor);
    expect([answer.status, location(answer)]).toEqual([303, '/fr/practices?goal=10']);
    expect(await nameOf(visitor)).toBe('amina@example.org');
    expect(visitor.cookies.get(SESSION)).not.toBe(owner.cookies.get(SESSION));
    expect(await (await visitor.get('/en/account')).text()).toContain('last used on');
  });

  test('a session that was planted before is not signed in, and ends', async () => {
    const attacker = await as('attacker@example.org');
    const planted = new Map(attacker.cookies);
    const victim = visit(server, new Map(planted));
    await enter(passkey, {}, victim);
    expect(await nameOf(victim)).toBe('amina@example.org');
    expect(victim.cookies.get(SESSION)).not.toBe(planted.get(SESSION));
    expect((await visit(server, planted).get('/account')).status).toBe(303);
  });

  test('at a bare number, people are told by which address to open the forum', async () => {
    const account = await (await owner.get('/account')).text();
    const there = manners.origin;
    expect(account).toContain(`href="${there}/account#passkeys"`);
    const way = await (await visit(server).get('/fr/sign-in')).text();
    expect(way).toMatch(/<p[^>]* data-passkeys-elsewhere[^>]* hidden/);
    expect(way).toContain(`href="${there}/fr/sign-in"`);
  });

  test('what is asked of a device is the same for everybody, and names nobody', async () => {
    const options = await begin(visit(server));
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(options).not.toHaveProperty('allowCredentials.0');
    expect(await beginNew(owner)).toMatchObject({
      excludeCredentials: [{ id: passkey.id }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    });
  });

  test('an answer works once, also where the browser says that it has just been asked', async () => {
    const visitor = visit(server);
    const options = await begin(visitor);
    const asked = new Map(visitor.cookies);
    const answer = usePasskey(passkey, options, manners);
    expect((await send(visitor, answer)).status).toBe(303);
    const again = visit(server, asked);
    expect((await send(again, answer)).status).toBe(400);
    // Even one that was never sent is of no use once its challenge was taken up.
    const later = visit(server, new Map(asked));
    expect((await send(later, usePasskey(passkey, options, manners))).status).toBe(400);
    expect([again.cookies.has(SESSION), later.cookies.has(SESSION)]).toEqual([false, false]);
  });

  test('an answer to a challenge of another browser is refused', async () => {
    const asked = await begin(visit(server));
    const mine = visit(server);
    await begin(mine);
    expect((await send(mine, usePasskey(passkey, asked, manners))).status).toBe(400);
    expect((await send(visit(server), usePasskey(passkey, asked, manners))).status).toBe(400);
  });

  test('what is wrong with an answer is refused, and always in the same words', async () => {
    const other = await add(await as('driss@example.org'));
    const { passkey: mine } = await add(owner);
    const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pages = new Set<string>();
    for (const [used, otherwise] of [
      // A page of somebody else's that a person was led to.
      [mine, { origin: 'https://forum.example.com' }],
      [mine, { origin: manners.origin.replace('http:', 'https:') }],
      [mine, { rpId: 'example.com' }],
      [mine, { verified: false }],
      [mine, { key }],
      [mine, { challenge: randomBytes(32).toString('base64url') }],
      // Somebody else's passkey under the owner's name, and the owner's under somebody else's.
      [other.passkey, { user: mine.user }],
      [mine, { user: other.passkey.user }],
      [{ ...other.passkey, id: mine.id, user: mine.user }, {}],
      // One that is nobody's.
      [{ ...mine, id: randomBytes(24).toString('base64url') }, {}],
    ] as [HeldPasskey, Partial<Manners>][]) {
      const visitor = visit(server);
      const answer = await enter(used, otherwise, visitor);
      expect([answer.status, visitor.cookies.has(SESSION)]).toEqual([400, false]);
      pages.add((await answer.text()).replace(/nonce="[^"]*"/g, ''));
    }
    expect(pages.size).toBe(1);
    expect([...pages][0]).toContain('Cette clé d’accès n’a pas été acceptée');
    expect((await enter(other.passkey)).status).toBe(303);
  });

  test('a new one that was made for another page, without a check of who holds the device, or on other grounds is refused', async () => {
    const driss = await as('driss@example.org');
    for (const otherwise of [
      { origin: 'https://forum.example.com' },
      { rpId: 'example.com' },
      { verified: false },
      { challenge: randomBytes(32).toString('base64url') },
      { attestation: { format: 'packed', statement: new Map([['x5c', [new Uint8Array(8)]]]) } },
    ] as Partial<Manners>[])
      expect([otherwise, (await add(driss, otherwise)).response.status]).toEqual([otherwise, 400]);
  });

  test('a new one answers the person who asked for it, and is nobody else’s already', async () => {
    const driss = await as('driss@example.org');
    const options = await beginNew(owner);
    const stolen = makePasskey(options, manners);
    // The cookie of the owner's request, in the other's browser.
    driss.cookies.set('common-space.new-passkey', owner.cookies.get('common-space.new-passkey')!);
    expect((await driss.post('/account?/addPasskey', { name: 'x', answer: stolen.answer })).status).toBe(400);
    const { answer } = await add(owner);
    const challenge = (await beginNew(driss)).challenge;
    const copied = JSON.parse(answer) as { response: { clientDataJSON: string } };
    copied.response.clientDataJSON = Buffer.from(
      JSON.stringify({ type: 'webauthn.create', challenge, origin: manners.origin }),
    ).toString('base64url');
    const response = await driss.post('/account?/addPasskey', { name: 'x', answer: JSON.stringify(copied) });
    expect(response.status).toBe(400);
  });

  test('one whose counter goes back was copied, and is refused; devices that do not count are not', async () => {
    const { passkey: counts } = await add(owner);
    expect((await enter(counts, { counter: 7 })).status).toBe(303);
    expect((await enter(counts, { counter: 7 })).status).toBe(400);
    expect((await enter(counts, { counter: 6 })).status).toBe(400);
    expect((await enter(counts, { counter: 0 })).status).toBe(400);
    expect((await enter(counts, { counter: 8 })).status).toBe(303);
    const { passkey: never } = await add(owner);
    for (let times = 0; times < 2; times++) expect((await enter(never, { counter: 0 })).status).toBe(303);
  });

  test('one is renamed and removed by its owner alone, and then signs in nobody', async () => {
    const aicha = await as('aicha@example.org');
    const { passkey: hers } = await add(aicha);
    const id = /name="id" value="([^"]+)"/.exec(
      /id="passkeys"[\s\S]*?<\/section>/.exec(await (await aicha.get('/account')).text())![0],
    )![1]!;
    const driss = await as('driss@example.org');
    await driss.post('/account?/renamePasskey', { id, name: 'mine now' });
    await driss.post('/account?/removePasskey', { id });
    expect(await (await aicha.get('/account')).text()).not.toContain('mine now');
    expect((await enter(hers)).status).toBe(303);
    const unnamed = await aicha.post('/account?/renamePasskey', { id, name: '   ' });
    expect([unnamed.status, await unnamed.text()]).toEqual([400, expect.stringContaining('at most 80 characters')]);
    expect(location(await aicha.post('/account?/renamePasskey', { id, name: 'Key ring' }))).toContain('renamed');
    expect(await (await aicha.get('/account')).text()).toContain('<bdi>Key ring</bdi>');
    expect(location(await aicha.post('/account?/removePasskey', { id }))).toContain('removed');
    expect((await enter(hers)).status).toBe(400);
    for (const nonsense of ['', 'x', '\0', "' or true"])
      expect((await aicha.post('/account?/removePasskey', { id: nonsense })).status).toBe(303);
  });

  test('whatever is sent as an answer is refused, and breaks nothing', async () => {
    for (const answer of ['', '{}', 'null', '[]', '{"id":1}', '"\\u0000"', `{"id":"${'a'.repeat(40_000)}"}`]) {
      const visitor = visit(server);
      await begin(visitor);
      expect((await send(visitor, answer)).status).toBe(400);
    }
    expect((await owner.post('/account?/addPasskey', { name: 'x', answer: '{}' })).status).toBe(400);
  });

  test('one’s own data tell of them, without their keys', async () => {
    const data = await (await owner.get('/account/data.json')).text();
    expect(JSON.parse(data)).toMatchObject({ passkeys: [{ name: 'Office telephone' }, {}, {}, {}, {}] });
    expect(data).not.toContain(passkey.id);
  });

  describe('when the forum was started anew', () => {
    beforeAll(async () => {
      await server.stop();
      await open();
    });

    test.runIf(name === 'PostgreSQL')('none is added or removed by whoever signed in long ago', async () => {
      const visitor = await as('stale@example.org');
      await add(visitor);
      const options = await beginNew(visitor);
      const client = new pg.Client({ connectionString: environment['DATABASE_URL'] });
      await client.connect();
      await client.query(`update sessions set created_at = created_at - interval '16 minutes'
      where account = (select id from accounts where email = 'stale@example.org')`);
      await client.end();
      expect((await visitor.post('/account/passkey', {})).status).toBe(403);
      const { answer } = makePasskey(options, manners);
      expect((await visitor.post('/account?/addPasskey', { name: 'x', answer })).status).toBe(403);
      const page = await (await visitor.get('/account')).text();
      expect(page).not.toContain('?/removePasskey');
      expect(page).toContain('?/renamePasskey');
      const id = /name="id" value="([^"]+)"/.exec(/id="passkeys"[\s\S]*?<\/section>/.exec(page)![0])![1]!;
      expect((await visitor.post('/account?/removePasskey', { id })).status).toBe(403);
    });

    test('a visitor is given none, and one passkey cannot be tried for ever', async () => {
      expect((await visit(server).post('/account/passkey', {})).status).toBe(303);
      const { passkey: tried } = await add(await as('tried@example.org'));
      const statuses = [];
      for (let times = 0; times < 11; times++)
        statuses.push((await send(visit(server), usePasskey(tried, { challenge: 'x' }, manners))).status);
      expect(statuses.slice(0, 10)).toEqual(Array(10).fill(400));
      expect(statuses.at(-1)).toBe(429);
    });
  });
});

describe('A forum whose ORIGIN is a bare number', () => {
  test('says that there are no passkeys, why, and what to do, and begins none', async () => {
    const folder = newFolder();
    const environment = { ORIGIN: 'https://192.0.2.7', SAMPLE: 'off' };
    const server = await startServer(folder, environment);
    try {
      const visitor = visit(server);
      const headers = { origin: environment.ORIGIN };
      const form = { email: 'amina@example.org', role: 'curator', state: '', mechanism: '', name: '', language: 'en' };
      const made = await asOperator(folder, environment, (ask) => ask('people.add', form));
      if ('complaints' in made) throw new Error(JSON.stringify(made.complaints));
      expect((await visitor.post('/invitation', { token: tokenOf(made.link) }, headers)).status).toBe(303);
      const page = await (await visitor.get('/account')).text();
      expect(page).toContain('Passkeys are not to be had here');
      expect(page).toContain('https://192.0.2.7');
      expect(page).toContain('ORIGIN');
      expect(page).not.toContain('data-passkey=');
      const refused = await visitor.post('/sign-in/passkey', {}, headers);
      expect([refused.status, await refused.text()]).toEqual([404, expect.stringContaining('set ORIGIN')]);
    } finally {
      await server.stop();
      removeFolder(folder);
    }
  });
});
