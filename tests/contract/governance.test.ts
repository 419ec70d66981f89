import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabases } from '../support/databases.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { signedInAs, type Visit, visit } from '../support/visit.ts';

// What the API says is the tests' to check.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = Record<string, any>;

describe.each(emptyDatabases())('The Forum’s bodies, on $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let chair: Visit;
  const guest = () => visit(server);
  const text = async (visitor: Visit, path: string) => (await visitor.get(path)).text();
  const json = async (path: string) => (await fetch(server.origin + path)).json() as Promise<Answer>;
  const versionOf = async (slug: string) =>
    /name="version" value="(\d+)"/.exec(await text(chair, `/governance/${slug}/edit`))![1]!;
  const EDIT = '/governance/steering-group/edit';

  beforeAll(async () => {
    const environment = await fresh();
    server = await startServer(folder, environment);
    chair = await signedInAs(server, folder, 'chair', {
      email: 'chair@example.org',
      environment: { ...environment, ORIGIN: server.origin },
    });
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  test('are there in the sample forum as the sources say, and say honestly what no source says', async () => {
    const page = await text(guest(), '/governance');
    for (const name of [
      'Troika',
      'Steering Group',
      'Friends of the Forum',
      'Mayors’ Mechanism',
      'Youth Forum',
      'Support Unit',
    ])
      expect(page).toContain(name);
    expect(page).toContain('Co-chaired by: Canada and Mayors’ Mechanism');
    expect(page).toContain('Nobody has entered who is in it.');
    expect(await text(guest(), '/governance/steering-group')).toContain('Nobody has entered yet who is in it.');
    expect(await text(guest(), '/fr/governance')).toContain('Groupes de travail ad hoc');
  });

  test('are asked for on a day: before a group was set up it is not in the list, and has no members', async () => {
    const before = await json('/api/v1/bodies?on=2019-12-31');
    const after = await json('/api/v1/bodies?on=2020-02-01');
    const narratives = ({ items }: Answer) => items.find(({ slug }: { slug: string }) => slug.includes('narratives'));
    expect(narratives(before)).toMatchObject({ state: 'not-yet', members: [] });
    expect(narratives(after)).toMatchObject({
      state: 'works',
      members: [
        { kind: 'state', of: 'CA', name: 'Canada', part: 'co-chair', from: '2020-02', last: null },
        { kind: 'mechanism', of: 'mayors', part: 'co-chair' },
      ],
    });
    expect(await text(guest(), '/governance?on=2019-12-31')).not.toContain('Public Narratives');
    expect(await text(guest(), '/governance?on=2019-12-31')).toContain('As it was on 31 December 2019.');
  });

  test('the Troika follows from who chairs the editions, on any day, and co-chairs of two years are counted once', async () => {
    const chairs = async (on: string) =>
      (await json(`/api/v1/bodies/troika?on=${on}`))['members'].map(({ of, part }: Answer) => `${part} ${of}`);
    expect(await chairs('2018-06-01')).toEqual(['current DE', 'current MA', 'next EC']);
    expect(await chairs('2019-06-01')).toEqual(['previous DE', 'previous MA', 'current EC', 'next AE']);
    expect(await chairs('2020-06-01')).toEqual(['previous EC', 'current AE']);
    expect(await chairs('2006-06-01')).toEqual([]);
    expect(await text(guest(), '/governance?on=2018-06-01')).toContain('the same as now');
    const page = await text(guest(), '/governance?on=2019-06-01');
    expect(page).toContain('Edition 12 (2019)');
    expect(page).toContain('href="/places/EC"');
    expect(await text(guest(), '/governance/troika')).toContain('Edition 1 (2007)');
  });

  test('are told on the page of a state: where it sits today, and which editions it chaired', async () => {
    const partOf = async (path: string) =>
      /<section aria-labelledby="in-forum"[\s\S]*?<\/section>/.exec(await text(guest(), path))?.[0];
    const ecuador = (await partOf('/places/EC'))!;
    expect(ecuador).toContain('href="/governance/troika"');
    expect(ecuador).toContain('Previous chair');
    expect(ecuador).toContain('href="/forum/2019"');
    const morocco = (await partOf('/fr/places/MA'))!;
    expect([...morocco.matchAll(/href="\/fr\/forum\/(\d+)"/g)].map(([, year]) => year)).toEqual(['2017', '2018']);
    expect(morocco).not.toContain('/governance/');
    expect(await partOf('/places/TV')).toBeUndefined();
  });

  test('are spoken of in French with no article left out, by the day or by the year', async () => {
    expect(await text(guest(), '/fr/governance?on=2015-03-01')).toContain('1er mars 2015');
    for (const path of ['/fr/governance', '/fr/governance/troika', '/fr/forum/2018', '/fr/forum/2019', '/fr/places/MA'])
      expect(await text(guest(), path)).not.toMatch(/\b(?:de|à|en) (?:Maroc|Équateur|Allemagne|Émirats)\b/);
  });

  test('refuse a day that is none, by its name and keeping what was typed', async () => {
    const page = await guest().get('/governance?on=2018-02-30');
    expect(page.status).toBe(400);
    const html = await page.text();
    expect(html).toContain('value="2018-02-30"');
    expect(html).toContain('is no day of the calendar');
    for (const [query, name] of [
      ['?on=yesterday', 'on'],
      ['?on=2018-01-01&on=2019-01-01', 'on'],
      ['?at=2018-01-01', 'at'],
    ]) {
      const answer = await fetch(`${server.origin}/api/v1/bodies${query}`);
      expect([answer.status, ((await answer.json()) as { errors: { name: string }[] }).errors[0]!.name]).toEqual([
        400,
        name,
      ]);
    }
    expect((await fetch(`${server.origin}/api/v1/bodies/nothing`)).status).toBe(404);
    expect((await guest().get('/governance/nothing')).status).toBe(404);
  });

  test('are kept by those who prepare an edition: a change is tried with its balance before and after, and stored only when confirmed', async () => {
    expect((await guest().get(EDIT)).status).toBe(303);
    for (const state of ['DE', 'FR', 'SE', 'CA', 'KE', 'PH'])
      expect((await chair.post(`${EDIT}?/addTerm`, { state, from: '2018-01-01' })).status).toBe(303);
    const tried = await text(chair, '/governance/steering-group/states?day=2020-03-01&add=MA&add=MX&remove=FR');
    expect(tried).toContain('Leaving: France.');
    expect(tried).toContain('Joining: Mexico and Morocco.');
    expect(tried).toContain('Western European and other States (by 3 seats)');
    expect(tried).toContain('Western European and other States (by 2 seats)');
    const states = async (on: string) =>
      (await json(`/api/v1/bodies/steering-group?on=${on}`))['members'].map(({ of }: { of: string }) => of).sort();
    expect(await states('2020-03-01')).toEqual(['CA', 'DE', 'FR', 'KE', 'PH', 'SE']);
    const version = await versionOf('steering-group');
    const confirmed = await chair.post('/governance/steering-group/states', [
      ['version', version],
      ['day', '2020-03-01'],
      ['add', 'MA'],
      ['add', 'MX'],
      ['remove', 'FR'],
    ]);
    expect([confirmed.status, confirmed.headers.get('location')]).toEqual([
      303,
      '/governance/steering-group?saved=1&on=2020-03-01',
    ]);
    expect(await states('2020-02-29')).toEqual(['CA', 'DE', 'FR', 'KE', 'PH', 'SE']);
    expect(await states('2020-03-01')).toEqual(['CA', 'DE', 'KE', 'MA', 'MX', 'PH', 'SE']);
    const { balance } = await json('/api/v1/bodies/steering-group?on=2020-03-01');
    expect(balance.seats).toBe(7);
    expect(balance.groups.reduce((sum: number, { due }: { due: number }) => sum + due, 0)).toBe(7);
    const page = await text(guest(), '/governance/steering-group?on=2020-03-01');
    expect(page).toContain(
      'Short of their share: Asia-Pacific States (by 1 seat) and Eastern European States (by 1 seat)',
    );
    expect(page).toContain('from 1 January 2018 to 29 February 2020');
  });

  test('what somebody else changed meanwhile is not overwritten, and nothing that was typed is lost', async () => {
    const version = await versionOf('steering-group');
    const describe = (mandate: string) =>
      chair.post(`${EDIT}?/describe`, {
        version,
        kind: 'steering-group',
        'name-en': 'Steering Group',
        'mandate-en': mandate,
      });
    expect((await describe('Hers <i>first</i>')).status).toBe(303);
    const late = await describe('His, later');
    const page = await late.text();
    expect(late.status).toBe(400);
    expect(page).toContain('Somebody else has changed this body meanwhile.');
    expect(page).toContain('His, later');
    expect(page).toContain('Hers &lt;i>first&lt;/i>');
  });

  test('a wrong member is refused where it was typed', async () => {
    const overlapping = await chair.post(`${EDIT}?/addTerm`, { state: 'KE', from: '2019' });
    expect(overlapping.status).toBe(400);
    expect(await overlapping.text()).toContain('nobody has two terms at one time');
    const nobody = await chair.post(`${EDIT}?/addTerm`, { from: 'spring' });
    const html = await nobody.text();
    expect(html).toContain('choose exactly one');
    expect(html).toContain('value="spring"');
  });

  test('one that was written down by mistake goes from the pages, the answers and comes back', async () => {
    const made = await chair.post('/governance/new', { kind: 'working-group', 'name-es': 'Grupo de prueba' });
    expect(made.headers.get('location')).toBe('/governance/grupo-de-prueba/edit?saved=1');
    expect(await text(guest(), '/governance')).toContain('lang="es"');
    const hide = async (hidden: string) =>
      chair.post('/governance/grupo-de-prueba/edit?/hide', { version: await versionOf('grupo-de-prueba'), hidden });
    expect((await hide('yes')).status).toBe(303);
    expect((await guest().get('/governance/grupo-de-prueba')).status).toBe(404);
    expect((await fetch(`${server.origin}/api/v1/bodies/grupo-de-prueba`)).status).toBe(404);
    expect((await chair.get('/governance/grupo-de-prueba')).status).toBe(200);
    expect((await hide('')).status).toBe(303);
    expect((await guest().get('/governance/grupo-de-prueba')).status).toBe(200);
  });

  test('are said to be saved: of a former state only where there is one', async () => {
    const made = await chair.post('/governance/new', { kind: 'advisory-group', 'name-en': 'Advisers' });
    const page = made.headers.get('location')!;
    const first = await text(chair, page);
    expect(first).toContain('Saved.');
    expect(first).not.toContain('The former state is kept');
    await chair.post(`${page.split('?')[0]}?/addTerm`, { state: 'DE', from: '2018-01-01' });
    expect(await text(chair, page)).toContain('The former state is kept');
    expect(await text(chair, '/governance')).toContain('Add a body');
  });
});
