import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPostgres } from '../support/provision.ts';
import { type RunningPostgres, startPostgres } from '../support/postgres.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';

/** The run provides one for all tests; here one is taken away, so that it must be another. */
describe.skipIf(!process.env['TEST_POSTGRES'])('A database that is gone', () => {
  const folder = newFolder();
  let database: RunningPostgres;
  let server: RunningServer;
  const ask = (path: string, method = 'GET') => fetch(server.origin + path, { method });

  beforeAll(async () => {
    const found = findPostgres();
    if ('missing' in found) throw new Error(found.missing);
    database = await startPostgres(found.path);
    server = await startServer(folder, { DATABASE_URL: database.url });
    expect((await ask('/practices')).status).toBe(200);
    await database.halt();
  });
  afterAll(async () => {
    await server.stop();
    await database.stop();
    removeFolder(folder);
  });

  const INTERNAL = /ECONN|127\.0\.0\.1:(?!\d+\/)|postgres|select |node_modules|\.ts:|at \w+ \(|Drizzle|Failed query/i;

  test.each([
    ['/practices', 'en', 'ltr', 'Something went wrong on our side'],
    ['/fr', 'fr', 'ltr', 'Un problème est survenu de notre côté'],
    ['/es/sdgs/10', 'es', 'ltr', 'Algo ha fallado por nuestra parte'],
    ['/ar/practices/papyrus-project', 'ar', 'rtl', 'حدث خطأ من جانبنا'],
  ])(
    '%s is an error page in the language of its reader, with a number that the log knows',
    async (path, lang, dir, title) => {
      const response = await ask(path);
      const html = await response.text();
      expect(response.status).toBe(500);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(html).toContain(`<html lang="${lang}" dir="${dir}">`);
      expect(html).toContain(`<h1`);
      expect(html).toContain(title);
      const [reference] = /[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}/.exec(html)!;
      expect(server.said()).toContain(`"reference":"${reference}"`);
      expect(html.replaceAll(server.origin, '')).not.toMatch(INTERNAL);
    },
  );

  test.each([
    '/api/v1/practices',
    '/practices.csv',
    '/practices.atom',
    '/fr/practices.xlsx',
    '/collection.bib?p=remit-hydro',
  ])('%s is a problem document, and tells nothing of what is inside', async (path) => {
    const response = await ask(path);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(JSON.parse(text)).toMatchObject({ status: 500, detail: expect.stringMatching(/[\da-f]{8}-/) });
    expect(text).not.toMatch(INTERNAL);
  });

  test('what needs no database is answered, and the probes tell apart alive and ready', async () => {
    const paths = ['/healthz', '/readyz', '/style', '/fr/offline', '/nothing', '/metrics'];
    const statuses = await Promise.all(paths.map(async (path) => (await ask(path)).status));
    expect(statuses).toEqual([200, 503, 200, 200, 404, 200]);
  });

  test('when it is back, so is everything, by itself', async () => {
    await database.resume();
    expect((await ask('/ar/practices/papyrus-project')).status).toBe(200);
    expect((await ask('/readyz')).status).toBe(200);
    expect(((await (await ask('/api/v1/practices')).json()) as { total: number }).total).toBe(42);
  });
});
