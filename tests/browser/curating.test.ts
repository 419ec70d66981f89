import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from '../support/axe.ts';
import { CHROMIUM, openBrowser } from '../support/browser.ts';
import { type CuratedForum, curatedForum } from '../support/curated.ts';

/** Every page of those who curate, in its states; {…} is the id of a draft or the address of a practice. */
const PAGES = [
  '/desk/review',
  '/desk/review?stage=with-owner',
  '/desk/review/{rich}',
  '/desk/review/{conflict}',
  '/desk/review/{hostile}',
  '/desk/review/{conflict}/texts',
  '/desk/drafts/{conflict}/check',
  '/desk/drafts/{rich}/check',
  '/practices/{courts}',
  '/practices/{courts}/keep',
  '/practices/{courts}/keep?step=withdraw',
  '/practices/{courts}/merge?q=clinics',
  '/practices/{goes}/merge?into=clinics-for-mothers-at-the-border',
  '/practices/{restored}/versions',
  '/practices/{restored}/versions?restore=1',
];

describe.skipIf(!CHROMIUM)('In a browser, curating', () => {
  let forum: CuratedForum;
  let browser: Browser;
  beforeAll(async () => {
    forum = await curatedForum({});
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await forum.end();
  });

  const pathOf = (path: string) =>
    path.replace(/\{(\w+)\}/, (_, name: string) => {
      const { drafts, practices } = forum;
      return path.startsWith('/desk') ? drafts[name as 'rich'] : practices[name as 'courts'].slug;
    });
  const asCurator = async (path: string, look: BrowserContextOptions, see: (page: Page) => Promise<void>) => {
    const { server, people } = forum;
    const context = await browser.newContext(look);
    await context.addCookies([...people.curator.cookies].map(([name, value]) => ({ name, value, url: server.origin })));
    const page = await context.newPage();
    await page.goto(server.origin + path);
    await see(page);
    await context.close();
  };

  describe.each(PAGES)('%s', (path) => {
    test.each([
      ['in English', '', 1440, 'light'],
      ['in Arabic, on a phone, dark', '/ar', 360, 'dark'],
      ['in French', '/fr', 768, 'light'],
    ] as const)('%s: axe finds nothing, nothing runs off the side', async (_, prefix, width, colorScheme) => {
      await asCurator(prefix + pathOf(path), { viewport: { width, height: 900 }, colorScheme }, async (page) => {
        expect(await violationsOn(page)).toEqual([]);
        const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        expect(content).toBeLessThanOrEqual(window!);
        const folder = process.env['PICTURES'];
        const name = `${path.replace(/[^a-z]+/gi, '_')}.${width}.png`;
        if (folder) await page.screenshot({ path: `${folder}/${name}`, fullPage: true });
      });
    });
  });

  test('a draft is reviewed by keyboard alone, without scripts: taken, remarked on, checked, published', async () => {
    await asCurator('/desk/review', { javaScriptEnabled: false }, async (page) => {
      /** Goes on from stop to stop until one has this name, and acts on it as a keyboard does. */
      const reach = async (name: string, key: 'Enter' | 'Space' | null = 'Enter') => {
        for (let stops = 0; stops < 300; stops++) {
          await page.keyboard.press('Tab');
          const said = await page.evaluate(() => {
            const at = document.activeElement as HTMLInputElement;
            return (at.labels?.[0] ?? at).textContent.replace(/\s+/g, ' ').trim();
          });
          if (!said.startsWith(name)) continue;
          if (key) await page.keyboard.press(key);
          return;
        }
        throw new Error(`No stop is called ${name}.`);
      };
      await reach('Fees for recruiters');
      await page.getByRole('heading', { level: 1, name: 'Fees for recruiters' }).waitFor();
      await reach('Take into review');
      await page.getByText('You look after it now.').waitFor();
      await reach('Add a remark: Description');
      await reach('Remark on: Description', null);
      await page.keyboard.type('Who pays instead?');
      await reach('Add a remark');
      await page.getByText('Your remark stands beside the field.').waitFor();
      await reach('Settle: Who pays instead?');
      await page.getByText('Saved.').waitFor();
      // Of three answers the one in use is a stop, and arrows go to the others: “Holds” is two before “Not yet looked at”.
      for (let point = 0; point < 5; point++) {
        await reach('Not yet looked at', null);
        if (point === 1) {
          await page.keyboard.press('ArrowUp');
          await page.keyboard.press('Tab');
          await page.keyboard.type('The law is not on the web.');
          continue;
        }
        await page.keyboard.press('ArrowUp');
        await page.keyboard.press('ArrowUp');
      }
      await reach('Save the checklist');
      await page.getByText('The checklist is saved.').waitFor();
      await reach('Publish');
      await page.getByText('It is published.').waitFor();
      await reach('Read it');
      await page.waitForURL('**/practices/fees-for-recruiters');
    });
  });

  test('what is hostile in a draft stays text, scripts on', async () => {
    for (const path of [pathOf('/desk/review/{hostile}'), '/desk/review'])
      await asCurator(path, {}, async (page) => {
        await page.waitForLoadState('networkidle');
        expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
        expect(await page.locator('img').count()).toBe(0);
        expect(await page.locator('script:not([src])').count()).toBe(0);
        expect(await page.getByText('<script>hacked()</script>').count()).toBeGreaterThan(0);
      });
  });
});
