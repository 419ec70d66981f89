import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, openBrowser } from '../support/browser.ts';
import { PAGES } from '../support/pages.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';

describe.skipIf(!CHROMIUM)('In a browser', () => {
  const folder = newFolder();
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startServer(folder);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    removeFolder(folder);
  });

  async function onPage<Result>(
    path: string,
    options: { width?: number; scripts?: boolean; dark?: boolean },
    look: (page: Page) => Promise<Result>,
  ): Promise<Result> {
    const context = await browser.newContext({
      viewport: { width: options.width ?? 1440, height: 900 },
      javaScriptEnabled: options.scripts ?? true,
      colorScheme: options.dark ? 'dark' : 'light',
      bypassCSP: false,
    });
    try {
      const page = await context.newPage();
      await page.goto(server.origin + path);
      return await look(page);
    } finally {
      await context.close();
    }
  }

  describe.each(PAGES)('%s', (path) => {
    test.each([
      ['in English', '', 1440, false],
      ['in English, on a phone, dark', '', 360, true],
      ['in Arabic', '/ar', 1440, true],
      ['in Arabic, on a phone', '/ar', 360, false],
    ])(
      '%s: axe finds nothing, nothing is refused by the browser, nothing runs off the side',
      async (_, prefix, width, dark) => {
        const context = await browser.newContext({
          viewport: { width, height: 900 },
          colorScheme: dark ? 'dark' : 'light',
        });
        const page = await context.newPage();
        const said: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error' && !/status of 40[04]/.test(message.text())) said.push(message.text());
        });
        page.on('pageerror', (error) => said.push(error.message));
        await page.goto(server.origin + prefix + path.replace(/^\/$/, prefix ? '' : '/'));
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
        expect(said).toEqual([]);
        const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        expect(content).toBeLessThanOrEqual(window!);
        await context.close();
      },
    );
  });

  test('Arabic pages are mirrored: the filters stand on the right', async () => {
    const side = (path: string) =>
      onPage(path, {}, async (page) => {
        const filters = (await page.locator('form.facets').boundingBox())!;
        const results = (await page.locator('section.results').boundingBox())!;
        return filters.x < results.x ? 'left' : 'right';
      });
    expect([await side('/practices'), await side('/ar/practices')]).toEqual(['left', 'right']);
  });

  test.each([360, 1440])(
    'with scripts off, at %i px, filters are chosen by form and taken off by chip',
    async (width) => {
      await onPage('/practices', { scripts: false, width }, async (page) => {
        if (width < 992) await page.locator('.drawer > summary').click();
        await page.locator('input[name="goal"][value="10"]').check();
        await page.locator('.apply .button').first().click();
        expect(new URL(page.url()).searchParams.getAll('goal')).toEqual(['10']);
        expect(await page.locator('h1').textContent()).toBe('24 practices');
        await page
          .getByRole('link', { name: /Take off/ })
          .first()
          .click();
        expect(await page.locator('h1').textContent()).toBe('42 practices');
        await page.getByRole('link', { name: 'Name', exact: true }).click();
        expect(new URL(page.url()).searchParams.get('sort')).toBe('name');
        await page.getByRole('link', { name: 'Next' }).click();
        expect(new URL(page.url()).searchParams.get('page')).toBe('2');
      });
    },
  );

  test('with scripts on, a long list of choices can be searched', async () => {
    await onPage('/practices', {}, async (page) => {
      const country = page.locator('details.facet', { has: page.locator('input[name="country"]') });
      await country.locator('summary').first().click();
      await country.locator('input[type="search"]').fill('moroc');
      expect(await country.locator('li:visible').count()).toBe(1);
    });
  });

  test.each([true, false])('a collection is kept, compared, sent and emptied (scripts: %s)', async (scripts) => {
    await onPage('/fr/practices/papyrus-project', { scripts }, async (page) => {
      await page.getByRole('button', { name: 'Garder dans ma collection' }).click();
      expect(new URL(page.url()).pathname).toBe('/fr/practices/papyrus-project');
      await page.getByRole('button', { name: 'Retirer de ma collection' }).waitFor();
      await page.goto(`${server.origin}/fr/practices/remit-hydro`);
      await page.getByRole('button', { name: 'Garder dans ma collection' }).click();
      await page.getByRole('link', { name: 'Ma collection' }).first().click();
      expect(await page.locator('article').count()).toBe(2);
      const sent = await page.locator('input.copy').inputValue();
      expect(sent).toBe(`${server.origin}/fr/collection?p=papyrus-project&p=remit-hydro`);

      for (const box of await page.getByRole('checkbox').all()) await box.check();
      await page.getByRole('button', { name: /Comparer celles choisies/ }).click();
      expect(await page.locator('thead th').allTextContents()).toEqual(['Papyrus Project', 'Remit Hydro']);

      await page.goto(`${server.origin}/fr/collection`);
      await page.getByRole('button', { name: /Retirer.*Papyrus/ }).click();
      expect(await page.locator('article').count()).toBe(1);
      await page.goto(sent);
      expect(await page.locator('article').count()).toBe(2);
    });
  });

  test('with scripts on, results and counts follow what is typed and chosen, without a new page', async () => {
    await onPage('/practices', {}, async (page) => {
      const count = page.locator('label', { has: page.locator('input[name="goal"][value="10"]') }).locator('.count');
      await page.evaluate(() => Object.assign(window, { samePage: true }));
      await page.locator('input[name="q"]').pressSequentially('remitt', { delay: 20 });
      await page.locator('mark').first().waitFor();
      expect(await page.locator('h1').textContent()).toBe('3 practices');
      expect(await count.textContent()).toBe('3');
      expect(await page.locator('input[name="q"]').inputValue()).toBe('remitt');
      expect(new URL(page.url()).search).toBe('?q=remitt');

      await page.locator('input[name="goal"][value="8"]').check();
      await page
        .getByRole('link', { name: /Take off/ })
        .first()
        .waitFor();
      expect(await page.locator('h1').textContent()).toBe('1 practice');
      expect(await count.textContent()).toBe('3');
      expect(new URL(page.url()).search).toBe('?q=remitt&goal=8');
      expect(await page.evaluate(() => 'samePage' in window)).toBe(true);
    });
  });

  test('by keyboard, the first stop leads past the head to the content', async () => {
    await onPage('/practices', {}, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => location.hash)).toBe('#main');
    });
  });

  test.each([
    '/',
    '/practices',
    '/practices/papyrus-project',
    '/sdgs/10',
    '/places/MA',
    '/coverage',
    '/time',
    '/map',
    '/map?within=142',
    '/reports/annex-2020',
    '/style',
    '/style/heat-table',
    '/offline',
  ])('%s, all in, is under 60 kB compressed', async (path) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    let bytes = 0;
    client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(server.origin + path, { waitUntil: 'networkidle' });
    await context.close();
    expect(bytes).toBeGreaterThan(2_000);
    expect(bytes).toBeLessThan(60_000);
  });

  test('by keyboard, the map can be passed, and each of its countries is reached, seen to be so, and opened', async () => {
    await onPage('/map?goal=10', {}, async (page) => {
      const countries = page.locator('figure svg a');
      expect(await countries.count()).toBeGreaterThan(10);
      await page.getByRole('link', { name: 'Skip the map' }).focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      const first = countries.first();
      expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
      expect(await first.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
      const count = /(\d+) practices?$/.exec((await first.getAttribute('aria-label'))!)![1];
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/practices\?goal=10&country=/);
      expect(await page.locator('h1').textContent()).toMatch(new RegExp(`^${count} practice`));
    });
  });

  test('no link within the site leads nowhere', async () => {
    const seen = new Set<string>(['/']);
    const waiting = ['/'];
    const broken: string[] = [];
    while (waiting.length > 0 && seen.size < 400) {
      const path = waiting.shift()!;
      const response = await fetch(server.origin + path);
      if (response.status >= 400) broken.push(`${response.status} ${path}`);
      const text = response.headers.get('content-type')?.includes('text/html') ? await response.text() : '';
      for (const [, href] of text.matchAll(/href="([^"#]+)/g)) {
        const url = URL.parse(href!.replaceAll('&amp;', '&'), server.origin + path);
        const next = url && url.origin === server.origin ? url.pathname + url.search : null;
        if (next && !seen.has(next) && seen.size < 400) {
          seen.add(next);
          waiting.push(next);
        }
      }
    }
    expect(broken).toEqual([]);
  });
});
