import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

  /** The paths of all that is kept, pages and assets. */
  const keptPaths = () =>
    page.evaluate(async () => {
      const names = await caches.keys();
      const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return keys.flat().map(({ url }) => new URL(url).pathname + new URL(url).search);
    });
  /** Waits until these are kept: that goes on behind a page that is there already. */
  const kept = (...paths: string[]) =>
    expect.poll(keptPaths, { timeout: 20_000 }).toEqual(expect.arrayContaining(paths));
  const open = (path: string) => page.goto(server.origin + path);
  const heading = () => page.locator('h1').textContent();
  const notice = () => page.locator('[data-saved-copy]');

  test('a page that was read can be read again, looks as it did, and is said to be a copy of a certain time', async () => {
    await open('/fr');
    await kept('/fr');
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
      await kept(read, `/${lang}/offline`);
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
    const all = await keptPaths();
    expect(all.filter((path) => !/^\/(_app\/|enhance\.js|favicon\.svg)/.test(path)).sort()).toEqual(
      ['/api', '/fr', '/fr/offline'].sort(),
    );
  });

  test('at most sixty pages are kept: the oldest go, the offline page stays', async () => {
    await open('/fr');
    await kept('/fr');
    for (let number = 1; number <= 63; number++) await open(`/fr/practices?goal=10&year=${1950 + number}`);
    await kept('/fr/practices?goal=10&year=2013');
    const paths = (await keptPaths()).filter((path) => !/^\/(_app\/|enhance|favicon)/.test(path));
    expect(paths).toHaveLength(61);
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
    const next = '/_app/immutable/assets/next.css';
    let deployed = false;
    let sheet: string | null = null;
    const front = createServer(async ({ url }, response) => {
      if (url === next)
        return void response.setHeader('content-type', 'text/css').end('body{color:rgb(1,2,3)!important}');
      const answer = await fetch(server.origin + url);
      const body = Buffer.from(await answer.arrayBuffer());
      for (const name of ['content-type', 'content-language']) response.setHeader(name, answer.headers.get(name) ?? '');
      response.statusCode = answer.status;
      response.end(deployed && sheet ? body.toString().replaceAll(sheet, next) : body);
    });
    await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
    const colour = () => page.evaluate(() => getComputedStyle(document.body).color);
    await page.goto(`${origin}/fr/sdgs`);
    await kept('/fr/sdgs');
    await page.goto(`${origin}/fr/gcm`);
    await kept('/fr/gcm');
    sheet = await page.locator('link[rel="stylesheet"]').first().getAttribute('href');
    deployed = true;
    await page.goto(`${origin}/fr/gcm`);
    expect(await colour()).toBe('rgb(1, 2, 3)');
    await kept(next);
    await context.setOffline(true);
    await page.goto(`${origin}/fr/gcm`);
    expect([await colour(), await notice().isVisible()]).toEqual(['rgb(1, 2, 3)', true]);
    await page.goto(`${origin}/fr/sdgs`);
    expect([await colour(), await notice().isVisible()]).toEqual(['rgb(24, 28, 27)', true]);
    front.closeAllConnections();
    front.close();
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
