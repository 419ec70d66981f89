import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabases } from '../support/databases.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { signedInAs, type Visit, visit } from '../support/visit.ts';

interface ThemeItem {
  code: string;
  editionsThatSetIt: number;
  newInPresentEdition: boolean;
  recurrence: { number: number; themeOfEdition: boolean; sessions: number }[];
}

describe.each(emptyDatabases())('Themes, on $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let rapporteur: Visit;
  let curator: Visit;
  let visitor: Visit;
  const text = async (who: Visit, path: string) => (await who.get(path)).text();
  const api = async (path: string) => (await fetch(server.origin + path)).json() as Promise<never>;
  const session = '2020-new-technologies-that-empower-migrants';
  const newTheme = (en: string) => ({
    'label-en': en,
    'label-ar': 'الإنقاذ في البحر',
    'about-en': 'What happens at sea.',
  });

  beforeAll(async () => {
    const environment = await fresh();
    server = await startServer(folder, environment);
    environment['ORIGIN'] = server.origin;
    visitor = visit(server);
    rapporteur = await signedInAs(server, folder, 'rapporteur', { environment });
    curator = await signedInAs(server, folder, 'curator', { environment });
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  test('page, table and API tell the same recurrence', async () => {
    const { items } = (await api('/api/v1/themes')) as { items: ThemeItem[] };
    const coherence = items.find(({ code }) => code === 'policy-coherence')!;
    expect(coherence.recurrence.slice(0, 4).map(({ themeOfEdition }) => themeOfEdition)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(items.map(({ editionsThatSetIt }) => editionsThatSetIt)).toEqual(
      items.map(({ editionsThatSetIt }) => editionsThatSetIt).sort((a, b) => b - a),
    );
    expect(items.filter((one) => one.newInPresentEdition).map(({ code }) => code)).toEqual(['technology-and-digital']);
    const csv = await (await fetch(`${server.origin}/themes/policy-coherence.csv`)).text();
    const lines = csv.trim().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(',').slice(4))).toEqual(
      coherence.recurrence.map(({ themeOfEdition, sessions }) => [themeOfEdition ? 'yes' : 'no', String(sessions)]),
    );
    const page = await text(visitor, '/themes');
    expect(page.indexOf('Labour mobility')).toBeLessThan(page.indexOf('Remittances'));
    expect(page).toContain('New this year');
  });

  test('a theme is found by its name in any language, and what is not found is said', async () => {
    expect(await text(visitor, '/themes?q=remesas')).toContain('/themes/remittances"');
    expect(await text(visitor, '/themes?q=remesas')).not.toContain('/themes/labour-mobility"');
    expect(await text(visitor, '/themes?q=zzzz')).toContain('No theme is called “zzzz”');
  });

  test.each(['docx', 'pdf'])('the recollection is taken along as %s, of one theme and of all', async (format) => {
    for (const path of [`/ar/themes/labour-mobility.${format}`, `/themes.${format}`]) {
      const answer = await fetch(server.origin + path);
      expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
        200,
        `attachment; filename="${path.split('/').pop()}"`,
      ]);
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(5_000);
    }
  });

  test('what an address cannot mean is a 400 or a 404 that names it', async () => {
    for (const [path, status, named] of [
      ['/api/v1/themes?colour=red', 400, 'colour'],
      ['/api/v1/themes/nothing', 404, 'nothing'],
      ['/api/v1/recommendations?theme=nothing', 400, 'nothing'],
      ['/api/v1/recommendations?perPage=3', 400, 'perPage'],
      ['/themes.odt', 404, 'odt'],
      ['/themes/health.csv?x=1', 400, 'x'],
      ['/themes/nothing.pdf', 404, 'nothing'],
    ] as const) {
      const answer = await fetch(server.origin + path);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        status,
        expect.stringContaining('application/problem+json'),
      ]);
      expect(await answer.text()).toContain(named);
    }
    expect((await visitor.get('/themes/nothing')).status).toBe(404);
    expect((await visitor.get('/themes/compare?t=health&t=health')).status).toBe(400);
    expect((await visitor.get('/themes/compare?t=health&t=nothing')).status).toBe(400);
  });

  test('two themes stand side by side', async () => {
    const page = await text(visitor, '/themes/compare?t=labour-mobility&t=remittances');
    for (const words of ['Labour mobility', 'Remittances', 'What they have in common']) expect(page).toContain(words);
  });

  test('what is heard is read by nobody until it is released, and a named speaker holds it up', async () => {
    const sent = { 'text.en': 'Kenya said that phones help.', themes: 'technology-and-digital' };
    const written = await rapporteur.post(`/observations/new?session=${session}`, sent);
    const path = new URL(written.headers.get('location')!, server.origin).pathname;
    expect(await text(visitor, '/themes/technology-and-digital')).not.toContain('phones help');
    expect((await visitor.get(path)).status).not.toBe(200);
    const held = await rapporteur.post(`${path}?/release`, { version: '1' });
    expect([held.status, await held.text()]).toEqual([400, expect.stringContaining('Kenya said')]);
    const mended = { ...sent, 'text.en': 'Phones help workers before they leave.', version: '1' };
    expect((await rapporteur.post(`${path}?/save`, mended)).status).toBe(303);
    const late = await rapporteur.post(`${path}?/save`, { ...mended, 'text.en': 'Another text.' });
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('Another text.')]);
    expect((await rapporteur.post(`${path}?/release`, { version: '2' })).status).toBe(303);
    expect(await text(visitor, '/themes/technology-and-digital')).toContain('Phones help workers');
    const { observations } = (await api('/api/v1/themes/technology-and-digital')) as { observations: object[] };
    expect(observations).toEqual([{ text: { en: 'Phones help workers before they leave.' }, session }]);
    expect((await rapporteur.post(`${path}?/withdraw`, { version: '3' })).status).toBe(303);
    expect(await text(visitor, '/themes/technology-and-digital')).not.toContain('Phones help workers');
  });

  test('a recommendation is prepared, released and followed up; what it was before is not everybody’s', async () => {
    const sent = {
      edition: '2020',
      'title.en': 'Count who moves',
      themes: 'migration-data',
      'source.label': 'A report',
      followUp: 'open',
    };
    const refused = await rapporteur.post('/recommendations/new', { ...sent, 'source.label': '' });
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('Count who moves')]);
    expect((await rapporteur.post('/recommendations/new', sent)).status).toBe(303);
    const path = '/recommendations/2020-count-who-moves';
    expect((await visitor.get(path)).status).toBe(404);
    await rapporteur.post(`${path}/edit?/release`, { version: '1' });
    const followed = await rapporteur.post(`${path}/edit?/save`, { ...sent, version: '2', followUp: 'done' });
    expect(followed.headers.get('location')).toContain(path);
    expect(await text(visitor, path)).toContain('Carried out');
    expect((await visitor.get(`${path}?version=1`)).status).toBe(404);
    expect((await visitor.get(`${path}?version=2`)).status).toBe(200);
    const { items } = (await api('/api/v1/recommendations?theme=migration-data&edition=2020')) as {
      items: { slug: string }[];
    };
    expect(items.map(({ slug }) => slug)).toContain('2020-count-who-moves');
  });

  test('a forum adds a theme, describes another, brings a former description back, and hides one from the lists', async () => {
    expect((await rapporteur.get('/themes/new')).status).toBe(403);
    const added = await curator.post('/themes/new', newTheme('Rescue at sea'));
    expect(added.headers.get('location')).toBe('/themes/rescue-at-sea?saved=1');
    expect((await curator.post('/themes/new', newTheme('Rescue at sea'))).status).toBe(400);
    const described = { ...newTheme('Sea rescue'), version: '1', retired: 'yes' };
    expect((await curator.post('/themes/rescue-at-sea/edit', described)).status).toBe(303);
    const late = await curator.post('/themes/rescue-at-sea/edit', { ...newTheme('Another name'), version: '1' });
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('Another name')]);
    expect((await curator.post('/themes/rescue-at-sea/versions?/restore', { version: '1' })).status).toBe(303);
    await expect.poll(() => text(visitor, '/themes/rescue-at-sea'), { timeout: 10_000 }).toContain('Rescue at sea');
    expect(await text(visitor, '/ar/themes/rescue-at-sea')).toContain('الإنقاذ في البحر');
    expect(await text(visitor, '/themes/rescue-at-sea/versions?from=1&to=2')).toContain('Sea');
  });
});
