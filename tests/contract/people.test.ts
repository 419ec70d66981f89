import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES } from '#forum/people/index.ts';
import { emptyDatabases } from '../support/databases.ts';
import { cli, newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { asOperator, mailTo, signedInAs, tokenOf, visit, type Visit } from '../support/visit.ts';

const PARTS = ['name', 'post', 'organisation', 'email', 'phone'] as const;
type Part = (typeof PARTS)[number];

describe.each(emptyDatabases())('On $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let environment: Record<string, string>;
  let unit: Visit;
  const as = (role: string, email: string, more: { state?: string; mechanism?: string } = {}) =>
    signedInAs(server, folder, role, { email, environment, ...more });
  const run = (...words: string[]) => cli(words, folder, environment);
  const location = (response: Response) => response.headers.get('location');
  const text = async (visitor: Visit, path: string) => (await visitor.get(path)).text();
  const organisation = (more: Record<string, string>) => ({
    name: '',
    acronym: '',
    kind: 'civil-society',
    country: '',
    city: '',
    website: '',
    mechanism: '',
    ...more,
  });
  /** Waits for a mail to an address that says something. */
  const mailThatSays = async (address: string, words: string) => {
    for (let tries = 0; tries < 100; tries++, await wait(100)) {
      const mail = mailTo(folder, address).find((one) => one.includes(words));
      if (mail) return mail;
    }
    throw new Error(`No mail to ${address} says “${words}”: ${mailTo(folder, address).join('\n')}`);
  };
  /** The number of a person's file, as the list of people links to it. */
  const fileOf = async (q: string) =>
    /\/people\/([0-9a-f-]{36})"/.exec(await text(unit, `/people?${new URLSearchParams({ q })}`))![1]!;

  beforeAll(async () => {
    environment = await fresh();
    server = await startServer(folder, { ...environment, SAMPLE: 'off' });
    environment['ORIGIN'] = server.origin;
    unit = await as('support-unit', 'unit@example.org');
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  describe('An organisation', () => {
    test('is written down by who may, found by everybody, on the page and by programs', async () => {
      const refused = await unit.post(
        '/organisations/new',
        organisation({ name: 'Haki <b>Centre</b>', website: 'javascript:alert(1)' }),
      );
      const page = await refused.text();
      expect(refused.status).toBe(400);
      expect(page).toContain('value="Haki &lt;b>Centre&lt;/b>"');
      expect(page).toContain('This is no address of a website');
      const made = await unit.post(
        '/organisations/new',
        organisation({
          name: 'Haki <b>Centre</b>',
          acronym: 'HC',
          country: 'KE',
          city: 'Mombasa',
          'name-fr': 'Centre Haki',
        }),
      );
      expect([made.status, location(made)]).toEqual([303, '/organisations/haki-b-centre-b']);
      const shown = await text(visit(server), '/organisations/haki-b-centre-b');
      expect(shown).toContain('Haki &lt;b>Centre&lt;/b>');
      expect(shown).not.toContain('<b>Centre');
      expect(await text(visit(server), '/fr/organisations?q=mombasa')).toContain('Centre Haki');
      const answer = await visit(server).get('/api/v1/organisations?q=haki&kind=civil-society&country=KE&perPage=10');
      expect(await answer.json()).toMatchObject({
        total: 1,
        page: 1,
        perPage: 10,
        items: [{ slug: 'haki-b-centre-b', names: { fr: 'Centre Haki' }, mechanism: 'civil-society', country: 'KE' }],
      });
    });

    test.each(['kind=ministry', 'sort=name', 'perPage=101', 'country=ZZ'])(
      'asked for with %s, is refused with a problem that names it',
      async (query) => {
        const answer = await visit(server).get(`/api/v1/organisations?${query}`);
        expect([answer.status, answer.headers.get('content-type')]).toEqual([
          400,
          'application/problem+json; charset=utf-8',
        ]);
        expect(await answer.json()).toMatchObject({ errors: [{ name: query.split('=')[0] }] });
      },
    );

    test('at an address that never was is not there, whatever the address is', async () => {
      for (const slug of ['nothing', '%00', 'x'.repeat(400), "' or 1=1", 'new/edit']) {
        expect((await visit(server).get(`/api/v1/organisations/${encodeURIComponent(slug)}`)).status).toBe(404);
        expect((await unit.get(`/organisations/${encodeURIComponent(slug)}/edit`)).status).toBe(404);
      }
    });

    test('is changed by its mechanism’s coordinator and not by another’s, who is told there is nothing', async () => {
      const ours = await as('mechanism-coordinator', 'civil@example.org', { mechanism: 'civil-society' });
      const others = await as('mechanism-coordinator', 'mayors@example.org', { mechanism: 'mayors' });
      const there = '/organisations/haki-b-centre-b/edit';
      expect([(await ours.get(there)).status, (await others.get(there)).status]).toEqual([200, 404]);
      const change = { ...organisation({ name: 'Haki Centre', country: 'KE' }), version: '1' };
      expect((await others.post(there, change)).status).toBe(404);
      expect(location(await ours.post(there, change))).toBe('/organisations/haki-centre?saved=1');
      const stale = await ours.post('/organisations/haki-centre/edit', { ...change, city: 'Kisumu' });
      expect([stale.status, await stale.text()]).toEqual([400, expect.stringContaining('value="Kisumu"')]);
      expect(await text(ours, '/organisations/haki-centre/edit')).toContain('Version 2');
      expect(location(await visit(server).get('/fr/organisations/haki-b-centre-b?x=1'))).toBe(
        '/fr/organisations/haki-centre?x=1',
      );
      expect(location(await visit(server).get('/api/v1/organisations/haki-b-centre-b'))).toBe(
        '/api/v1/organisations/haki-centre',
      );
    });

    test('that was written down twice is merged, and its address leads to the other for good', async () => {
      await unit.post('/organisations/new', organisation({ name: 'Haki Center', country: 'KE' }));
      expect(await text(unit, '/organisations/haki-center/merge?q=haki')).toContain('value="haki-centre"');
      const curator = await as('curator', 'merging@example.org');
      expect((await curator.post('/organisations/haki-center/merge', { into: 'haki-centre' })).status).toBe(404);
      const merged = await unit.post('/organisations/haki-center/merge', { into: 'haki-centre' });
      expect(location(merged)).toBe('/organisations/haki-centre?merged=1');
      const former = await visit(server).get('/organisations/haki-center');
      expect([former.status, location(former)]).toEqual([308, '/organisations/haki-centre']);
    });
  });

  describe('The directory', () => {
    /** What is known of a contact, so peculiar that it is found wherever it stands. */
    const known: Record<Part, string> = {
      name: 'Zawadi Qwertz',
      post: 'Xylophone Officer',
      organisation: 'Ministry of Vuvuzelas',
      email: 'zawadi.qwertz@example.org',
      phone: '+254 799 887766',
    };
    const readers = new Map<string, Visit>();
    const pages = [
      '/directory',
      '/directory?q=qwertz',
      '/directory?country=KE',
      '/directory.csv',
      '/organisations/ministry-of-vuvuzelas',
      '/places/KE',
    ];
    let contact: Visit;
    const show = (shown: Partial<Record<Part, string>>) =>
      contact.post('/account/directory?/entry', {
        post: '',
        phone: known.phone,
        ...Object.fromEntries(PARTS.map((part) => [`show-${part}`, shown[part] ?? 'nobody'])),
      });
    /** Which parts stand anywhere in what somebody is answered. */
    const seen = async (visitor: Visit) => {
      const answers = await Promise.all(pages.map((path) => text(visitor, path)));
      // The page of the organisation says its own name to everybody, and a search says back what was asked for.
      const texts = answers.map((answer) => answer.replaceAll(/q=qwertz|value="qwertz"/g, ''));
      return PARTS.filter((part) =>
        texts.some((answer, at) => answer.includes(known[part]) && !(part === 'organisation' && at === 4)),
      );
    };
    const READING = ['focal-point', 'mechanism-coordinator', 'curator', 'support-unit', 'chair', 'administrator'];

    beforeAll(async () => {
      await unit.post('/people?/invite', {
        email: known.email,
        name: known.name,
        role: 'focal-point',
        state: 'KE',
        mechanism: '',
        language: 'en',
        organisation: known.organisation,
        organisationKind: 'state',
        title: known.post,
      });
      const link = await asOperator(folder, environment, (ask) => ask('people.link', { email: known.email }));
      contact = visit(server);
      await contact.post('/sign-in/link', { token: tokenOf(link!) });
      readers.set('visitor', visit(server));
      for (const role of ROLES)
        readers.set(
          role,
          await as(role, `${role}.reads@example.org`, {
            state: role === 'focal-point' ? 'MA' : '',
            mechanism: role === 'mechanism-coordinator' ? 'youth' : '',
          }),
        );
    });

    test('is open to those who may read it, and there for nobody else', async () => {
      for (const [role, reader] of readers) {
        const { status } = await reader.get('/directory');
        expect([role, status]).toEqual([role, role === 'visitor' ? 303 : READING.includes(role) ? 200 : 403]);
        const file = await reader.get('/directory.csv');
        const exports = ['support-unit', 'chair', 'administrator'].includes(role);
        expect([role, file.status]).toEqual([role, role === 'visitor' ? 303 : exports ? 200 : 403]);
        expect(file.headers.get('access-control-allow-origin')).toBeNull();
      }
    });

    test('has nothing of who opted into nothing, for anybody, but that there is one to ask for', async () => {
      await show({});
      for (const [role, reader] of readers) {
        // Who looks after people sees on the organisation's page who belongs to it.
        const office = ['support-unit', 'administrator'].includes(role);
        expect([role, await seen(reader)]).toEqual([role, office ? ['name', 'post'] : []]);
      }
      const page = await text(readers.get('curator')!, '/directory?country=KE');
      expect(page).toContain('Focal point: Kenya');
      expect(page).toContain('Ask the Support Unit');
      expect(await text(readers.get('curator')!, '/directory?q=qwertz')).not.toContain('Focal point: Kenya');
    });

    test.each(PARTS)('shows %s to those it was opted into for, and nobody else sees it', async (part) => {
      for (const audience of ['readers', 'public']) {
        await show({ [part]: audience });
        for (const [role, reader] of readers) {
          if (['support-unit', 'administrator'].includes(role)) continue;
          const may = audience === 'public' || READING.includes(role);
          expect([part, audience, role, await seen(reader)]).toEqual([part, audience, role, may ? [part] : []]);
        }
      }
    });

    test('gives the same parts as a file, and no cell of it is run as a formula', async () => {
      await show({ name: 'readers', phone: 'readers' });
      const file = await (await readers.get('chair')!.get('/directory.csv?country=KE')).text();
      expect(file.trim().split('\r\n')).toEqual([
        'Role,Name,Post,Organisation,E-mail address,Telephone',
        `Focal point: Kenya,${known.name},,,,'${known.phone}`,
      ]);
    });

    test('what is typed wrong is said beside the field, and kept', async () => {
      const answer = await contact.post('/account/directory?/entry', {
        post: 'P',
        phone: 'call me',
        ...Object.fromEntries(PARTS.map((part) => [`show-${part}`, 'everybody'])),
      });
      const page = await answer.text();
      expect(answer.status).toBe(400);
      expect(page).toContain('value="call me"');
      expect(page).toContain('Write a telephone number');
      expect(page).toContain('Choose to whom it is shown');
    });

    test('one’s place in an organisation is one’s own to describe and to leave, and nobody else’s', async () => {
      const own = await text(contact, '/account/directory');
      const id = /name="id" value="([^"]+)"/.exec(own)![1]!;
      const stranger = readers.get('curator')!;
      for (const action of ['place', 'leave'])
        expect((await stranger.post(`/account/directory?/${action}`, { id, title: 'Mine' })).status).toBe(404);
      expect(location(await contact.post('/account/directory?/place', { id, title: 'Head of Horns' }))).toContain(
        'saved',
      );
      expect(await text(contact, '/account/directory')).toContain('value="Head of Horns"');
      expect(location(await contact.post('/account/directory?/leave', { id }))).toContain('left');
      expect(await text(contact, '/account/directory')).not.toContain('Head of Horns');
    });

    test('one’s own data hold all of it: entry, organisations, sessions, and what one did', async () => {
      const data = (await (await contact.get('/account/data.json')).json()) as Record<string, unknown>;
      expect(data).toMatchObject({
        name: known.name,
        directory: { phone: known.phone, shownTo: { name: 'readers', email: 'nobody' } },
        organisations: [{ name: known.organisation, title: 'Head of Horns' }],
        sessions: [{}],
        roles: [{ role: 'focal-point', of: 'KE' }],
      });
      expect((data['acts'] as { action: string }[]).map(({ action }) => action)).toContain('directory.own-entry');
    });
  });

  test('where people were invited before leads to where they are now', async () => {
    const administrator = await as('administrator', 'moved@example.org');
    const answer = await administrator.get('/fr/people/invite?q=x');
    expect([answer.status, location(answer)]).toEqual([308, '/fr/people?q=x']);
  });

  test('whose role ends, or whose post is handed over, hears of it in their own language', async () => {
    const ask = (email: string, language: string) =>
      asOperator(folder, environment, (ask_) =>
        ask_('people.add', { email, role: 'focal-point', state: 'GH', mechanism: '', name: 'Kofi', language }),
      );
    await ask('kofi@example.org', 'fr');
    const page = await text(unit, '/people?q=ghana');
    const term = /name="term" value="([^"]+)"/.exec(page)![1]!;
    await unit.post('/people?/handOver', { term, email: 'ama@example.org', name: 'Ama', language: 'es' });
    expect(await mailThatSays('kofi@example.org', 'a transmis ce rôle')).toContain('Ama');
    const next = /name="term" value="([^"]+)"/.exec(await text(unit, '/people?q=ghana'))![1]!;
    await unit.post('/people?/end', { term: next });
    expect(await mailThatSays('ama@example.org', 'ha puesto fin a esta función')).toContain('Punto focal');
  });

  describe('A lost mailbox', () => {
    test('is replaced by the Support Unit alone; sessions end, and both addresses are told', async () => {
      const owner = await as('curator', 'lost@example.org');
      await owner.post('/account?/password', { password: 'the road to Kisumu is long' });
      const file = `/people/${await fileOf('lost')}`;
      const focalPoint = await as('focal-point', 'nosy@example.org', { state: 'KE' });
      for (const other of [owner, focalPoint]) {
        expect((await other.get(file)).status).toBe(404);
        expect((await other.post(`${file}?/address`, { email: 'mine@example.org' })).status).toBe(404);
      }
      const taken = await unit.post(`${file}?/address`, { email: 'nosy@example.org' });
      expect([taken.status, await taken.text()]).toEqual([
        400,
        expect.stringContaining('Another account has this address'),
      ]);
      expect(location(await unit.post(`${file}?/address`, { email: 'found@example.org' }))).toBe(
        `${file}?done=address`,
      );
      expect((await owner.get('/account')).status).toBe(303);
      const entered = await visit(server).post('/sign-in?/password', {
        email: 'found@example.org',
        password: 'the road to Kisumu is long',
        next: '/account',
      });
      expect(entered.status).toBe(400);
      expect(await mailThatSays('lost@example.org', 'another e-mail address')).not.toContain('found@example.org');
      await mailThatSays('found@example.org', 'has set this address');
    });
  });

  describe('An erasure', () => {
    test('says what will happen, happens, tells the person, and stands in the list', async () => {
      const person = await as('rapporteur', 'erase.me@example.org');
      await person.post('/account?/erase', {});
      const id = await fileOf('erase');
      expect((await person.get(`/people/${id}/erase`)).status).toBe(404);
      expect((await person.post(`/people/${id}/erase`, {})).status).toBe(404);
      const plan = await text(unit, `/people/${id}/erase`);
      expect(plan).toContain('erase.me@example.org');
      expect(plan).toContain('Asked for it on');
      expect((await person.get('/account')).status).toBe(200);
      expect(location(await unit.post(`/people/${id}/erase`, {}))).toBe('/people?erased=1');
      expect((await person.get('/account')).status).toBe(303);
      expect(await text(unit, '/people?q=erase')).not.toContain('erase.me');
      expect(await text(unit, '/people/erasures')).toContain('Erased person 1');
      await mailThatSays('erase.me@example.org', 'Your account, its address');
      expect((await unit.get(`/people/${id}/erase`)).status).toBe(404);
      expect((await unit.get(`/people/${id}`)).status).toBe(200);
    });

    test('at the command line is a dry run until it is meant', async () => {
      await as('rapporteur', 'by.command@example.org');
      const dry = await run('user', 'erase', 'by.command@example.org', '--json');
      expect([dry.code, JSON.parse(dry.out.toString())]).toMatchObject([0, { applied: false, done: { roles: 1 } }]);
      expect((await run('user', 'erase', 'by.command@example.org')).out.toString()).toContain('--apply');
      const done = await run('user', 'erase', 'by.command@example.org', '--apply', '--json');
      expect(JSON.parse(done.out.toString())).toMatchObject({ applied: true, name: 'Erased person 2' });
      expect((await run('user', 'erase', 'by.command@example.org', '--apply')).code).toBe(1);
      expect((await run('user', 'erase')).code).toBe(2);
      expect((await run('user', 'list')).out.toString()).not.toContain('by.command');
    });
  });
});
