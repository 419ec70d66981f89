import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setPdf, word } from '#platform/uploads/files.fixture.ts';
import { emptyDatabases } from '../support/databases.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { signedInAs, visit, type Visit } from '../support/visit.ts';

describe.each(emptyDatabases())('On $name, the library and the search over everything', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let curator: Visit;
  const location = (response: Response) => response.headers.get('location');
  const text = async (path: string, visitor = visit(server)) => (await visitor.get(path)).text();
  const json = async (path: string) => (await visit(server).get(path)).json();
  const there = '/library/what-harbours-learnt';
  const publication = (more: Record<string, string> = {}) => ({
    'title-en': 'What harbours learnt',
    'title-fr': 'Ce que les ports ont appris',
    kind: 'background-paper',
    edition: '2019',
    themes: 'labour-mobility',
    languages: 'en',
    year: '2019',
    ...more,
  });
  const send = (path: string, form: FormData) =>
    fetch(`${server.origin}${path}`, {
      method: 'POST',
      redirect: 'manual',
      body: form,
      headers: {
        origin: server.origin,
        accept: 'text/html',
        cookie: [...curator.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    });

  beforeAll(async () => {
    const environment = await fresh();
    server = await startServer(folder, environment);
    environment['ORIGIN'] = server.origin;
    curator = await signedInAs(server, folder, 'curator', { environment });
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  test('holds what the sample brings, by kind, edition, theme and language, for people and for programs', async () => {
    expect(await text('/library')).toContain('Ten-year Review of the GFMD');
    const inputs = await json('/api/v1/publications?kind=input&perPage=2');
    expect([inputs.total, inputs.items.length]).toEqual([4, 2]);
    expect(inputs.facets.kind).toContainEqual({ value: 'report', count: 2 });
    expect(await text('/ar/library?kind=thematic-recollection')).toContain('الحصيلة المواضيعية');
    const page = await text('/library/thematic-recollection-2007-2017');
    expect(page).toContain('href="/themes/labour-mobility"');
    expect(page).toContain('href="/forum/2017"');
    expect((await json('/api/v1/publications/thematic-recollection-2007-2017')).sources[0].label).toContain('Focused');
  });

  test('answers what cannot be read with a problem that names it, and what is not there with 404', async () => {
    for (const query of ['kind=leaflet', 'edition=1900', 'language=xx', 'perPage=101', 'sort=name'])
      expect(await json(`/api/v1/publications?${query}`)).toMatchObject({
        status: 400,
        errors: [{ name: query.split('=')[0] }],
      });
    for (const query of ['kind=leaflet', 'goal=4', 'page=0', 'perPage=101'])
      expect(await json(`/api/v1/search?q=a&${query}`)).toMatchObject({
        status: 400,
        errors: [{ name: query.split('=')[0] }],
      });
    for (const slug of ['nothing', '%00', 'x'.repeat(400), "' or 1=1"])
      for (const path of ['/library/', '/api/v1/publications/'])
        expect((await visit(server).get(`${path}${encodeURIComponent(slug)}`)).status).toBe(404);
    expect((await visit(server).get('/library?page=99')).status).toBe(404);
  });

  test('says of each whether its text can be read here, elsewhere or not yet, and whom to turn to', async () => {
    const list = await text('/library');
    expect(list).toContain('No text here yet');
    expect(list).toContain('Text on another site');
    const lacking = '/library/thematic-recollection-2007-2017';
    expect(await text(lacking)).toContain('The text is not here yet');
    expect(await text(lacking)).toContain('href="/governance/support-unit"');
    expect(await text(lacking, curator)).toContain(`class="button" href="${lacking}/files"`);
    const elsewhere = /href="([^"]+)"[^>]*>Report of the Special Representative/.exec(list)![1]!;
    expect(await text(elsewhere)).not.toContain('The text is not here yet');
  });

  test('lets nobody in who may not write', async () => {
    expect(location(await visit(server).get('/library/new'))).toContain('/sign-in');
    const refused = await visit(server).post('/library/new', publication());
    expect([refused.status, (await visit(server).get(there)).status]).toEqual([303, 404]);
  });

  test('takes a publication, keeps what was typed where something is wrong, and leads on to its files', async () => {
    const wrong = await curator.post('/library/new', publication({ link: 'javascript:alert(1)', sdg: '99.9' }));
    const page = await wrong.text();
    expect(wrong.status).toBe(400);
    expect(page).toContain('value="Ce que les ports ont appris"');
    expect(page).toContain('This is no address of a website');
    expect(page).toContain('“99.9” is no SDG goal or target');
    const made = await curator.post('/library/new', publication());
    expect([made.status, location(made)]).toEqual([303, `${there}/files?saved=1`]);
  });

  test('takes its files, finds what stands in them with the place, and gives them out', async () => {
    const form = new FormData();
    form.append(
      'files',
      new File([new Uint8Array(await setPdf('A quokka was seen where cranes stand.'))], 'harbours.pdf'),
    );
    form.append('files', new File([new Uint8Array(await word('Les grues de Tanger et un okapi.'))], 'ports.docx'));
    form.append('files', new File(['no document'], 'notes.txt'));
    form.append('language', 'fr');
    const sent = await send(`${there}/files?/add`, form);
    const answered = await sent.text();
    expect(sent.status).toBe(400);
    expect(answered).toContain('Kept: harbours.pdf, ports.docx');
    expect(answered).toContain('notes.txt: Files of this kind are not taken');
    let found:
      { total: number; kinds: { items: { passage: string; file: string; page: number | null }[] }[] } | undefined;
    for (let tries = 0; tries < 150; tries++, await wait(200)) {
      found = await json('/api/v1/search?q=okapi+grues&kind=publication');
      if (found!.total > 0) break;
    }
    const [item] = found!.kinds[0]!.items;
    expect(item).toMatchObject({ passage: expect.stringContaining('okapi'), page: null });
    const file = await fetch(item!.file);
    expect([file.status, file.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining('ports.docx'),
    ]);
    const page = await text('/search?q=quokka');
    expect(page).toContain('<mark');
    expect(page).toMatch(/In \u2068?harbours\.pdf/);
    expect(await text('/library?language=fr')).toContain('What harbours learnt');
  });

  test('shows both where two have changed it, and loses nothing', async () => {
    const versioned = (version: string, more: Record<string, string>) => publication({ version, ...more });
    const saved = await curator.post(`${there}/edit?/save`, versioned('2', { publisher: 'The one' }));
    expect(location(saved)).toBe(`${there}?saved=1`);
    const late = await curator.post(`${there}/edit?/save`, versioned('2', { publisher: 'The other' }));
    const page = await late.text();
    expect(late.status).toBe(409);
    expect(page).toContain('The one');
    expect(page).toContain('value="The other"');
    expect(page).toContain('name="version" value="3"');
    expect(await text(`${there}/edit`, curator)).toContain('Version 3');
  });

  test('finds a theme first with the editions that discussed it, then practices, sessions and publications', async () => {
    const { kinds } = await json('/api/v1/search?q=labour+mobility');
    expect(kinds.map(({ kind }: { kind: string }) => kind).slice(0, 5)).toEqual([
      'theme',
      'edition',
      'practice',
      'session',
      'publication',
    ]);
    expect(kinds[0].items[0].editions[0]).toEqual({ years: [2007], url: `${server.origin}/forum/2007` });
    const page = await text('/search?q=labour+mobility');
    expect(page).toContain('href="/practices?q=labour+mobility"');
    expect(page).toContain('href="/search?q=labour+mobility&amp;kind=session"');
    const practices = await json('/api/v1/practices?q=labour+mobility');
    expect(kinds.find(({ kind }: { kind: string }) => kind === 'practice').count).toBe(practices.total);
    expect(await text('/search?q=steering+group')).toContain('href="/governance/');
    expect(await text('/search?q=%3Cscript%3Ealert(1)%3C/script%3E')).not.toContain('<script>alert');
  });

  test('finds a state by what it was called before, and a city by its name in any language', async () => {
    const found = async (q: string) => {
      const { kinds } = await json(`/api/v1/search?q=${encodeURIComponent(q)}`);
      const editions = kinds.find(({ kind }: { kind: string }) => kind === 'edition');
      return (editions?.items ?? []).map(({ url }: { url: string }) => url.split('/').at(-1));
    };
    for (const name of ['Türkiye', 'Turkey', 'Turquie', 'Turquía', 'تركيا', 'Estambul', 'إسطنبول'])
      expect(await found(name), name).toContain('2015');
    const practices = async (q: string) => (await json(`/api/v1/practices?q=${encodeURIComponent(q)}`)).total;
    expect(await practices('Vietnam')).toBeGreaterThan(0);
    expect(await practices('Vietnam')).toBe(await practices('"Viet Nam"'));
  });

  test('hides what is to be hidden: gone for everybody, and still there for those who look after it', async () => {
    const hidden = await curator.post(`${there}/edit?/hide`, { version: '3', hidden: 'true' });
    expect(location(hidden)).toBe(`${there}?saved=1`);
    for (const path of [there, `/api/v1/publications/what-harbours-learnt`])
      expect((await visit(server).get(path)).status).toBe(410);
    expect(await text(there, curator)).toContain('This publication is hidden');
    expect((await json('/api/v1/search?q=quokka')).total).toBe(0);
  });
});
