import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabases } from '../support/databases.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { signedInAs, type Visit } from '../support/visit.ts';

describe.each(emptyDatabases())('Editions and sessions, on $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let environment: Record<string, string>;
  let chair: Visit;
  const ask = (path: string) => fetch(server.origin + path, { redirect: 'manual' });
  const json = async <Body>(path: string) => (await ask(path)).json() as Promise<Body>;
  const text = async (path: string) => (await ask(path)).text();
  interface Item {
    slug: string;
    edition: string;
    troika: { previous: string[]; current: string[]; next: string[] };
  }

  beforeAll(async () => {
    environment = await fresh();
    server = await startServer(folder, environment);
    environment['ORIGIN'] = server.origin;
    chair = await signedInAs(server, folder, 'chair', { email: 'chair@example.org', environment });
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  test('programs read all editions with their Troikas, and one by any of its years', async () => {
    const { total, items } = await json<{ total: number; items: Item[] }>('/api/v1/editions');
    expect([total, items.length, items[0]!.slug]).toEqual([13, 13, '2007']);
    expect(items.find(({ slug }) => slug === '2019')!.troika).toEqual({
      previous: ['DE', 'MA'],
      current: ['EC'],
      next: ['AE'],
    });
    expect((await json<Item>('/api/v1/editions/2014')).slug).toBe('2014');
    const other = await ask('/api/v1/editions/2013');
    expect([other.status, other.headers.get('location')]).toEqual([307, '/api/v1/editions/2014']);
  });

  test('programs read sessions by edition, theme and format, and one by its address', async () => {
    const found = await json<{ total: number; items: Item[] }>(
      '/api/v1/sessions?edition=2020&format=regional-consultation',
    );
    expect(found.total).toBe(6);
    expect(found.items.every(({ edition }) => edition === '2020')).toBe(true);
    const labour = await json<{ total: number; items: Item[] }>(
      '/api/v1/sessions?theme=labour-mobility&format=roundtable',
    );
    expect(new Set(labour.items.map(({ edition }) => edition)).size).toBeGreaterThanOrEqual(8);
    expect(await json<Item>(`/api/v1/sessions/${found.items[0]!.slug}`)).toEqual(found.items[0]);
  });

  test.each([
    ['/api/v1/editions?year=2019', 400, 'year'],
    ['/api/v1/editions/2019?x=1', 400, 'x'],
    ['/api/v1/editions/1999', 404, ''],
    ['/api/v1/sessions?edition=1999', 400, 'edition'],
    ['/api/v1/sessions?theme=nothing', 400, 'theme'],
    ['/api/v1/sessions?format=party', 400, 'format'],
    ['/api/v1/sessions?q=x', 400, 'q'],
    ['/api/v1/sessions/nothing', 404, ''],
    ['/api/v1/sessions/a%00b', 404, ''],
    ['/calendar/1999.ics', 404, ''],
    ['/calendar/2019.ics?x=1', 400, 'x'],
  ])('%s is answered with %i and says why', async (path, status, name) => {
    const answer = await ask(path);
    const problem = (await answer.json()) as { detail: string; errors?: { name: string }[] };
    expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([
      status,
      'application/problem+json',
    ]);
    expect(problem.detail).toMatch(/./);
    expect(problem.errors?.[0]?.name ?? '').toBe(name);
  });

  test('the calendar of an edition has its Summit as whole days', async () => {
    const answer = await ask('/fr/calendar/2019.ics');
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const calendar = await answer.text();
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    expect(calendar).toContain('DTSTART;VALUE=DATE:20200120\r\nDTEND;VALUE=DATE:20200125');
    expect(calendar).toContain('SUMMARY:Sommet du Forum 2019');
    expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(await text('/calendar/2013.ics')).toBe('');
  });

  test('everybody reads the history, an edition, a session and their versions; an edition leads to its practices', async () => {
    const history = await text('/forum');
    expect(history.match(/<article/g)).toHaveLength(13);
    expect(history).toContain('Present edition');
    const edition = await text('/forum/2019');
    for (const words of ['Ecuador', 'World Café', 'source=2020-2019-roundtables']) expect(edition).toContain(words);
    expect(edition).toMatch(/20\s?–\s?24 January 2020/);
    const other = await ask('/ar/forum/2013?x=1');
    expect([other.status, other.headers.get('location')]).toEqual([307, '/ar/forum/2014?x=1']);
    expect(await text('/forum/2020?version=1')).toContain('version 1');
    for (const [path, status] of [
      ['/forum/2020/versions?from=1&to=2', 200],
      ['/forum/2020/versions?from=1&to=9', 404],
      ['/forum/2020?version=99999999999', 404],
      ['/forum/1999', 404],
      ['/sessions/nothing', 404],
    ] as const)
      expect([path, (await fetch(server.origin + path, { headers: { accept: 'text/html' } })).status]).toEqual([
        path,
        status,
      ]);
  });

  test('nobody but those who prepare editions comes to the forms', async () => {
    for (const path of ['/forum/new', '/forum/2020/edit', '/forum/2020/sessions/new'])
      expect([path, (await ask(path)).status]).toEqual([path, 303]);
    const contributor = await signedInAs(server, folder, 'contributor', { environment });
    expect((await contributor.get('/forum/new')).status).toBe(403);
  });

  /** What the form of an edition sends, as it stands now. */
  const edition = (more: Record<string, string>) => ({
    number: '14',
    years: '2024',
    chairs: 'FR',
    'theme.en': 'What comes next',
    ...more,
  });

  test('a chair writes down the next edition: what is wrong is named and nothing typed is lost', async () => {
    const refused = await chair.post(
      '/forum/new',
      edition({ number: '13', 'subThemes.0.themes': 'education', from: 'soon' }),
    );
    const page = await refused.text();
    expect(refused.status).toBe(400);
    for (const words of ['What comes next', 'value="soon"', 'is no day', 'Give this theme of the edition a title'])
      expect(page).toContain(words);
    const more = await (
      await chair.post('/forum/new', edition({ more: 'yes', 'innovations.2.text.en': 'A first' }))
    ).text();
    expect(more).toContain('A first');
    expect(more).toContain('innovations.5.text.en');
    const made = await chair.post('/forum/new', edition({}));
    expect([made.status, made.headers.get('location')]).toEqual([303, '/forum/2024?saved=1']);
    expect(await text('/forum/2024')).toContain('What comes next');
  });

  test('of two who save at once the later one sees both texts, and may save again', async () => {
    const first = await chair.post('/forum/2024/edit?/save', edition({ version: '1', 'theme.en': 'What comes now' }));
    expect(first.status).toBe(303);
    const late = await chair.post('/forum/2024/edit?/save', edition({ version: '1', 'theme.en': 'What came then' }));
    const page = await late.text();
    expect(late.status).toBe(409);
    expect(page).toContain('Somebody else has changed this meanwhile');
    expect(page).toMatch(/<del[^>]*>[^]*?now[^]*?<ins[^>]*>[^]*?then/);
    expect(page).toMatch(/name="version" value="2"/);
    expect((await chair.post('/forum/2024/edit?/save', edition({ version: '2', 'theme.en': 'Last' }))).status).toBe(
      303,
    );
    const back = await chair.post('/forum/2024/versions?/restore', { version: '2' });
    expect(back.headers.get('location')).toBe('/forum/2024/versions?restored=2');
    expect(await text('/forum/2024')).toContain('What comes now');
  });

  test('one edition is the present one: it is closed before the next is opened', async () => {
    expect(await (await chair.post('/forum/2024/edit?/open', {})).text()).toContain('Close it first');
    expect((await chair.post('/forum/2020/edit?/close', {})).headers.get('location')).toBe('/forum/2020?closed=1');
    expect((await chair.post('/forum/2024/edit?/open', {})).headers.get('location')).toBe('/forum/2024?opened=1');
  });

  test('a session is put on a programme, found by day in its calendar, taken off and put back', async () => {
    const session = {
      format: 'regional-consultation',
      'title.fr': 'Consultation',
      from: '2024-02-01',
      until: '2024-02-02',
    };
    const refused = await chair.post('/forum/2020/sessions/new', { ...session, themes: 'climate-and-displacement' });
    expect([refused.status, (await refused.text()).includes('is none of them')]).toEqual([400, true]);
    const made = await chair.post('/forum/2024/sessions/new', { ...session, sdg: '10.7 & 8.8', others: 'RCP' });
    expect(made.headers.get('location')).toBe('/sessions/2024-consultation?saved=1');
    expect(await text('/calendar/2024.ics')).toContain('DTSTART;VALUE=DATE:20240201\r\nDTEND;VALUE=DATE:20240203');
    await chair.post('/sessions/2024-consultation/edit?/hide', {});
    expect((await ask('/sessions/2024-consultation')).status).toBe(404);
    expect((await ask('/api/v1/sessions/2024-consultation')).status).toBe(404);
    expect((await chair.get('/sessions/2024-consultation')).status).toBe(200);
    expect(await text('/calendar/2024.ics')).not.toContain('20240201');
    await chair.post('/sessions/2024-consultation/edit?/show', {});
    const shown = await json<Record<string, unknown>>('/api/v1/sessions/2024-consultation');
    expect(shown).toMatchObject({ title: { fr: 'Consultation' }, sdg: ['8.8', '10.7'], others: ['RCP'] });
  });
});
