import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabases } from '../support/databases.ts';
import { type Ministry, signInAt, startMinistry } from '../support/ministry.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { signedInAs, visit, type Visit } from '../support/visit.ts';

const SESSION = 'common-space.session_token';

describe.each(emptyDatabases())('Signing in with a ministry, on $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let environment: Record<string, string>;
  let kenya: Ministry;
  let morocco: Ministry;
  const invited = (email: string) => signedInAs(server, folder, 'curator', { email, environment });
  const location = (response: Response) => response.headers.get('location');
  const isIn = async (visitor: Visit) => (await visitor.get('/account')).status === 200;
  const nameOf = async (visitor: Visit) =>
    /<bdi>([^<@]+@[^<]+)<\/bdi>/.exec(await (await visitor.get('/account')).text())?.[1];

  beforeAll(async () => {
    environment = await fresh();
    kenya = await startMinistry('interior-ke');
    morocco = await startMinistry('diplomatie-ma', { tells: true, domains: ['diplomatie.ma'] });
    const services = [kenya.settings, morocco.settings];
    server = await startServer(folder, { ...environment, SAMPLE: 'off', OIDC_PROVIDERS: JSON.stringify(services) });
    environment['ORIGIN'] = server.origin;
    for (const ministry of [kenya, morocco]) ministry.admit(server.origin);
  });
  afterAll(async () => {
    await server.stop();
    await Promise.all([kenya.stop(), morocco.stop()]);
    removeFolder(folder);
  });

  const idOf = (ministry: Ministry) => ministry.settings['id'] as string;
  /** Sends a form that begins: the address that the page goes on to. */
  const begin = async (visitor: Visit, ministry: Ministry, next = '/practices?goal=10') => {
    const page = await (await visitor.post(`/fr/sign-in/with/${idOf(ministry)}`, { next })).text();
    return /http-equiv="refresh" content="0;url=([^"]+)"/.exec(page)![1]!.replaceAll('&amp;', '&');
  };
  /** The whole way: from the forum to the ministry and back. */
  const enter = async (ministry: Ministry, login: string | null, visitor = visit(server), next?: string) => {
    const back = await signInAt(ministry, await begin(visitor, ministry, next), login);
    return { visitor, back, answer: await visitor.get(back) };
  };
  /** Sees to it that nobody came in and that the page that is gone on to says why; gives its words, without what differs between any two. */
  const refused = async (
    entered: Promise<{ visitor: Visit; answer: Response }>,
    status: number,
    title: string,
  ): Promise<string> => {
    const { answer, visitor } = await entered;
    expect([answer.status, visitor.cookies.has(SESSION)]).toEqual([303, false]);
    expect(location(answer)).not.toMatch(/code|state/);
    const told = await visitor.get(location(answer)!);
    const page = (await told.text()).replace(/nonce="[^"]*"/g, '');
    expect([told.status, /<h1[^>]*>([^<]*)/.exec(page)![1]]).toEqual([status, title]);
    return page;
  };

  test('each is offered by its name; what is none is no page', async () => {
    const page = await (await visit(server).get('/sign-in?next=%2Fpractices')).text();
    for (const id of ['interior-ke', 'diplomatie-ma']) expect(page).toContain(`action="/sign-in/with/${id}"`);
    expect(page).toContain('Sign in with Ministry interior-ke');
    expect((await visit(server).get('/sign-in/with/interior-ke')).status).toBe(200);
    for (const path of ['/sign-in/with/nobody', '/sign-in/with/nobody/back', '/sign-in/with/__proto__'])
      expect((await visit(server).get(path)).status).toBe(404);
    expect((await visit(server).post('/sign-in/with/nobody', {})).status).toBe(404);
  });

  test.each([
    ['is asked for the address', () => kenya, 'amina@interior.go.ke'],
    ['says the address in its token', () => morocco, 'nadia@diplomatie.ma'],
  ])('whoever was invited comes in, where the ministry %s, and is known by it from then on', async (_, of, email) => {
    const ministry = of();
    await invited(email);
    ministry.people['p-1'] = { email: email.toUpperCase(), email_verified: true };
    const { visitor, answer } = await enter(ministry, 'p-1');
    expect([answer.status, location(answer)]).toEqual([303, '/fr/practices?goal=10']);
    expect(await nameOf(visitor)).toBe(email);
    expect(await (await visitor.get('/en/account')).text()).toContain(`<bdi>Ministry ${idOf(ministry)}</bdi>`);
    expect(await (await visitor.get('/account/data.json')).json()).toMatchObject({
      institutions: [{ service: idOf(ministry) }],
    });
    // Another address there, or none that is confirmed: it is the same person.
    ministry.people['p-1'] = { email: 'new-name@example.org', email_verified: false };
    expect(await nameOf((await enter(ministry, 'p-1')).visitor)).toBe(email);
  });

  test('who is not, and who is not known to be who they say, gets one and the same page', async () => {
    const [known, other] = ['known@interior.go.ke', 'known@diplomatie.ma'];
    await invited(known);
    await invited(other);
    const pages = new Set<string>();
    for (const person of [
      { email: known, email_verified: false },
      { email: known },
      { email: known, email_verified: 'true' as never },
      {},
      { email_verified: true },
      { email: 'unknown@interior.go.ke', email_verified: true },
      // Invited, but another ministry's: this one cannot vouch for her.
      { email: other, email_verified: true },
      { email: `${known}, ${other}`, email_verified: true },
    ]) {
      kenya.people['p-2'] = person;
      pages.add(await refused(enter(kenya, 'p-2'), 403, 'Aucun compte d’ici ne correspond à cette connexion'));
    }
    expect(pages.size).toBe(1);
    kenya.people['p-2'] = { email: known, email_verified: true };
    expect(await nameOf((await enter(kenya, 'p-2')).visitor)).toBe(known);
  });

  test('whoever is given the former address of somebody else is not taken for them', async () => {
    await invited('desk@interior.go.ke');
    kenya.people['p-3'] = kenya.people['p-4'] = { email: 'desk@interior.go.ke', email_verified: true };
    expect((await enter(kenya, 'p-3')).answer.status).toBe(303);
    await refused(enter(kenya, 'p-4'), 403, 'Aucun compte d’ici ne correspond à cette connexion');
  });

  describe('Whose institution knows her by another address', () => {
    const linking = async (visitor: Visit, ministry: Ministry, login: string | null) => {
      const page = await (await visitor.post(`/en/sign-in/with/${idOf(ministry)}`, { link: 'yes' })).text();
      const [, href] = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(page)!;
      return signInAt(ministry, href!.replaceAll('&amp;', '&'), login);
    };
    const linkedTo = async (visitor: Visit) =>
      ((await (await visitor.get('/account/data.json')).json()) as { institutions: object[] }).institutions;

    test('links it herself, and comes in by it from then on, as nobody else does', async () => {
      const wanjiku = await invited('wanjiku@example.org');
      kenya.people['p-7'] = { email: 'w.kamau@interior.go.ke', email_verified: false };
      await refused(enter(kenya, 'p-7'), 403, 'Aucun compte d’ici ne correspond à cette connexion');
      expect(await (await wanjiku.get('/en/account')).text()).toContain('Link Ministry interior-ke');
      const back = await linking(wanjiku, kenya, 'p-7');
      expect(location(await wanjiku.get(back))).toBe('/en/account?done=service-linked#services');
      expect(await linkedTo(wanjiku)).toMatchObject([{ service: 'interior-ke' }]);
      expect(await (await wanjiku.get('/en/account')).text()).not.toContain('Link Ministry interior-ke');
      expect(await nameOf((await enter(kenya, 'p-7')).visitor)).toBe('wanjiku@example.org');
      // The same again changes nothing; another person of it is not taken.
      expect(location(await wanjiku.get(await linking(wanjiku, kenya, 'p-7')))).toContain('done=service-linked');
      kenya.people['p-8'] = { email: 'other@interior.go.ke', email_verified: true };
      expect(location(await wanjiku.get(await linking(wanjiku, kenya, 'p-8')))).toContain('outcome=taken');
      // Nor is she linked to a second account.
      const thief = await invited('thief@example.org');
      const taken = location(await thief.get(await linking(thief, kenya, 'p-7')))!;
      const told = await thief.get(taken);
      expect([told.status, await told.text()]).toEqual([409, expect.stringContaining('could not be linked')]);
      expect(await linkedTo(thief)).toEqual([]);
    });

    test('links nothing for who is not signed in, signed in as another meanwhile, or brings the way back of somebody else', async () => {
      const [mine, other] = [await invited('mine@example.org'), await invited('not-mine@example.org')];
      kenya.people['p-9'] = { email: 'mine@interior.go.ke', email_verified: true };
      const nobody = await visit(server).post('/en/sign-in/with/interior-ke', { link: 'yes' });
      expect(location(nobody)).toBe('/en/account#services');
      // The secret of the step is carried over to a browser in which somebody else is signed in.
      const back = await linking(mine, kenya, 'p-9');
      other.cookies.set('common-space.service', mine.cookies.get('common-space.service')!);
      expect(location(await other.get(back))).toContain('outcome=stale');
      // What an attacker has begun and ended over there does nothing in the browser of his victim.
      const attacker = await invited('attacker@example.org');
      const his = await linking(attacker, kenya, 'p-9');
      await linking(mine, kenya, null);
      expect(location(await mine.get(his))).toContain('outcome=stale');
      expect(location(await visit(server).get(his))).toContain('outcome=stale');
      for (const visitor of [mine, other, attacker]) expect(await linkedTo(visitor)).toEqual([]);
    });
  });

  test('one who would rather not is told that nothing has changed', async () => {
    const page = await refused(enter(kenya, null), 403, 'Vous ne vous êtes pas connecté là-bas');
    expect(page).toContain('/sign-in?next=%2Fpractices%3Fgoal%3D10');
  });

  describe('Somebody who tries to come in otherwise', () => {
    const stale = 'Veuillez recommencer';
    beforeAll(async () => {
      await invited('victim@interior.go.ke');
      kenya.people['victim'] = { email: 'victim@interior.go.ke', email_verified: true };
    });
    const backOf = async (visitor: Visit) => signInAt(kenya, await begin(visitor, kenya), 'victim');
    const arrives = (visitor: Visit, back: string | URL) =>
      visitor.get(String(back)).then((answer) => ({ visitor, answer, back: String(back) }));
    const fr = () => {
      const visitor = visit(server);
      visitor.cookies.set('language', 'fr');
      return visitor;
    };

    test('with the way back of somebody else’s browser, or with his own in theirs', async () => {
      await refused(arrives(fr(), await backOf(visit(server))), 400, stale);
      const victim = fr();
      await begin(victim, kenya);
      await refused(arrives(victim, await backOf(visit(server))), 400, stale);
    });

    test('with a state that was changed or left out', async () => {
      for (const state of ['x', '', null]) {
        const visitor = fr();
        const back = new URL(await backOf(visitor));
        if (state === null) back.searchParams.delete('state');
        else back.searchParams.set('state', state);
        await refused(arrives(visitor, back), 400, stale);
      }
    });

    test('with a way back that was used, or a code that was', async () => {
      const { visitor, back } = await enter(kenya, 'victim');
      expect(await isIn(visitor)).toBe(true);
      await refused(arrives(fr(), back), 400, stale);
      const again = fr();
      const begun = new URL(await begin(again, kenya));
      const replayed = new URL(back);
      replayed.searchParams.set('state', begun.searchParams.get('state')!);
      await refused(arrives(again, replayed), 400, stale);
    });

    test('with the way back from one ministry at the door of another', async () => {
      const visitor = fr();
      const back = await backOf(visitor);
      await refused(arrives(visitor, back.replace('interior-ke', 'diplomatie-ma')), 400, stale);
    });

    test('with the answer of another provider (mix-up)', async () => {
      const visitor = fr();
      const back = new URL(await backOf(visitor));
      back.searchParams.set('iss', morocco.issuer);
      await refused(arrives(visitor, back), 502, 'La réponse de Ministry interior-ke n’est pas digne de confiance');
    });

    test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/.//evil.example'])(
      'with next=%j is led to no other site',
      async (next) => {
        expect(location((await enter(kenya, 'victim', visit(server), next)).answer)).toBe('/fr/account');
      },
    );

    test('with a session planted before: it is not signed in, and ends', async () => {
      const attacker = await invited('attacker@example.org');
      const planted = new Map(attacker.cookies);
      const victim = visit(server);
      const back = await backOf(victim);
      for (const [name, value] of planted) victim.cookies.set(name, value);
      await victim.get(back);
      expect(await nameOf(victim)).toBe('victim@interior.go.ke');
      expect(victim.cookies.get(SESSION)).not.toBe(planted.get(SESSION));
      expect(await isIn(visit(server, planted))).toBe(false);
    });
  });

  describe('A ministry', () => {
    const untrusted = 'La réponse de Ministry interior-ke n’est pas digne de confiance';
    beforeAll(async () => {
      await invited('honest@interior.go.ke');
      kenya.people['honest'] = { email: 'honest@interior.go.ke', email_verified: true };
    });

    test.each([
      ['signed with another key', { key: true }],
      ['that is too old', { token: (claims) => ({ ...claims, exp: claims.iat! - 3600, iat: claims.iat! - 7200 }) }],
      ['for another forum', { token: (claims) => ({ ...claims, aud: 'another' }) }],
      ['for another sign-in', { token: (claims) => ({ ...claims, nonce: 'another' }) }],
      ['without a nonce', { token: ({ nonce: _, ...claims }) => claims }],
      ['in the name of another ministry', { token: (claims) => ({ ...claims, iss: 'https://login.example.org' }) }],
    ] as [string, Ministry['lies']][])('is not believed with a token %s', async (_, lies) => {
      const visitor = visit(server);
      const back = await signInAt(kenya, await begin(visitor, kenya), 'honest');
      kenya.lies = lies;
      const answer = visitor.get(back);
      await answer.finally(() => (kenya.lies = {}));
      await refused(
        answer.then((came) => ({ visitor, back, answer: came })),
        502,
        untrusted,
      );
    });

    test('that does not answer is said not to, before and after, and the other ways are shown; it is asked again', async () => {
      const visitor = visit(server);
      const back = await signInAt(kenya, await begin(visitor, kenya), 'honest');
      kenya.away = true;
      await refused(
        visitor.get(back).then((answer) => ({ visitor, back, answer })),
        503,
        'Ministry interior-ke ne répond pas',
      );
      kenya.away = false;
      expect(await nameOf((await enter(kenya, 'honest')).visitor)).toBe('honest@interior.go.ke');
    });

    test('is unlinked by its person alone, and linked again by signing in', async () => {
      const { visitor } = await enter(kenya, 'honest');
      const linkOf = async () => {
        const panel = /id="services"[\s\S]*?<\/section>/.exec(await (await visitor.get('/account')).text())![0];
        return /name="id" value="([^"]+)"/.exec(panel)?.[1];
      };
      const id = (await linkOf())!;
      await (await invited('stranger@example.org')).post('/account?/removeService', { id });
      expect(await linkOf()).toBe(id);
      await visitor.post('/account?/password', { password: 'the road to Kisumu is long' });
      expect(location(await visitor.post('/account?/removeService', { id }))).toBe('/account?done=service-removed');
      expect(await linkOf()).toBeUndefined();
      expect(await (await visitor.get('/en/account')).text()).toContain('You have a password.');
      for (const nonsense of ['', 'x', "' or true"])
        expect((await visitor.post('/account?/removeService', { id: nonsense })).status).toBe(303);
      await enter(kenya, 'honest');
      expect(await linkOf()).not.toBe(id);
    });
  });

  test('nothing secret and nobody’s address is logged', async () => {
    const { back } = await enter(kenya, 'honest');
    const logged = server.said();
    expect(logged).toContain('"trouble":"untrusted"');
    for (const secret of [
      kenya.settings['clientSecret'] as string,
      ...['code', 'state'].map((name) => new URL(back).searchParams.get(name)!),
      'honest@',
      'victim',
    ])
      expect(logged.includes(secret), secret).toBe(false);
  });

  describe('When the forum was started anew', () => {
    beforeAll(async () => {
      await server.stop();
      const services = [kenya.settings, { ...morocco.settings, clientSecret: 'mistyped' }];
      server = await startServer(folder, {
        ...environment,
        ORIGIN: '',
        SAMPLE: 'off',
        OIDC_PROVIDERS: JSON.stringify(services),
      });
      environment['ORIGIN'] = server.origin;
      for (const ministry of [kenya, morocco]) ministry.admit(server.origin);
    });

    test('a ministry that says it is another is not believed, nor one that is away; then it is asked anew', async () => {
      const begins = async () => {
        const visitor = visit(server);
        return { visitor, answer: await visitor.post('/fr/sign-in/with/interior-ke', { next: '/practices' }) };
      };
      kenya.lies = { about: (said) => ({ ...said, issuer: 'https://login.example.org' }) };
      await refused(begins(), 502, 'La réponse de Ministry interior-ke n’est pas digne de confiance');
      kenya.lies = {};
      kenya.away = true;
      const page = await refused(begins(), 503, 'Ministry interior-ke ne répond pas');
      expect(page).toContain('href="/fr/sign-in?next=%2Fpractices"');
      kenya.away = false;
      expect(await nameOf((await enter(kenya, 'honest')).visitor)).toBe('honest@interior.go.ke');
    });

    test('a ministry that does not take our secret lets nobody in, and the log says which and why', async () => {
      await refused(enter(morocco, 'p-1'), 502, 'La réponse de Ministry diplomatie-ma n’est pas digne de confiance');
      expect(server.said()).toMatch(/"service":"diplomatie-ma","trouble":"untrusted","code":"OAUTH_[A-Z_]+"/);
    });

    test('too many beginnings from one place are told to wait', async () => {
      let status = 200;
      for (let times = 0; times < 101 && status === 200; times++)
        ({ status } = await visit(server).post('/sign-in/with/interior-ke', {}));
      expect(status).toBe(429);
    });
  });
});
