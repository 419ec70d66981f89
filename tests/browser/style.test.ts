import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from '../support/axe.ts';
import { CHROMIUM, openBrowser } from '../support/browser.ts';
import { STYLE_PAGES } from '../support/pages.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';

describe.skipIf(!CHROMIUM)('The style pages', () => {
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

  test.each(['/style', ...STYLE_PAGES])(
    '%s says what it shows, in four languages, and is for no index',
    async (path) => {
      for (const prefix of ['', '/fr', '/es', '/ar']) {
        const response = await fetch(server.origin + prefix + path);
        const html = await response.text();
        expect(response.status).toBe(200);
        expect(html.split('<body')[0]!.match(/<title>/g)).toHaveLength(1);
        expect(html).toContain('<meta name="robots" content="noindex"');
        expect(html).not.toMatch(/undefined|\[object |NaN|style\.\w+-/);
      }
    },
  );

  test('no link on them leads nowhere', async () => {
    const seen = new Set<string>();
    for (const path of ['/style', ...STYLE_PAGES]) {
      const html = await (await fetch(server.origin + path)).text();
      for (const [, href] of html.matchAll(/ href="([^"#]+)/g)) seen.add(href!.replaceAll('&amp;', '&'));
    }
    const broken: string[] = [];
    for (const href of seen) {
      // A mail program or a telephone opens these, not the server.
      if (/^(mailto|tel):/.test(href)) continue;
      const { status } = await fetch(new URL(href, `${server.origin}/style/`));
      if (status >= 400) broken.push(`${status} ${href}`);
    }
    expect(seen.size).toBeGreaterThan(100);
    expect(broken).toEqual([]);
  });

  test('a part of a page is dark where it is asked to be, and light, whatever the reader has chosen', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme });
      const page = await context.newPage();
      await page.goto(`${server.origin}/style/notice`);
      const grounds = await page
        .locator('.ground')
        .evaluateAll((parts) => parts.slice(0, 3).map((part) => getComputedStyle(part).backgroundColor));
      expect(grounds).toEqual(['rgb(251, 250, 246)', 'rgb(251, 250, 246)', 'rgb(17, 22, 21)']);
      const body = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(body).toBe(colorScheme === 'dark' ? 'rgb(17, 22, 21)' : 'rgb(251, 250, 246)');
      await context.close();
    }
  });

  test('arrows and the side of a text follow the part they stand in, not the page', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const facts: unknown[] = [];
    for (const prefix of ['', '/ar']) {
      await page.goto(`${server.origin}${prefix}/style/pagination`);
      facts.push(
        await page
          .locator('.ground a[rel="next"] svg')
          .evaluateAll((arrows) => arrows.slice(0, 3).map((arrow) => getComputedStyle(arrow).transform)),
      );
    }
    const [right, left] = ['matrix(1, 0, 0, 1, 0, 0)', 'matrix(-1, 0, 0, 1, 0, 0)'];
    expect(facts).toEqual([
      [right, left, right],
      [right, left, right],
    ]);
    await context.close();
  });

  test.each(STYLE_PAGES)('%s: axe finds nothing, nothing runs off the side', async (path) => {
    for (const [prefix, width, dark] of [
      ['', 360, true],
      ['/ar', 1440, false],
    ] as const) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: dark ? 'dark' : 'light',
      });
      const page = await context.newPage();
      await page.goto(server.origin + prefix + path);
      // The same landmark in several states has the same name: that alone is not asked of these pages.
      expect(await violationsOn(page, 'landmark-unique')).toEqual([]);
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content, `${prefix}${path} at ${width}`).toBeLessThanOrEqual(window!);
      await context.close();
    }
  });
});
