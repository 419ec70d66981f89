import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATOR } from '#forum/people/index.ts';
import { importPractices, type ImportRow } from '#forum/practices/index.ts';
import { doorPath } from '#platform/door.ts';
import { openDatabase } from '#platform/open-database.ts';
import { settingsFrom } from '#platform/settings.ts';
import { LOCALES } from '#vocab/language.ts';
import { emptyDatabases } from '../support/databases.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';

const SECRET = 'Zanzibarquilt';
const TITLES = [
  'Published practice',
  'Withdrawn practice',
  'Archived practice',
  'Merged practice',
  'Taken over practice',
];

describe.each(emptyDatabases())('On $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  const get = (path: string) => fetch(server.origin + path, { redirect: 'manual' });
  const text = async (path: string) => (await get(path)).text();

  beforeAll(async () => {
    const environment = await fresh();
    const settings = settingsFrom({ DATA_DIR: folder, ...environment });
    const database = await openDatabase(settings, doorPath(folder));
    const rows = TITLES.map((title, number): ImportRow => ({
      number,
      content: {
        title,
        summary: number === 1 ? `${SECRET} in the text` : 'An office.',
        countries: ['KE'],
        source: { edition: 2020, label: 'Call for inputs' },
        replicates: number === 4 ? ['published-practice', 'withdrawn-practice'] : [],
      },
      received: null,
      refusals: [],
    }));
    const ctx = { db: database.db, now: new Date('2026-05-01T10:00:00Z'), locale: 'en' as const, actor: OPERATOR };
    await importPractices(
      ctx,
      { file: 'a.csv', apply: true, origin: '' },
      (async function* () {
        yield { ok: true as const, value: rows };
      })(),
      { progress: () => undefined, tell: async () => undefined },
    );
    const stand = (standing: string, slug: string) =>
      database.db.execute(
        sql`update practices set standing = ${standing}, updated_at = '2026-05-03T08:00:00Z' where slug = ${slug}`,
      );
    await stand('withdrawn', 'withdrawn-practice');
    await stand('archived', 'archived-practice');
    await stand('merged', 'merged-practice');
    await database.db.execute(sql`insert into former_addresses (slug, practice)
      select 'merged-practice', id from practices where slug = 'published-practice'`);
    await database.db.execute(sql`insert into former_addresses (slug, practice)
      select 'withdrawn-before', id from practices where slug = 'withdrawn-practice'`);
    await database.close();
    server = await startServer(folder, { ...environment, SAMPLE: 'off' });
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  describe('A withdrawn practice', () => {
    test.each(LOCALES)('has a page that says that it was withdrawn and when, in %s', async (locale) => {
      const answer = await get(`/${locale}/practices/withdrawn-practice`);
      expect(answer.status).toBe(410);
      const page = await answer.text();
      const day = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' });
      expect(page).toContain(day.format(new Date('2026-05-03')));
      expect(page).not.toContain(SECRET);
      expect(page).not.toContain('Withdrawn practice');
    });

    test.each(['', '/versions', '/lineage', '?version=1', '?original=1'])('is gone as a page: …%s', async (ending) => {
      const answer = await get(`/practices/withdrawn-practice${ending}`);
      expect([answer.status, (await answer.text()).includes(SECRET)]).toEqual([410, false]);
    });

    test.each([
      '/api/v1/practices/withdrawn-practice',
      '/api/v1/practices/withdrawn-practice/lineage',
      ...['bib', 'ris', 'json', 'pdf', 'docx'].map((format) => `/practices/withdrawn-practice.${format}`),
      '/api/v1/practices/withdrawn-before',
    ])('is gone for programs, in words: %s', async (path) => {
      const answer = await get(path);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(await answer.json()).toMatchObject({ status: 410, detail: expect.stringContaining('3 May 2026') });
      expect(answer.status).toBe(410);
    });

    test('is not asked about', async () => {
      // A visitor is sent to sign in before anything is said of it.
      expect((await get('/practices/withdrawn-practice/replicate')).status).toBe(303);
    });

    test('is in no list, file, feed, report, collection or comparison, nor is what it said', async () => {
      const everywhere = [
        '/practices?q=practice',
        `/practices?q=${SECRET}`,
        '/api/v1/practices?perPage=100',
        ...['csv', 'json', 'ndjson', 'atom'].map((format) => `/practices.${format}`),
        '/collection?p=withdrawn-practice&p=published-practice&p=taken-over-practice',
        '/collection.json?p=withdrawn-practice&p=published-practice',
        '/collection.bib?p=withdrawn-practice&p=published-practice',
        '/compare?p=withdrawn-practice&p=published-practice&p=taken-over-practice',
        '/reports/annex-2020',
        '/places/KE',
        '/practices/published-practice',
        '/practices/taken-over-practice',
        '/practices/taken-over-practice/lineage',
        '/api/v1/practices/taken-over-practice/lineage',
        '/map.csv',
      ];
      for (const path of everywhere) {
        const answer = await get(path);
        const said = await answer.text();
        expect([path, answer.status]).toEqual([path, 200]);
        expect(said.includes('Withdrawn practice'), path).toBe(false);
        expect(said.includes('in the text'), path).toBe(false);
      }
    });
  });

  describe('An archived practice', () => {
    test('is read at its address, which says so, and asks robots to pass by', async () => {
      const page = await text('/practices/archived-practice');
      expect(page).toContain('This practice is archived');
      expect(page).toMatch(/<meta name="robots" content="noindex"/);
      expect(page).not.toContain('/archived-practice/replicate');
      expect(JSON.parse(await text('/api/v1/practices/archived-practice'))).toMatchObject({ standing: 'archived' });
      expect((await get('/practices/archived-practice.bib')).status).toBe(200);
    });

    test('is in no search, file or feed', async () => {
      for (const path of [
        '/practices?q=archived',
        '/practices.json',
        '/practices.atom',
        '/collection.json?p=archived-practice',
      ])
        expect(await text(path), path).not.toContain('Archived practice');
    });
  });

  test.each([
    ['/practices/merged-practice', '/practices/published-practice'],
    ['/fr/practices/merged-practice', '/fr/practices/published-practice'],
    ['/practices/merged-practice.bib', '/practices/published-practice.bib'],
    ['/practices/merged-practice/versions', '/practices/published-practice/versions'],
    ['/practices/merged-practice/lineage', '/practices/published-practice/lineage'],
    ['/api/v1/practices/merged-practice', '/api/v1/practices/published-practice'],
    ['/api/v1/practices/merged-practice/lineage', '/api/v1/practices/published-practice/lineage'],
  ])('A practice merged into another sends readers on for good: %s', async (path, to) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([308, to]);
  });

  test('The lineage for programs has those that can be read, and names no other', async () => {
    const lineage = (await (await get('/api/v1/practices/taken-over-practice/lineage')).json()) as {
      practice: { replicates: string[] };
      relatives: { slug: string; generation: number; id: string }[];
    };
    expect(lineage.relatives.map(({ slug, generation }) => [slug, generation])).toEqual([['published-practice', -1]]);
    expect(lineage.practice.replicates).toEqual([lineage.relatives[0]!.id]);
    expect((await get('/api/v1/practices/taken-over-practice/lineage?x=1')).status).toBe(400);
  });
});
