import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from '../support/axe.ts';
import { CHROMIUM, openBrowser } from '../support/browser.ts';
import { type Character, tellDeskStory } from '../support/desk-story.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { asOperator, tokenOf, visit, type Visit } from '../support/visit.ts';

describe.skipIf(!CHROMIUM)('In a browser, the desk', () => {
  const folder = newFolder();
  let server: RunningServer;
  let browser: Browser;
  const visitors = new Map<Character, Visit>();
  const onDesk = async (
    who: Character,
    path: string,
    { width = 1440, dark = false, scripts = true },
    see: (page: Page) => Promise<void>,
  ) => {
    const cookies = [...visitors.get(who)!.cookies].map(([name, value]) => ({ name, value, url: server.origin }));
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
      javaScriptEnabled: scripts,
    });
    try {
      await context.addCookies(cookies);
      const page = await context.newPage();
      await page.goto(server.origin + path);
      await see(page);
    } finally {
      await context.close();
    }
  };
  beforeAll(async () => {
    await tellDeskStory(folder, {});
    server = await startServer(folder, { SAMPLE: 'off' });
    browser = await openBrowser();
    for (const who of ['amina', 'curator', 'unit', 'newcomer'] as const) {
      const link = await asOperator(folder, { ORIGIN: server.origin }, (ask) =>
        ask('people.link', { email: `${who}@example.org` }),
      );
      const visitor = visit(server);
      await visitor.post('/sign-in/link', { token: tokenOf(link!) });
      visitors.set(who, visitor);
    }
    for (let tries = 0; tries < 100; tries++) {
      if ((await (await visitors.get('amina')!.get('/en/desk')).text()).includes('has a question to you')) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
    removeFolder(folder);
  });

  describe.each([
    ['amina', '/desk?done=read'],
    ['curator', '/desk'],
    ['unit', '/desk'],
    ['newcomer', '/desk'],
    ['amina', '/desk/notifications'],
    ['newcomer', '/desk/notifications'],
  ] as const)('of %s at %s', (who, path) => {
    test.each([
      ['in English', '/en', 1440, false],
      ['in French, on a tablet', '/fr', 768, false],
      ['in Arabic, on a phone, dark', '/ar', 360, true],
    ])('%s: axe finds nothing, nothing runs off the side', async (_, prefix, width, dark) => {
      await onDesk(who, prefix + path, { width, dark }, async (page) => {
        expect(await violationsOn(page)).toEqual([]);
        const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        expect(content).toBeLessThanOrEqual(window!);
      });
    });
  });

  test('a practice is confirmed by keyboard alone, without scripts', async () => {
    await onDesk('amina', '/fr/desk', { width: 360, scripts: false }, async (page) => {
      await page.getByRole('button', { name: /Toujours comme décrit\s*: Village courts/ }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/done=confirmed/);
      expect(await page.getByText('il est noté que la pratique est toujours comme décrite').isVisible()).toBe(true);
      const menu = page.getByRole('button', { name: /Menu/ });
      expect(await menu.textContent()).toContain('(2 éléments vous attendent)');
      await menu.focus();
      await page.keyboard.press('Enter');
      const desk = page.getByRole('link', { name: /Bureau/ }).first();
      expect(await desk.textContent()).toContain('(2 éléments vous attendent)');
      await page.keyboard.press('Escape');
      expect(await desk.isVisible()).toBe(false);
    });
  });

  test('mail is chosen on the account page, without scripts', async () => {
    await onDesk('newcomer', '/ar/account', { width: 360, scripts: false }, async (page) => {
      await page.locator('#mail select').selectOption('weekly');
      await page.locator('#mail button').click();
      await page.waitForURL(/done=mail/);
      expect(await page.locator('#mail select').inputValue()).toBe('weekly');
    });
  });
});
