import { expect, test } from 'vitest';
import { violationsOn } from '../support/axe.ts';
import { inBrowser } from '../support/browsing.ts';
import { STYLE_PAGES } from '../support/pages.ts';

inBrowser('The style pages', ({ origin, onPage }) => {
  test.each(['/style', ...STYLE_PAGES])(
    '%s says what it shows, in four languages, and is for no index',
    async (path) => {
      for (const prefix of ['', '/fr', '/es', '/ar']) {
        const response = await fetch(origin() + prefix + path);
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
      const html = await (await fetch(origin() + path)).text();
      for (const [, href] of html.matchAll(/ href="([^"#]+)/g)) seen.add(href!.replaceAll('&amp;', '&'));
    }
    const broken: string[] = [];
    for (const href of seen) {
      // A mail program or a telephone opens these, not the server.
      if (/^(mailto|tel):/.test(href)) continue;
      const { status } = await fetch(new URL(href, `${origin()}/style/`));
      if (status >= 400) broken.push(`${status} ${href}`);
    }
    expect(seen.size).toBeGreaterThan(100);
    expect(broken).toEqual([]);
  });

  test('a part of a page is dark where it is asked to be, and light, whatever the reader has chosen', async () => {
    for (const dark of [false, true])
      await onPage('/style/notice', { dark }, async (page) => {
        const grounds = await page
          .locator('.ground')
          .evaluateAll((parts) => parts.slice(0, 3).map((part) => getComputedStyle(part).backgroundColor));
        expect(grounds).toEqual(['rgb(251, 250, 246)', 'rgb(251, 250, 246)', 'rgb(17, 22, 21)']);
        const body = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        expect(body).toBe(dark ? 'rgb(17, 22, 21)' : 'rgb(251, 250, 246)');
      });
  });

  test('arrows and the side of a text follow the part they stand in, not the page', async () => {
    const facts: unknown[] = [];
    for (const prefix of ['', '/ar'])
      facts.push(
        await onPage(`${prefix}/style/pagination`, {}, (page) =>
          page
            .locator('.ground a[rel="next"] svg')
            .evaluateAll((arrows) => arrows.slice(0, 3).map((arrow) => getComputedStyle(arrow).transform)),
        ),
      );
    const [right, left] = ['matrix(1, 0, 0, 1, 0, 0)', 'matrix(-1, 0, 0, 1, 0, 0)'];
    expect(facts).toEqual([
      [right, left, right],
      [right, left, right],
    ]);
  });

  test.each(STYLE_PAGES)('%s: axe finds nothing, nothing runs off the side', async (path) => {
    for (const [prefix, width, dark] of [
      ['', 360, true],
      ['/ar', 1440, false],
    ] as const)
      await onPage(prefix + path, { width, dark }, async (page) => {
        // The same landmark in several states has the same name: that alone is not asked of these pages.
        expect(await violationsOn(page, 'landmark-unique')).toEqual([]);
        const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        expect(content, `${prefix}${path} at ${width}`).toBeLessThanOrEqual(window!);
      });
  });
});
