import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CHROMIUM, openBrowser } from '../support/browser.ts';
import { ANNEX, cli, newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';

describe.skipIf(!CHROMIUM)('Without a network', () => {
  const folder = newFolder();
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startServer(folder, { SAMPLE: 'off' });
    browser = await openBrowser();
    await cli(['import', ANNEX, '--apply'], folder);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    removeFolder(folder);
  });
  beforeEach(async () => {
    context = await browser.newContext({ locale: 'fr-FR' });
    page = await context.newPage();
  });
  afterEach(() => context.close());

  /** Everything that was read so far is kept. */
  async function kept(...paths: string[]): Promise<void> {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForFunction(async (wanted) => {
      const keys = await (await caches.open('pages-1')).keys();
      const there = keys.map(({ url }) => new URL(url).pathname);
      return wanted.every((path) => there.includes(path));
    }, paths);
  }
  const open = (path: string) => page.goto(server.origin + path);
  const heading = () => page.locator('h1').textContent();
  const notice = () => page.locator('[data-saved-copy]');

  test('a page that was read can be read again, looks as it did, and is said to be a copy of a certain time', async () => {
    await open('/fr');
    await open('/fr/practices/papyrus-project');
    await kept('/fr', '/fr/practices/papyrus-project', '/fr/offline');
    expect(await notice().isVisible()).toBe(false);
    await context.setOffline(true);
    await open('/fr/practices/papyrus-project');
    expect(await heading()).toBe('Papyrus Project');
    expect(await notice().isVisible()).toBe(true);
    expect(await notice().textContent()).toContain('Vous lisez une copie enregistrée');
    expect(await notice().locator('time').textContent()).toContain(String(new Date().getFullYear()));
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(251, 250, 246)');
  });

  test('so can the very first page, read before anything could be kept', async () => {
    await open('/fr/sdgs/10');
    await kept('/fr/sdgs/10', '/fr/offline');
    await context.setOffline(true);
    await open('/fr/sdgs/10');
    expect(await notice().isVisible()).toBe(true);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(251, 250, 246)');
  });

  test.each([
    ['/fr', '/fr/practices?goal=8&q=travail', 'fr', 'Pas de connexion'],
    ['/ar', '/ar/places/MA', 'ar', 'لا يوجد اتصال'],
    // No language in the address: that of the browser, which here is French.
    ['/', '/places/MA', 'fr', 'Pas de connexion'],
  ])(
    'who has read %s is told at %s, in their language, that there is no connection',
    async (read, asked, lang, title) => {
      await open(read);
      await kept(`/${lang}/offline`);
      await context.setOffline(true);
      await open(asked);
      expect(await heading()).toBe(title);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang);
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(asked);
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(251, 250, 246)');
      // What was read is offered, and leads there.
      await page.locator('[data-saved-pages] li a').first().click();
      expect(await notice().isVisible()).toBe(true);
      // Back on the line, trying again gives the page that was asked for.
      await page.goBack();
      await context.setOffline(false);
      await page.getByRole('link', { name: lang === 'ar' ? 'حاول مجدداً' : 'Réessayer' }).click();
      expect(page.url()).toBe(server.origin + asked);
      expect(await heading()).not.toBe(title);
      expect(await notice().isVisible()).toBe(false);
    },
  );

  test('what is private, what is for programs, what was not found and what failed to be read is not kept', async () => {
    await open('/fr');
    await kept('/fr');
    for (const path of ['/fr/collection', '/nothing', '/fr/practices?target=4.8', '/api/v1/practices', '/api'])
      await open(path);
    await page.evaluate(() => fetch('/practices.csv').then((answer) => answer.text()));
    await kept('/api');
    const all = await page.evaluate(async () => {
      const names = await caches.keys();
      const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return keys.flat().map(({ url }) => new URL(url).pathname + new URL(url).search);
    });
    expect(all.filter((path) => !/^\/(_app\/|enhance\.js|favicon\.svg)/.test(path)).sort()).toEqual(
      ['/api', '/fr', '/fr/offline'].sort(),
    );
  });

  test('at most sixty pages are kept: the oldest go, the offline page stays', async () => {
    await open('/fr');
    await kept('/fr');
    for (let number = 1; number <= 63; number++) await open(`/fr/practices?goal=10&year=${1950 + number}`);
    await page.waitForFunction(async () => {
      const keys = await (await caches.open('pages-1')).keys();
      return keys.length === 61 && keys.at(-1)!.url.endsWith('year=2013');
    });
    const paths = await page.evaluate(async () =>
      (await (await caches.open('pages-1')).keys()).map(({ url }) => new URL(url).pathname),
    );
    expect(paths).toContain('/fr/offline');
    expect(paths).not.toContain('/fr');
  });

  test('what is sent is left alone: without a network it fails, and is not answered by a copy', async () => {
    await open('/fr/practices/papyrus-project');
    await kept('/fr/practices/papyrus-project');
    await context.setOffline(true);
    const sent = await page.evaluate(() =>
      fetch('/fr/collection?/keep', { method: 'POST', body: new FormData() }).then(
        () => 'answered',
        () => 'failed',
      ),
    );
    expect(sent).toBe('failed');
  });

  test('the assets of a new deployment are taken up, and old pages keep theirs', async () => {
    await open('/fr/sdgs');
    await kept('/fr/sdgs');
    const sheet = await page.locator('link[rel="stylesheet"]').first().getAttribute('href');
    const next = '/_app/immutable/assets/next.css';
    await context.route('**/fr/sdgs', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replaceAll(sheet!, next) });
    });
    await context.route(`**${next}`, (route) =>
      route.fulfill({ body: 'body{background:rgb(1,2,3)}', contentType: 'text/css' }),
    );
    await open('/fr/sdgs');
    await page.waitForFunction(async (path) => {
      const page = await caches.match('/fr/sdgs', { ignoreVary: true });
      return (await page!.text()).includes(path) && Boolean(await caches.match(path));
    }, next);
    await context.unrouteAll();
    await context.setOffline(true);
    await open('/fr/sdgs');
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(1, 2, 3)');
    expect(await page.evaluate((path) => caches.match(path!).then(Boolean), sheet)).toBe(true);
  });

  test('back on the line a page is as it is now, never as it was kept', async () => {
    await open('/fr/practices');
    await kept('/fr/practices');
    expect(await heading()).toBe('42 pratiques');
    const file = join(folder, 'one-more.csv');
    writeFileSync(file, 'Title,SDG,Country,Summary\nOne more,10.7,Kenya,What is done\n');
    expect((await cli(['import', file, '--apply'], folder)).code).toBe(0);
    await context.setOffline(true);
    await open('/fr/practices');
    expect([await heading(), await notice().isVisible()]).toEqual(['42 pratiques', true]);
    await context.setOffline(false);
    await open('/fr/practices');
    expect([await heading(), await notice().isVisible()]).toEqual(['43 pratiques', false]);
  });
});
