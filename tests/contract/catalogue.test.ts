import mammoth from 'mammoth';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabases } from '../support/databases.ts';
import { ANNEX, cli, newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';

interface Item {
  slug: string;
  title: string;
  sdg: string[];
  gcm: string[];
  countries: string[];
  themes: string[];
  kind: string | null;
  stakeholders: string[];
}
interface Answer {
  total: number;
  page: number;
  perPage: number;
  items: Item[];
  facets: Record<string, { value: string; label: string; count: number }[]>;
}

describe.each(emptyDatabases())('On $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let database: Record<string, string>;
  const run: typeof cli = (words, dataDir, environment) => cli(words, dataDir, { ...database, ...environment });
  const get = (path: string, headers: Record<string, string> = {}) => fetch(server.origin + path, { headers });
  const api = async (query: string) => (await (await get(`/api/v1/practices?${query}`)).json()) as Answer;

  beforeAll(async () => {
    database = await fresh();
    server = await startServer(folder, { ...database, SAMPLE: 'off' });
    // A command that goes to PostgreSQL itself knows the forum's address from its settings alone.
    database['ORIGIN'] = server.origin;
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  describe('An empty forum and the annex of 2020', () => {
    test('starts empty when no sample is wanted', async () => {
      expect((await api('')).total).toBe(0);
      expect(await (await get('/practices')).text()).toContain('No practice');
    });

    test('a dry run says 42 are new and changes nothing', async () => {
      const { code, out } = await run(['import', ANNEX, '--json'], folder);
      const said = JSON.parse(out.toString()) as { applied: boolean; new: unknown[]; refused: unknown[] };
      expect([code, said.applied, said.new.length, said.refused.length]).toEqual([0, false, 42, 0]);
      expect((await api('')).total).toBe(0);
    });

    test('is imported while the server runs, and found at once', async () => {
      const { code, err } = await run(['import', ANNEX, '--apply'], folder);
      expect([code, err]).toEqual([0, '']);
      expect((await api('')).total).toBe(42);
    });

    test('imported a second time changes nothing', async () => {
      const { out } = await run(['import', ANNEX, '--apply', '--json'], folder);
      const said = JSON.parse(out.toString()) as { unchanged: unknown[]; changed: unknown[]; new: unknown[] };
      expect([said.unchanged.length, said.changed.length, said.new.length]).toEqual([42, 0, 0]);
    });

    test.each([
      ['goal=10', 24],
      ['goal=8', 18],
      ['target=10.7', 18],
      ['target=8.8', 9],
      ['country=MA', 3],
    ])('%s gives its practices', async (query, total) => {
      const answer = await api(`${query}&perPage=100`);
      expect([answer.total, answer.items.length]).toEqual([total, total]);
    });

    test('a facet counts without its own selection, every other facet within it', async () => {
      const chosen = await api('target=10.7&perPage=100');
      const all = await api('perPage=100');
      expect(chosen.facets['target']!.find(({ value }) => value === '8.8')?.count).toBe(9);
      for (const { value, count } of chosen.facets['target']!)
        expect(count, value).toBe(all.items.filter(({ sdg }) => sdg.includes(value)).length);
      for (const { value, count } of chosen.facets['country']!)
        expect(count, value).toBe(chosen.items.filter(({ countries }) => countries.includes(value)).length);
      for (const { value, count } of chosen.facets['goal']!)
        expect(count, value).toBe(
          chosen.items.filter(({ sdg }) => sdg.some((code) => code.split('.')[0] === value)).length,
        );
    });

    test('an item has exactly the keys of the contract, and its links and language', async () => {
      const [item] = (await api('perPage=1')).items;
      expect(Object.keys(item!)).toEqual(
        (
          'id slug title summary kind status sdg gcm countries places regions global start end ongoing partners themes ' +
          'stakeholders links owner results evaluations costs lessons needs ' +
          'replicates translations attachments language source standing url confirmedAt createdAt updatedAt'
        ).split(' '),
      );
    });

    test('its pages hold every practice once', async () => {
      const slugs = [];
      for (let page = 1; page <= 5; page++)
        slugs.push(...(await api(`perPage=10&page=${page}`)).items.map((i) => i.slug));
      expect(new Set(slugs).size).toBe(42);
    });
  });

  describe('Searching', () => {
    test.each([
      ['remittances', 'Programme for Attracting Remittances into the Economy'],
      ['money transfers', 'Programme for Attracting Remittances into the Economy'],
      ['envois de fonds', 'Programme for Attracting Remittances into the Economy'],
      ['التحويلات المالية', 'Programme for Attracting Remittances into the Economy'],
      ['remitances', 'Programme for Attracting Remittances into the Economy'],
      ['papyrus geneve', 'Papyrus Project'],
      ['"migrants as messengers"', 'Migrants as Messengers'],
    ])('%s finds %s', async (words, title) => {
      const answer = await api(`perPage=100&q=${encodeURIComponent(words)}`);
      expect(answer.items.map((item) => item.title)).toContain(title);
      expect(answer.total).toBeLessThan(15);
    });

    test('codes are understood by their names', async () => {
      for (const [words, same] of [
        ['SDG 10', 'goal=10'],
        ['ODD 10.7', 'target=10.7'],
        ['objetivo 8', 'goal=8'],
      ])
        expect((await api(`q=${encodeURIComponent(words!)}`)).total).toBe((await api(same!)).total);
    });

    test('what was found is marked, and a better spelling is offered only where nothing was', async () => {
      const page = async (words: string) => (await get(`/practices?q=${encodeURIComponent(words)}`)).text();
      expect(await page('remittance')).toMatch(/<mark[^>]*>Remittances<\/mark>/);
      expect(await page('remittance')).not.toContain('Did you mean');
      expect(await page('remitttances ecnomy zzz')).not.toContain('Did you mean');
      expect(await page('recruitmnts practises')).toMatch(/Did you mean[^<]*<a href="\/practices\?q=recruitment/);
    });
  });

  describe('What cannot be read', () => {
    test.each([
      ['target=4.8', 'target', '4.8'],
      ['goal=18', 'goal', '18'],
      ['colour=red', 'colour', 'colour'],
      ['page=0', 'page', '0'],
      ['perPage=101', 'perPage', '101'],
      ['sort=best', 'sort', 'best'],
      ['source=nowhere', 'source', 'nowhere'],
      ['q=%00', 'q', 'q'],
      ['q=%FF', 'q', 'q'],
      ['q=a&q=b', 'q', 'q'],
    ])('%s is a 400 that names it', async (query, name, said) => {
      const response = await get(`/api/v1/practices?${query}`);
      const problem = (await response.json()) as { status: number; detail: string; errors: { name: string }[] };
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(problem.errors.map((error) => error.name)).toEqual([name]);
      expect(problem.detail).toContain(said);
      expect((await get(`/practices?${query}`)).status).toBe(400);
    });

    test.each([
      '/practices?page=999999',
      '/api/v1/practices?page=999999',
      `/practices?${'goal=10&'.repeat(300)}`,
      `/api/v1/practices?${'goal=10&'.repeat(300)}`,
      `/practices?q=${'a'.repeat(10_000)}`,
      `/practices.csv?q=${'a'.repeat(10_000)}`,
      '/practices/%FF',
      '/practices/%00',
      '/practices/..%2f..%2fetc%2fpasswd',
      '/practices.exe',
      '/reports/annex-1066',
      '/reports/annex-2020.pdf',
      '/api/v1/nothing',
      '/nothing',
      '/practices?q=%27%3B%20drop%20table%20practices',
      '/practices?q=%3Cscript%3Ealert(1)%3C/script%3E',
    ])('%s gets a clean answer', async (path) => {
      const response = await get(path);
      const text = await response.text();
      expect(response.status).toBeLessThan(500);
      expect(text).not.toMatch(/node_modules|at async|\.ts:\d|<script>alert/);
    });
  });

  describe('Citing and following', () => {
    test('a practice is a reference in three formats, and says so to programs', async () => {
      for (const [format, type, said] of [
        ['bib', 'application/x-bibtex', '@misc{papyrus-project-2020,'],
        ['ris', 'application/x-research-info-systems', 'TI  - Papyrus Project'],
        ['json', 'application/vnd.citationstyles.csl+json', '"title": "Papyrus Project"'],
      ]) {
        const response = await get(`/practices/papyrus-project.${format}`);
        expect(response.headers.get('content-type')).toContain(type);
        expect(await response.text()).toContain(said);
      }
      const page = await get('/practices/papyrus-project');
      expect(page.headers.get('link')).toContain(`<${server.origin}/practices/papyrus-project>; rel="cite-as"`);
      const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(await page.text())![1]!;
      expect(JSON.parse(data)).toMatchObject({ '@type': 'CreativeWork', name: 'Papyrus Project', inLanguage: 'en' });
    });

    test.each(['/practices/papyrus-project.exe', '/practices/nothing.bib'])('%s is a 404', async (path) => {
      const response = await get(path);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
    });

    test('a selection is a feed of exactly its practices', async () => {
      const response = await get('/practices.atom?target=10.7');
      expect(response.headers.get('content-type')).toContain('application/atom+xml');
      const feed = await response.text();
      expect(feed.match(/<entry>/g)).toHaveLength(18);
      expect(feed).toContain(`href="${server.origin}/practices.atom?target=10.7"`);
      expect((await get('/practices.atom?target=4.8')).status).toBe(400);
    });
  });

  describe('A collection', () => {
    const P = 'p=papyrus-project&p=nothing&p=remit-hydro';

    test('sent by its address shows its practices in their order, and says what is not there', async () => {
      const page = await (await get(`/collection?${P}`)).text();
      expect(page.indexOf('Papyrus Project')).toBeLessThan(page.indexOf('Remit Hydro'));
      expect(page).toContain('One practice of this collection is not here.');
    });

    test('is a file of exactly its practices, and a list of references', async () => {
      const items = (await (await get(`/collection.json?${P}`)).json()) as Item[];
      expect(items.map(({ slug }) => slug)).toEqual(['papyrus-project', 'remit-hydro']);
      expect((await (await get(`/collection.bib?${P}`)).text()).match(/^@misc/gm)).toHaveLength(2);
      expect((await get(`/collection.exe?${P}`)).status).toBe(404);
      expect((await get(`/collection?${'p=x%00&'.repeat(200)}`)).status).toBe(200);
    });

    test('is not changed from another site, and leads nowhere else', async () => {
      const post = (origin: string, back: string) =>
        fetch(`${server.origin}/collection?/keep`, {
          method: 'POST',
          redirect: 'manual',
          headers: { origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ p: 'papyrus-project', back }),
        });
      expect((await post('https://elsewhere.example', '/')).status).toBe(403);
      const kept = await post(server.origin, '/practices');
      expect([kept.status, kept.headers.get('location')]).toEqual([303, '/practices']);
      expect(kept.headers.get('set-cookie')).toMatch(/^collection=p=papyrus-project;.*HttpOnly/);
      for (const back of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example'])
        expect((await post(server.origin, back)).headers.get('location')).toBe('/collection');
      const localhost = server.origin.replace('127.0.0.1', 'localhost');
      expect(
        (
          await fetch(`${localhost}/collection?/keep`, {
            method: 'POST',
            redirect: 'manual',
            headers: { origin: localhost, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
            body: 'p=papyrus-project',
          })
        ).status,
      ).toBe(303);
    });
  });

  describe('Documents to hand over', () => {
    test.each([
      '/practices.pdf?target=10.7',
      '/ar/practices/papyrus-project.pdf',
      '/es/collection.pdf?p=papyrus-project&p=remit-hydro',
      '/reports/annex-2020.pdf',
    ])('%s is a tagged PDF', async (path) => {
      const response = await get(path);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      const bytes = Buffer.from(await response.arrayBuffer()).toString('latin1');
      expect(bytes.startsWith('%PDF-1.7')).toBe(true);
      expect(bytes).toContain('/StructTreeRoot');
    });

    test('a Word document holds the practices and their references', async () => {
      const body = await (await get('/fr/collection.docx?p=papyrus-project&p=remit-hydro')).arrayBuffer();
      const { value } = await mammoth.extractRawText({ buffer: Buffer.from(body) });
      expect(value).toContain('Remit Hydro');
      expect(value).toContain('Références');
      expect(value).toContain(`${server.origin}/practices/papyrus-project`);
    });
  });

  describe('The coverage', () => {
    test('counts what the catalogue finds, field by field', async () => {
      const csv = await (await get('/coverage.csv?rows=target')).text();
      const [head, ...rows] = csv.replace('\ufeff', '').trim().split('\r\n');
      expect(head).toBe('SDG target,,Africa,Americas,Asia,Europe,Oceania,Worldwide');
      const row = rows.find((line) => line.startsWith('10.7,'))!;
      const counts = row.split(',').slice(-6).map(Number);
      for (const [at, region] of ['002', '019', '142', '150', '009', '001'].entries())
        expect(counts[at], region).toBe((await api(`target=10.7&region=${region}`)).total);
    });

    test('is a picture as well, and says what it cannot read', async () => {
      const picture = await get('/ar/coverage.svg?rows=gcm&within=150');
      expect(picture.headers.get('content-type')).toBe('image/svg+xml');
      expect(await picture.text()).toContain('xml:lang="ar"');
      const png = await get('/ar/coverage.png?rows=goal');
      expect(png.headers.get('content-type')).toBe('image/png');
      expect(
        Buffer.from(await png.arrayBuffer())
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
      expect((await get('/coverage.svg?rows=colour')).status).toBe(400);
      expect((await get('/coverage?within=DE')).status).toBe(400);
      expect((await get('/coverage.exe')).status).toBe(404);
    });
  });

  describe('The map', () => {
    const rowsOf = async (path: string) => {
      const [, ...rows] = (await (await get(path)).text()).replace('\ufeff', '').trim().split('\r\n');
      return rows.map((row) => row.split(','));
    };

    test.each(['', 'goal=10', 'q=remittances', 'target=10.7&kind=law', 'country=MA&region=150'])(
      'of ?%s counts what the catalogue counts, country by country',
      async (query) => {
        const shown = (await rowsOf(`/map.csv?${query}`)).map((row) => [row[0], Number(row.at(-1))]);
        const { facets } = await api(query);
        const counted = facets['country']!.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]);
        expect(shown.sort()).toEqual(counted.sort());
      },
    );

    test('leads from each number to exactly that many practices', async () => {
      const page = await (await get('/map?goal=10&country=DE')).text();
      const links = [...page.matchAll(/href="\/(practices\?[^"]+)" aria-label="[^"]+: (\d+) practices?"/g)];
      expect(links.length).toBeGreaterThan(10);
      for (const [, href, count] of links.slice(0, 5))
        expect((await api(href!.split('?')[1]!.replaceAll('&amp;', '&'))).total).toBe(Number(count));
    });

    test('of a region says which of its countries have none, and a practice without a country is not lost', async () => {
      const rows = await rowsOf('/map.csv?within=018');
      expect(rows.map(([code]) => code).sort()).toEqual(['BW', 'LS', 'NA', 'SZ', 'ZA']);
      expect(rows.every((row) => row.at(-1) === '0')).toBe(true);
      const page = await (await get('/map')).text();
      expect(page).toContain('7 practices name no country');
      expect(page).toContain('Migration Media Award');
    });

    test('is a picture as well, and says what it cannot read', async () => {
      const picture = await get('/ar/map.svg?within=029&goal=10');
      expect(picture.headers.get('content-type')).toBe('image/svg+xml');
      expect(await picture.text()).toContain('xml:lang="ar"');
      const png = Buffer.from(await (await get('/ar/map.png?within=054')).arrayBuffer());
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      for (const [query, name] of [
        ['within=DE', 'within'],
        ['within=001', 'within'],
        ['within=002&within=019', 'within'],
        ['goal=99', 'goal'],
        ['page=2', 'page'],
        ['colour=red', 'colour'],
      ]) {
        expect((await get(`/map?${query}`)).status, query).toBe(400);
        const answer = await get(`/map.csv?${query}`);
        expect(answer.status, query).toBe(400);
        expect(await answer.json(), query).toMatchObject({ errors: [{ name }] });
      }
      expect((await get('/map.exe')).status).toBe(404);
    });
  });

  describe('Files of a selection', () => {
    test.each(['csv', 'xlsx', 'json', 'ndjson'])(
      '%s: what is exported imports again to the same bytes',
      async (format) => {
        const response = await get(`/practices.${format}?target=10.7`);
        expect(response.status).toBe(200);
        const { code, out } = await run(['export', 'practices', '--format', format, '--target', '10.7'], folder);
        expect(code).toBe(0);
        expect(out.equals(Buffer.from(await response.arrayBuffer()))).toBe(true);

        const other = newFolder();
        const file = `${other}/practices.${format}`;
        const origin = { ...(await fresh()), ORIGIN: server.origin, SAMPLE: 'off' };
        await run(['export', 'practices', '--format', format, '--target', '10.7', '--out', file], folder);
        const read = await run(['import', file, '--apply', '--json'], other, origin);
        expect(JSON.parse(read.out.toString())).toMatchObject({ applied: true, refused: [] });
        const again = await run(['export', 'practices', '--format', format], other, origin);
        expect(again.out.equals(out)).toBe(true);
        removeFolder(other);
      },
    );

    test.each(['docx', 'xlsx'])('the annex as %s imports to the same 42', async (format) => {
      const file = `${folder}/annex.${format}`;
      expect(
        (await run(['report', 'annex', '--edition', '2020', '--format', format, '--out', file], folder)).code,
      ).toBe(0);
      const { out } = await run(['import', file, '--json'], folder);
      const said = JSON.parse(out.toString()) as { unchanged: unknown[]; changed: unknown[]; refused: unknown[] };
      expect([said.unchanged.length, said.changed, said.refused]).toEqual([42, [], []]);
    });

    test('the annex as a page and as a file of its own', async () => {
      const page = await (await get('/reports/annex-2020')).text();
      expect(page.match(/<tr/g)!.length).toBe(42 + 2 + 1);
      const file = `${folder}/annex.html`;
      expect(
        (await run(['report', 'annex', '--edition', '2020', '--format', 'html', '--out', file], folder)).code,
      ).toBe(0);
    });
  });

  describe('The command line', () => {
    test('says 2 for wrong usage and 1 for what is refused', async () => {
      expect((await run(['import'], folder)).code).toBe(2);
      expect((await run(['dance'], folder)).code).toBe(2);
      expect((await run(['import', ANNEX, '--aply'], folder)).code).toBe(2);
      expect((await run(['export', 'practices', '--format', 'pdf'], folder)).code).toBe(2);
      expect((await run(['export', 'practices', '--format', 'csv', '--target', '4.8'], folder)).code).toBe(1);
    });

    test.each([
      [['import', ANNEX, '--aply'], 'There is no option --aply here. The options are: --apply --json --edition.'],
      [['import', ANNEX, '--edition'], '--edition needs a value behind it.'],
      [['import', ANNEX, '--edition', '--apply'], '--edition needs a value behind it.'],
      [['import', ANNEX, '--apply=yes'], '--apply takes no value.'],
      [['import', '/no/such.docx'], '/no/such.docx cannot be opened (ENOENT). Check its name.'],
      [
        ['export', 'practices', '--format', 'csv', '--out', '/no/such/a.csv'],
        '/no/such/a.csv cannot be written (ENOENT)',
      ],
    ])('%j is wrong usage, and says why', async (words, said) => {
      const { code, err, out } = await run(words, folder);
      expect([code, out.toString()]).toEqual([2, '']);
      expect(err).toContain(said);
    });

    test('explains itself wherever help is asked for', async () => {
      for (const words of [['help'], ['--help'], ['import', '--help'], ['export', 'practices', '-h']]) {
        const { code, out } = await run(words, folder);
        expect([code, out.toString()]).toEqual([0, expect.stringContaining('common-space import FILE')]);
      }
    });

    test('refuses a row by row, column and reason, and then applies nothing of the file', async () => {
      const file = `${folder}/rows.csv`;
      writeFileSync(file, 'Title;SDG;Country\nA good one;10.7;Kenya\nA bad one;4.8;Kenya\n');
      const { code, out } = await run(['import', file, '--apply', '--json'], folder);
      const said = JSON.parse(out.toString()) as { applied: boolean; refused: Record<string, unknown>[] };
      expect([code, said.applied]).toEqual([1, false]);
      expect(said.refused).toMatchObject([{ row: 3, column: 'SDG', read: '4.8' }]);
      expect((await api('')).total).toBe(42);
    });

    test('reports a practice under a slightly different name as a likely duplicate', async () => {
      const file = `${folder}/like.csv`;
      writeFileSync(file, 'Title,SDG,Country\nSkilled Worker Immigration Law,10.7,Germany\n');
      const { out } = await run(['import', file, '--json'], folder);
      expect(JSON.parse(out.toString())).toMatchObject({
        likelyDuplicates: [{ row: 2, of: { slug: 'skilled-workers-immigration-law' } }],
      });
    });
  });

  describe('Every answer', () => {
    test('carries the headers that keep it safe', async () => {
      for (const path of ['/', '/practices', '/api/v1/practices', '/practices.csv', '/nothing']) {
        const { headers } = await get(path);
        expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
        expect(headers.get('content-security-policy'), path).not.toContain('unsafe-inline');
        expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      }
    });

    test('speaks the language of the prefix, else of the cookie, else of Accept-Language', async () => {
      const lang = async (path: string, headers = {}) =>
        /<html lang="(\w\w)" dir="(\w+)"/
          .exec(await (await get(path, headers)).text())!
          .slice(1)
          .join(' ');
      expect(await lang('/fr/practices')).toBe('fr ltr');
      expect(await lang('/ar/practices')).toBe('ar rtl');
      expect(await lang('/practices', { cookie: 'language=fr' })).toBe('fr ltr');
      expect(await lang('/practices', { 'accept-language': 'de, es;q=0.8, fr;q=0.5' })).toBe('es ltr');
      expect(await lang('/fr/practices', { cookie: 'language=es', 'accept-language': 'ar' })).toBe('fr ltr');
      expect(await lang('/practices')).toBe('en ltr');
    });
  });
});
