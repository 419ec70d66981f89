import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Action, may, mayEver, STANDINGS } from '#forum/people/index.ts';
import { LOCALES } from '#vocab/language.ts';
import { ACCESS } from '../../src/routes/access.ts';
import { ADDRESSES } from '../../src/routes/api/addresses.ts';
import { examplesOf } from '../../src/routes/api/examples.ts';
import { openApi } from '../../src/routes/api/openapi.ts';
import { ownAddress } from '../../src/routes/api/gate.ts';
import { program, tokenOf } from '../support/api.ts';
import { emptyDatabases } from '../support/databases.ts';
import { somebody } from '../support/permissions.ts';
import { cli, newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { signedInAs, visit, type Visit } from '../support/visit.ts';

const routes = join(import.meta.dirname, '..', '..', 'src', 'routes');
const NOBODYS = '0197c7a0-0000-7000-8000-000000000000';
const OWN = ADDRESSES.filter(({ scopes }) => scopes !== undefined);
const pathOf = ({ path }: { path: string }) =>
  path
    .replace(/\{(id|remark)\}/g, NOBODYS)
    .replace('{number}', '1')
    .replace('{slug}', 'nothing');

describe('The description of the API', () => {
  test.each(LOCALES)('is valid OpenAPI 3.1, in %s', async (locale) => {
    const result = await new Validator().validate(openApi(locale, 'https://forum.example'));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
  });

  test('names every method of every route under /api/v1, and none that is not there', () => {
    const there = readdirSync(join(routes, 'api', 'v1'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('+server.ts'))
      .flatMap((name) => {
        const text = readFileSync(join(routes, 'api', 'v1', name), 'utf8');
        const path = `/api/v1/${name.replace('/+server.ts', '').replace(/\[(\w+)\]/g, '{$1}')}`;
        return [...text.matchAll(/^export const ([A-Z]+)\b/gm)].map(([, method]) => `${method} ${path}`);
      });
    const said = ADDRESSES.filter(({ path }) => path.startsWith('/api/v1/')).map(
      ({ method = 'GET', path }) => `${method} ${path}`,
    );
    expect(there.sort()).toEqual(said.sort());
  });

  test('asks for a token exactly where the route is not everybody’s', () => {
    for (const { path, method = 'GET', scopes } of ADDRESSES.filter(({ path }) => path.startsWith('/api/'))) {
      const route = path.replace(/\{(\w+)\}/g, '[$1]');
      expect([path, scopes === undefined]).toEqual([path, ACCESS[route] === 'catalogue.read']);
      expect(ownAddress(method, route) !== null).toBe(scopes !== undefined);
    }
  });
});

describe.each(emptyDatabases())('Tokens, on $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let environment: Record<string, string>;
  const person = (role: string, email: string) =>
    signedInAs(server, folder, role, {
      email,
      environment,
      ...(role === 'focal-point' && { state: 'KE' }),
      ...(role === 'mechanism-coordinator' && { mechanism: 'youth' }),
    });
  const cookieOf = ({ cookies }: Visit) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const nobody = () => program(server, '');

  beforeAll(async () => {
    environment = await fresh();
    server = await startServer(folder, { ...environment, SAMPLE: 'off', LOG_LEVEL: 'trace' });
    environment['ORIGIN'] = server.origin;
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  test('are shown once, by the answer that no cache keeps, and listed without themselves', async () => {
    const browser = await person('contributor', 'once@example.org');
    const answer = await browser.post('/fr/account/tokens?/make', [
      ['name', 'Le serveur <b>du</b> ministère'],
      ['days', '365'],
      ['scopes', 'drafts:read'],
    ]);
    const page = await answer.text();
    const token = /cs_[0-9A-Za-z]{46}/.exec(page)![0];
    expect(page.split(token)).toHaveLength(2);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const list = await (await browser.get('/fr/account/tokens')).text();
    expect(list).not.toContain(token);
    expect(list).toContain('Le serveur &lt;b>du&lt;/b> ministère');
    expect(list).toContain('pas encore utilisé');
    expect((await program(server, token).ask('GET', '/api/v1/drafts')).status).toBe(200);
    expect(await (await browser.get('/fr/account/tokens')).text()).toContain('utilisé pour la dernière fois');
    const data = await (await browser.get('/account/data.json')).text();
    expect(data).toContain('Le serveur');
    expect(data).not.toContain(token);
  });

  test('cannot be made for what one may not do, without a time, or without a name', async () => {
    const browser = await person('contributor', 'refused@example.org');
    const sent = async (fields: [string, string][]) => {
      const answer = await browser.post('/account/tokens?/make', fields);
      return [answer.status, await answer.text()] as const;
    };
    const page = await (await browser.get('/account/tokens')).text();
    expect(page).toContain('value="drafts:write"');
    expect(page).not.toContain('value="review"');
    const [status, again] = await sent([
      ['name', 'Kept'],
      ['scopes', 'review'],
      ['scopes', 'people'],
    ]);
    expect(status).toBe(400);
    expect(again).toContain('value="Kept"');
    expect(again).toContain('Choose at least one thing.');
    expect(again).toContain('Choose how long it holds.');
    expect(again).not.toMatch(/cs_[0-9A-Za-z]{46}/);
  });

  test('are revoked by their owner and by nobody else, and then give nothing', async () => {
    const browser = await person('contributor', 'revoker@example.org');
    const by = program(server, await tokenOf(browser, ['drafts:read']));
    const id = /name="id" value="([^"]+)"/.exec(await (await browser.get('/account/tokens')).text())![1]!;
    const other = await person('contributor', 'other@example.org');
    await other.post('/account/tokens?/revoke', { id });
    expect((await by.ask('GET', '/api/v1/drafts')).status).toBe(200);
    expect((await browser.post('/account/tokens?/revoke', { id })).status).toBe(303);
    const refused = await by.ask('GET', '/api/v1/drafts');
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="Common Space", error="invalid_token"',
    ]);
  });

  test('of whoever is removed by the Support Unit work no more', async () => {
    const by = program(server, await tokenOf(await person('curator', 'gone@example.org'), ['review']));
    expect((await by.ask('GET', '/api/v1/review')).status).toBe(200);
    expect((await cli(['user', 'remove', 'gone@example.org'], folder, environment)).code).toBe(0);
    expect((await by.ask('GET', '/api/v1/review')).status).toBe(401);
  });

  test('that are none are refused in words, in the language asked for, also where no token is needed', async () => {
    for (const token of ['x', 'cs_', `cs_${'0'.repeat(46)}`, 'a b', `cs_${'é'.repeat(4)}`])
      for (const path of ['/api/v1/drafts', '/api/v1/practices', '/fr/api/v1/practices']) {
        const answer = await program(server, encodeURI(token)).ask('GET', path, undefined, { 'accept-language': 'fr' });
        expect([answer.status, answer.headers.get('content-type')]).toEqual([
          401,
          'application/problem+json; charset=utf-8',
        ]);
        expect(answer.json.title).toBe('Un jeton valable est nécessaire');
      }
    const empty = await nobody().ask('GET', '/api/v1/practices', undefined, { authorization: 'Bearer' });
    expect(empty.status).toBe(401);
    expect((await nobody().ask('GET', '/api/v1/practices', undefined, { authorization: 'Basic eDp5' })).status).toBe(
      200,
    );
  });

  test('answer in the language of their owner where a program asks for none', async () => {
    const browser = await person('contributor', 'owner@example.org');
    await browser.post('/account?/me', { name: 'Owner', language: 'es' });
    const by = program(server, await tokenOf(browser, ['drafts:read']));
    expect((await by.ask('POST', '/api/v1/drafts', {})).json.title).toBe('El token no se hizo para esto');
  });

  test('that were not made for something are told what for, and change nothing', async () => {
    const browser = await person('curator', 'scope@example.org');
    const reads = program(server, await tokenOf(browser, ['drafts:read']));
    const refused = await reads.ask('POST', '/api/v1/drafts', { title: 'x' });
    expect([refused.status, refused.json.scopes]).toEqual([403, ['drafts:write']]);
    expect(refused.headers.get('www-authenticate')).toContain('error="insufficient_scope", scope="drafts:write"');
    expect((await reads.ask('GET', '/api/v1/review')).json.scopes).toEqual(['review']);
    expect((await reads.ask('GET', '/api/v1/drafts')).json.total).toBe(0);
  });

  test('are nobody on pages, and nobody by cookies that come with them', async () => {
    const browser = await person('curator', 'both@example.org');
    const weak = await tokenOf(await person('contributor', 'weak@example.org'), ['drafts:read']);
    const cookie = cookieOf(browser);
    const both = { cookie, authorization: `Bearer ${weak}` };
    const page = await nobody().ask('GET', '/account', undefined, both);
    expect([page.status, page.headers.get('location')]).toEqual([303, '/sign-in?next=%2Faccount']);
    expect((await nobody().ask('GET', '/api/v1/review', undefined, { cookie })).status).toBe(200);
    expect((await nobody().ask('GET', '/api/v1/review', undefined, both)).status).toBe(404);
    const bad = await nobody().ask('GET', '/api/v1/review', undefined, { cookie, authorization: 'Bearer cs_x' });
    expect([bad.status, bad.headers.getSetCookie()]).toEqual([401, []]);
    const spanish = await nobody().ask('GET', '/api/v1/review', undefined, { ...both, cookie: 'language=es' });
    expect(spanish.headers.get('content-language')).toBe('en');
  });

  test('are needed to change anything: a form in a browser, here or elsewhere, changes nothing by its cookies', async () => {
    const cookie = cookieOf(await person('focal-point', 'forms@example.org'));
    const types = [
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/json',
    ];
    for (const address of OWN.filter(({ method, reads }) => method !== undefined && !reads))
      for (const [origin, status] of [
        [server.origin, 401],
        ['https://evil.example', 403],
        ['null', 403],
      ] as const)
        for (const type of types) {
          const sent = { cookie, origin, 'content-type': type };
          const answer = await nobody().ask(address.method!, pathOf(address), '{"title":"forged"}', sent);
          expect([address.path, origin, type, answer.status]).toEqual([address.path, origin, type, status]);
        }
    // Without any Origin, as from an old browser: what a form can send is refused as from elsewhere.
    for (const [type, status] of [...types.slice(0, 3).map((one) => [one, 403] as const), [types[3]!, 401] as const]) {
      const answer = await nobody().ask('POST', '/api/v1/drafts', '{"title":"forged"}', {
        cookie,
        'content-type': type,
      });
      expect([type, answer.status]).toEqual([type, status]);
    }
    expect((await nobody().ask('GET', '/api/v1/drafts', undefined, { cookie })).json.total).toBe(0);
  });

  test('what is somebody’s own may be read from no other site, and is kept by no cache', async () => {
    const by = program(server, await tokenOf(await person('contributor', 'cors@example.org'), ['drafts:read']));
    for (const answer of [await by.ask('GET', '/api/v1/drafts'), await nobody().ask('GET', '/api/v1/drafts')]) {
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('vary')).toContain('Authorization');
    }
    const open = await nobody().ask('GET', '/api/v1/practices');
    expect(open.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('that come too often wait, and other tokens do not', async () => {
    const busy = program(server, await tokenOf(await person('contributor', 'busy@example.org'), ['drafts:read']));
    const calm = program(server, await tokenOf(await person('contributor', 'calm@example.org'), ['drafts:read']));
    const answers = [];
    for (let round = 0; round < 31; round++)
      answers.push(
        ...(await Promise.all(Array.from({ length: 10 }, () => busy.ask('GET', '/api/v1/practices?perPage=1')))),
      );
    const refused = answers.filter(({ status }) => status === 429);
    expect([answers.length, refused.length]).toEqual([310, 10]);
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await calm.ask('GET', '/api/v1/drafts')).status).toBe(200);
  });

  test('an unknown method, and an address that is none, are refused as the API does it', async () => {
    const by = program(server, await tokenOf(await person('contributor', 'method@example.org'), ['drafts:write']));
    const wrong = await by.ask('PUT', '/api/v1/drafts', {});
    expect([wrong.status, wrong.json.status, wrong.headers.get('allow')]).toEqual([405, 405, 'GET, POST, HEAD']);
    expect((await nobody().ask('PUT', '/api/v1/drafts', {})).status).toBe(401);
    expect((await by.ask('GET', '/api/v1/nothing')).json.status).toBe(404);
  });

  describe.each(STANDINGS)('For %s', (standing) => {
    test('every address of the API is open exactly where its action is, by session and by token', async () => {
      const actor = somebody(standing);
      const signedIn = standing === 'signed-in';
      const browser =
        standing === 'visitor'
          ? visit(server)
          : await person(signedIn ? 'contributor' : standing, `${standing}@walk.example.org`);
      const scopes = ['drafts:read', 'drafts:write', 'review'];
      const token = standing === 'visitor' ? '' : await tokenOf(browser, scopes);
      if (signedIn)
        expect((await cli(['user', 'remove', 'signed-in@walk.example.org'], folder, environment)).code).toBe(0);
      const by = program(server, token);
      for (const address of OWN) {
        const { path, method = 'GET' } = address;
        const route = path.replace(/\{(\w+)\}/g, '[$1]');
        const open = mayEver(actor, ACCESS[route] as Action);
        const { status } = await by.ask(method, pathOf(address), method === 'GET' ? undefined : {});
        const said = [standing, method, path, status];
        if (standing === 'visitor' || signedIn) expect(said).toEqual([standing, method, path, 401]);
        else if (!open) expect(said).toEqual([standing, method, path, 404]);
        else expect([200, 201, 400, 404]).toContain(status);
        if (open && !path.includes('{')) expect([200, 201, 400]).toContain(status);
        if (method !== 'GET' || standing === 'visitor' || signedIn) continue;
        const session = await nobody().ask('GET', pathOf(address), undefined, { cookie: cookieOf(browser) });
        expect([path, session.status]).toEqual([path, open && !path.includes('{') ? 200 : 404]);
      }
    });
  });

  test('a role that may not review makes no token that does', () => {
    for (const standing of STANDINGS)
      expect(may(somebody(standing), 'drafts.review')).toBe(
        ['curator', 'support-unit', 'administrator'].includes(standing),
      );
  });

  test('the commands on the page of the API do what they say', async () => {
    const token = await tokenOf(await person('contributor', 'curl@example.org'), ['drafts:write']);
    const said = async (command: string) => {
      const [, path, rest] = /^curl \S+?(\/api\S*) ([\s\S]*)$/.exec(command)!;
      const headers = Object.fromEntries(
        [...rest!.matchAll(/-H ['"](?<name>[^:]+): (?<value>.*)['"](?: \\)?$/gm)].map(({ groups }) => [
          groups!['name']!.toLowerCase(),
          groups!['value']!.replace('$TOKEN', token),
        ]),
      );
      const body = /-d '(.*)'/.exec(rest!)![1]!;
      const method = /-X (\w+)/.exec(rest!)?.[1] ?? 'POST';
      return { path: path!, method, headers, body };
    };
    const [begin, change, handIn] = await Promise.all(
      examplesOf('en', server.origin).map(({ command }) => said(command)),
    );
    const first = await nobody().ask(begin!.method, begin!.path, begin!.body, begin!.headers);
    expect(first.status).toBe(201);
    const path = (one: { path: string }) => one.path.replace('$ID', first.json.id as string);
    expect((await nobody().ask(change!.method, path(change!), change!.body, change!.headers)).status).toBe(200);
    const handed = await nobody().ask(handIn!.method, path(handIn!), handIn!.body, handIn!.headers);
    expect([handed.status, handed.json.errors.map(({ name }: { name: string }) => name)]).toEqual([409, ['summary']]);
  });

  test('stand in no log, good or bad, whatever went wrong', async () => {
    const token = await tokenOf(await person('contributor', 'logged@example.org'), ['drafts:write']);
    const by = program(server, token);
    await by.ask('GET', '/api/v1/drafts');
    await by.ask('GET', `/api/v1/drafts?token=${token}`);
    await by.ask('POST', '/api/v1/drafts', { title: token });
    await by.ask('PATCH', `/api/v1/drafts/${token}`, {}, { 'if-match': token });
    await nobody().ask('GET', '/api/v1/drafts', undefined, { authorization: `Bearer ${token}x` });
    expect(server.said()).toContain('"route":"/api/v1/drafts"');
    expect(server.said()).not.toMatch(/cs_[0-9A-Za-z]{8}/);
  });
});
