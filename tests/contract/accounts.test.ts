import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabases } from '../support/databases.ts';
import { cli, newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import {
  asOperator,
  linkMailedTo,
  linksMailedTo,
  mailTo,
  signedInAs,
  tokenOf,
  visit,
  type Visit,
} from '../support/visit.ts';

const SESSION = 'common-space.session_token';
const STRANGER = { origin: 'https://evil.example' };

describe.each(emptyDatabases())('On $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let environment: Record<string, string>;
  const as = (role: string, email = `${role}@example.org`) => signedInAs(server, folder, role, { email, environment });
  /** A link for somebody who has an account already, or gets one now. */
  const linkFor = (email: string, role = 'contributor') =>
    asOperator(folder, environment, async (ask) => {
      await ask('people.add', { email, role, state: '', mechanism: '', name: '', language: 'en' });
      return (await ask('people.link', { email }))!;
    });
  const run = (...words: string[]) => cli(words, folder, environment);
  const isIn = async (visitor: Visit) => (await visitor.get('/account')).status === 200;
  const location = (response: Response) => response.headers.get('location');

  beforeAll(async () => {
    environment = await fresh();
    server = await startServer(folder, { ...environment, SAMPLE: 'off' });
    environment['ORIGIN'] = server.origin;
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  describe('A first start', () => {
    const printed = () => /http\S+\/sign-in\/link\?token=\S+/.exec(server.said())![0];

    test('prints a link that signs in a Support Unit account, once, and logs no secret', async () => {
      const visitor = visit(server);
      const opened = await visitor.get(printed());
      expect([opened.status, await opened.text()]).toEqual([200, expect.stringContaining(tokenOf(printed()))]);
      const answer = await visitor.post('/sign-in/link', { token: tokenOf(printed()), next: '/people' });
      expect([answer.status, location(answer)]).toEqual([303, '/people']);
      expect((await visitor.get('/people')).status).toBe(200);
      const again = visit(server);
      expect((await again.post('/sign-in/link', { token: tokenOf(printed()) })).status).toBe(400);
      expect(await isIn(again)).toBe(false);
      const logged = server
        .said()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .join('\n');
      expect(logged).not.toContain(tokenOf(printed()));
      expect(logged).not.toContain(visitor.cookies.get(SESSION)!.slice(0, 20));
    });

    test('prints none any more once somebody of the Support Unit has signed in', async () => {
      await server.stop();
      server = await startServer(folder, { ...environment, ORIGIN: '', SAMPLE: 'off' });
      environment['ORIGIN'] = server.origin;
      expect(server.said()).not.toContain('token=');
    });
  });

  describe('The command line', () => {
    test('gives roles, shows them, ends them, and says what is wrong with an exit code', async () => {
      const added = await run(
        'user',
        'add',
        'amina@example.org',
        '--role',
        'focal-point',
        '--state',
        'KE',
        '--name',
        'Amina',
      );
      expect([added.code, added.out.toString()]).toEqual([
        0,
        expect.stringMatching(/\/en\/invitation\?token=[\w-]{43}\n$/),
      ]);
      expect((await run('user', 'list')).out.toString()).toContain('Amina <amina@example.org>: Focal point: Kenya');
      expect((await run('user', 'add', 'amina', '--role', 'curator')).code).toBe(1);
      expect((await run('user', 'add', 'a@example.org', '--role', 'focal-point')).code).toBe(1);
      expect((await run('user', 'add', 'a@example.org', '--role', 'minister')).code).toBe(2);
      expect((await run('user', 'add', 'a@example.org')).code).toBe(2);
      expect((await run('user', 'promote')).code).toBe(2);
      expect((await run('user', 'link', 'nobody@example.org')).code).toBe(1);
      const removed = await run('user', 'remove', 'amina@example.org', '--json');
      expect([removed.code, JSON.parse(removed.out.toString())]).toEqual([0, { email: 'amina@example.org', ended: 1 }]);
      expect((await run('user', 'list')).out.toString()).toContain('Amina <amina@example.org>: None at present.');
    });

    test('makes a link where no mail arrives, in the language of its owner', async () => {
      await run('user', 'add', 'fr@example.org', '--role', 'curator', '--language', 'fr');
      const link = (await run('user', 'link', 'fr@example.org')).out.toString().trim();
      expect(link).toContain('/fr/sign-in/link?token=');
      const visitor = visit(server);
      await visitor.post('/sign-in/link', { token: tokenOf(link) });
      expect(await isIn(visitor)).toBe(true);
    });

    test('that takes somebody’s roles signs them out everywhere', async () => {
      const visitor = await as('curator', 'gone@example.org');
      expect(await isIn(visitor)).toBe(true);
      await run('user', 'remove', 'gone@example.org');
      expect(await isIn(visitor)).toBe(false);
    });
  });

  describe('Signing in by a link', () => {
    const email = 'linked@example.org';
    beforeAll(async () => void (await as('contributor', email)));
    const asked = async (visitor = visit(server), next = '/practices?goal=10') => {
      const seen = linksMailedTo(folder, email, '/sign-in/link').length;
      const answer = await visitor.post('/fr/sign-in?/link', { email: ` ${email.toUpperCase()} `, next });
      expect([answer.status, location(answer)]).toEqual([
        303,
        `/fr/sign-in?${new URLSearchParams({ sent: '1', next })}`,
      ]);
      return linkMailedTo(folder, email, '/sign-in/link', seen);
    };

    test('the mail is in the language of the page; the link leads back to where one was going', async () => {
      const visitor = visit(server);
      const link = await asked(visitor);
      expect(mailTo(folder, email).at(-1)).toContain('Vous avez demandé un lien de connexion.');
      expect(link).toContain(`${server.origin}/fr/sign-in/link?token=`);
      const answer = await visitor.post('/fr/sign-in/link', {
        token: tokenOf(link),
        next: new URL(link).searchParams.get('next')!,
      });
      expect(location(answer)).toBe('/fr/practices?goal=10');
      expect(await isIn(visitor)).toBe(true);
    });

    test('a mail scanner that opens it ten times uses nothing up', async () => {
      const link = await asked();
      for (let times = 0; times < 10; times++) expect((await visit(server).get(link)).status).toBe(200);
      const visitor = visit(server);
      expect((await visitor.post('/sign-in/link', { token: tokenOf(link) })).status).toBe(303);
    });

    test('an address without an account gets the same answer, as fast, and no mail', async () => {
      const [known, unknown]: number[][] = [[], []];
      const answers = new Set<string>();
      for (let times = 0; times < 4; times++)
        for (const [address, took] of [
          [`known${times}@example.org`, known],
          [`unknown${times}@example.org`, unknown],
        ] as const) {
          if (address.startsWith('known')) await linkFor(address);
          const began = performance.now();
          const answer = await visit(server).post('/sign-in?/link', { email: address, next: '/' });
          took!.push(performance.now() - began);
          answers.add(`${answer.status} ${location(answer)} ${await answer.text()}`);
        }
      expect(answers.size).toBe(1);
      const least = (times: number[]) => Math.min(...times);
      expect(Math.abs(least(known!) - least(unknown!))).toBeLessThan(25);
      await linkMailedTo(folder, 'known3@example.org', '/sign-in/link');
      expect(mailTo(folder, 'unknown0@example.org')).toEqual([]);
    });

    test('what is typed wrong is said beside the field, and kept', async () => {
      const answer = await visit(server).post('/sign-in?/link', { email: 'amina at example', next: '/' });
      const page = await answer.text();
      expect(answer.status).toBe(400);
      expect(page).toContain('value="amina at example"');
      expect(page).toContain('This is no e-mail address.');
    });

    test('too many mails to one address are not sent, and one is told how long to wait', async () => {
      const statuses = [];
      for (let times = 0; times < 6; times++)
        statuses.push((await visit(server).post('/sign-in?/link', { email: 'flood@example.org', next: '/' })).status);
      expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
    });
  });

  describe('A session', () => {
    test('is kept in a cookie out of reach of scripts and other sites', async () => {
      const link = await linkFor('cookie@example.org');
      const answer = await visit(server).post('/sign-in/link', { token: tokenOf(link) });
      const cookie = answer.headers.getSetCookie().find((line) => line.startsWith(`${SESSION}=`))!;
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; SameSite=Lax/i);
      expect(cookie).toMatch(/; Path=\//i);
      expect(cookie).not.toMatch(/; Secure/i);
    });

    test('is a new one at each sign-in: one that was planted before is not signed in, and ends', async () => {
      const attacker = await as('contributor', 'attacker@example.org');
      const planted = new Map(attacker.cookies);
      const victim = visit(server, new Map(planted));
      const link = await linkFor('victim@example.org');
      await victim.post('/sign-in/link', { token: tokenOf(link) });
      expect(victim.cookies.get(SESSION)).not.toBe(planted.get(SESSION));
      expect(await (await victim.get('/account')).text()).toContain('victim@example.org');
      expect(await isIn(visit(server, planted))).toBe(false);
    });

    test('that is forged or changed is none', async () => {
      const visitor = await as('curator', 'forged@example.org');
      const value = visitor.cookies.get(SESSION)!;
      for (const forged of [`x${value}`, value.split('.')[0]!, value.replace(/.$/, 'x'), '%00', 'x.y'])
        expect(await isIn(visit(server, new Map([[SESSION, forged]])))).toBe(false);
    });

    test('ends with signing out, at the server too', async () => {
      const visitor = await as('curator', 'leaving@example.org');
      const copy = visit(server, new Map(visitor.cookies));
      const answer = await visitor.post('/sign-in?/out', {});
      expect(location(answer)).toBe('/sign-in?out=1');
      expect([await isIn(visitor), await isIn(copy)]).toEqual([false, false]);
    });

    test('can be ended from another browser, one or all; somebody else’s cannot', async () => {
      const email = 'many@example.org';
      const [one, two, three] = [await as('curator', email), await as('curator', email), await as('curator', email)];
      const stranger = await as('curator', 'stranger@example.org');
      const ids = [...(await (await one.get('/account')).text()).matchAll(/name="id" value="([^"]+)"/g)].map(
        ([, id]) => id!,
      );
      expect(ids).toHaveLength(2);
      for (const id of ids) await stranger.post('/account?/endSession', { id });
      expect([await isIn(two), await isIn(three)]).toEqual([true, true]);
      await one.post('/account?/endSession', { id: ids[0]! });
      expect([await isIn(two), await isIn(three)].filter(Boolean)).toHaveLength(1);
      expect(location(await one.post('/account?/endSessions', {}))).toBe('/account?ended=1');
      expect([await isIn(one), await isIn(two), await isIn(three)]).toEqual([true, false, false]);
      for (const id of ['', 'x', '\0', "' or true"])
        expect((await one.post('/account?/endSession', { id })).status).toBe(303);
      expect(await isIn(stranger)).toBe(true);
    });

    test('a signed-in page is kept by no cache, nor is a page that carries a link', async () => {
      const visitor = await as('curator', 'cached@example.org');
      for (const response of [
        await visitor.get('/account'),
        await visitor.get('/practices'),
        await visitor.get('/api/v1/practices'),
        await visit(server).get('/sign-in/link?token=x'),
        await visit(server).get('/fr/invitation?token=x'),
      ])
        expect(response.headers.get('cache-control')).toBe('private, no-store');
    });
  });

  describe('A password', () => {
    const password = 'the road to Kisumu is long';
    const email = 'password@example.org';
    let owner: Visit;
    beforeAll(async () => {
      owner = await as('curator', email);
      await owner.post('/account?/password', { password });
    });
    const enter = (typed: string, address = email, visitor = visit(server)) =>
      visitor.post('/sign-in?/password', { email: address, password: typed, next: '/account' });

    test('signs in, and a wrong one does not', async () => {
      const visitor = visit(server);
      expect(location(await enter(password, email, visitor))).toBe('/account');
      expect(await isIn(visitor)).toBe(true);
      const wrong = visit(server);
      expect((await enter('the road to Kisumu is short', email, wrong)).status).toBe(400);
      expect(await isIn(wrong)).toBe(false);
    });

    test('for an address without an account takes as long and gets the same words', async () => {
      const took: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
      const pages = new Set<string>();
      // In turns, and the fastest of each: what else the machine does slows both.
      for (let times = 0; times < 6; times++)
        for (const [who, address] of [
          ['known', email],
          ['unknown', `nobody${times}@example.org`],
        ] as const) {
          const began = performance.now();
          const answer = await enter('wrong wrong wrong', address);
          took[who].push(performance.now() - began);
          pages.add((await answer.text()).replaceAll(address, '').replace(/nonce="[^"]*"/g, ''));
        }
      expect(pages.size).toBe(1);
      const ratio = Math.min(...took.unknown) / Math.min(...took.known);
      expect(ratio).toBeGreaterThan(0.5);
      expect(ratio).toBeLessThan(2);
    });

    test('cannot be guessed at for long', async () => {
      await as('curator', 'guessed@example.org');
      const statuses = [];
      for (let times = 0; times < 11; times++) statuses.push((await enter('guess', 'guessed@example.org')).status);
      expect(statuses.filter((status) => status === 400)).toHaveLength(10);
      expect(statuses.at(-1)).toBe(429);
    });

    test('that is set signs out everywhere else; one that is too short is refused and says what would do', async () => {
      const elsewhere = await as('curator', email);
      const answer = await owner.post('/account?/password', { password: 'too short' });
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('from 12 to 128')]);
      await owner.post('/account?/password', { password: `${password} indeed` });
      expect([await isIn(owner), await isIn(elsewhere)]).toEqual([true, false]);
    });
  });

  describe('An authenticator app', () => {
    const [email, password] = ['app@example.org', 'tea grows on the hills of Kericho'];
    let owner: Visit;
    let secret: Uint8Array;
    let codes: string[];
    const code = () => createOTP(new TextDecoder().decode(secret)).totp();
    const enter = async () => {
      const visitor = visit(server);
      const first = await visitor.post('/sign-in?/password', { email, password, next: '/practices' });
      expect([first.status, location(first)]).toEqual([303, '/sign-in/second-step?next=%2Fpractices']);
      expect(await isIn(visitor)).toBe(false);
      return visitor;
    };
    const step = (visitor: Visit, typed: string) =>
      visitor.post('/sign-in/second-step', { code: typed, next: '/practices' });
    beforeAll(async () => {
      owner = await as('curator', email);
      await owner.post('/account?/password', { password });
    });

    test('is set up with the password and a first code, and gives recovery codes, once', async () => {
      expect((await owner.post('/account/app?/begin', { password: 'not this one, no' })).status).toBe(400);
      const page = await (await owner.post('/account/app?/begin', { password })).text();
      const uri = /name="uri" value="([^"]+)"/.exec(page)![1]!.replaceAll('&amp;', '&');
      secret = base32.decode(new URL(uri).searchParams.get('secret')!);
      expect(page).toContain('<svg class="square');
      const wrong = await owner.post('/account/app?/confirm', { uri, code: '000000' });
      expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('<svg class="square')]);
      const done = await (await owner.post('/account/app?/confirm', { uri, code: await code() })).text();
      codes = [...done.matchAll(/<code[^>]*>([\w-]{11})<\/code>/g)].map(([, one]) => one!);
      expect(codes).toHaveLength(10);
      expect(await (await owner.get('/account/app')).text()).not.toContain(codes[0]);
    });

    test('is then asked for after the password, which alone signs nobody in', async () => {
      const visitor = await enter();
      expect((await step(visitor, '000000')).status).toBe(400);
      expect(await isIn(visitor)).toBe(false);
      expect(location(await step(visitor, await code()))).toBe('/practices');
      expect(await isIn(visitor)).toBe(true);
    });

    test('can be done without by a recovery code, each of which works once', async () => {
      expect(location(await step(await enter(), codes[0]!))).toBe('/practices');
      expect((await step(await enter(), codes[0]!)).status).toBe(400);
      expect(location(await step(await enter(), codes[1]!))).toBe('/practices');
    });

    test('is not asked of who comes by a link, and can be done away with', async () => {
      const visitor = visit(server);
      await visitor.post('/sign-in/link', { token: tokenOf(await linkFor(email, 'curator')) });
      expect(await isIn(visitor)).toBe(true);
      expect(location(await visitor.post('/account?/noApp', { password }))).toBe('/account?done=app-gone');
      const plain = visit(server);
      await plain.post('/sign-in?/password', { email, password, next: '/account' });
      expect(await isIn(plain)).toBe(true);
    });
  });

  describe('Where one may go', () => {
    test('a visitor is sent to sign in, and comes back to where he was going', async () => {
      const answer = await visit(server).get('/ar/people?x=1');
      expect([answer.status, location(answer)]).toEqual([303, '/ar/sign-in?next=%2Fpeople%3Fx%3D1']);
      const page = await (await visit(server).get(location(answer)!)).text();
      expect(page).toContain('value="/people?x=1"');
    });

    test('somebody without the role is told whom a page is for, what they are themselves, and where their own work is', async () => {
      const curator = await as('curator', 'nosy@example.org');
      const denied = await curator.get('/fr/people?x=1');
      expect(denied.status).toBe(403);
      const page = await denied.text();
      for (const words of ['Cette page est réservée à d’autres', '/people', 'Unité d’appui', 'Point focal', '/fr/desk'])
        expect(page).toContain(words);
      expect(page).not.toContain('~people');
      expect((await curator.post('/people?/invite', { email: 'x@example.org' })).status).toBe(404);
      curator.cookies.delete('language');
      const typed = await (await curator.get('/~people.invite/anywhere')).text();
      expect(typed).toContain('This page is for others');
      for (const path of ['/~no.such-action/people', '/~catalogue.read/people', '/~', '/~people.invite'])
        expect((await curator.get(path)).status).toBe(404);
      expect((await visit(server).get('/~people.invite/people')).status).toBe(404);
    });

    test('of one person’s file, or one draft, they are told that there is no such page, as of any other', async () => {
      const curator = await as('curator', 'nosier@example.org');
      const unit = await as('support-unit', 'knowing@example.org');
      const [file] = /\/people\/[0-9a-f-]{36}/.exec(await (await unit.get('/people')).text())!;
      const bare = async (response: Response, path: string) =>
        (await response.text()).replaceAll(path, '/x').replace(/nonce="[^"]*"/g, '');
      const [denied, missing] = [await curator.get(`/fr${file}`), await curator.get('/fr/people-of-nowhere')];
      expect([denied.status, missing.status]).toEqual([404, 404]);
      expect(await bare(denied, file)).toBe(await bare(missing, '/people-of-nowhere'));
    });

    test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/.//evil.example', '/\t/evil.example'])(
      'signing in with next=%j leads to no other site',
      async (next) => {
        const link = await linkFor('redirected@example.org');
        const visitor = visit(server);
        expect(await (await visitor.get(`/sign-in?${new URLSearchParams({ next })}`)).text()).not.toContain(
          'value="https://evil',
        );
        const answer = await visitor.post('/sign-in/link', { token: tokenOf(link), next });
        expect([answer.status, location(answer)]).toEqual([303, '/desk']);
        const back = await visitor.get(`/sign-in?${new URLSearchParams({ next })}`);
        expect(location(back)).toBe('/desk');
      },
    );

    test('a form sent from another site does nothing', async () => {
      const unit = await as('support-unit', 'unit@example.org');
      const fields = { email: 'csrf@example.org', role: 'curator', language: 'en', name: '', state: '', mechanism: '' };
      for (const headers of [STRANGER, { origin: 'null' }])
        expect((await unit.post('/people?/invite', fields, headers)).status).toBe(403);
      const json = { ...STRANGER, 'content-type': 'application/json' };
      expect((await unit.post('/people?/invite', fields, json)).status).toBe(403);
      expect((await run('user', 'list')).out.toString()).not.toContain('csrf@example.org');
      expect((await unit.post('/people?/invite', fields)).status).toBe(303);
      const link = await linkFor('unit@example.org');
      expect((await visit(server).post('/sign-in/link', { token: tokenOf(link) }, STRANGER)).status).toBe(403);
    });
  });

  describe('A change of address', () => {
    test('waits for both addresses to say yes', async () => {
      const owner = await as('curator', 'old@example.org');
      await owner.post('/account?/email', { email: 'new@example.org' });
      const confirm = async (address: string) => {
        const link = await linkMailedTo(folder, address, '/account/email');
        expect((await visit(server).get(link)).status).toBe(200);
        return (await visit(server).post('/account/email', { token: tokenOf(link) })).text();
      };
      expect(await confirm('new@example.org')).toContain('as soon as the other address says yes too');
      expect(await (await owner.get('/account')).text()).toContain('Present address: <bdi>old@example.org</bdi>');
      expect(await confirm('old@example.org')).toContain('The address is changed');
      expect(await (await owner.get('/account')).text()).toContain('Present address: <bdi>new@example.org</bdi>');
    });

    test('to the address of another account never comes, and tells nobody that there is one', async () => {
      await as('curator', 'taken@example.org');
      const owner = await as('curator', 'wanting@example.org');
      const answer = await owner.post('/account?/email', { email: 'taken@example.org' });
      expect(answer.status).toBe(303);
      await linkMailedTo(folder, 'wanting@example.org', '/account/email');
      expect(linksMailedTo(folder, 'taken@example.org', '/account/email')).toEqual([]);
    });
  });

  test('one takes one’s own data along, and nobody else’s', async () => {
    const owner = await as('rapporteur', 'data@example.org');
    const answer = await owner.get('/account/data.json');
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect(await answer.json()).toMatchObject({ email: 'data@example.org', roles: [{ role: 'rapporteur' }] });
    expect((await visit(server).get('/account/data.json')).status).toBe(303);
  });

  test('the operator sees how many mails wait, and were given up', async () => {
    expect(await (await visit(server).get('/metrics')).text()).toMatch(/^mails\{state="given-up"\} 0$/m);
  });
});
