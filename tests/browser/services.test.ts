import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from '../support/axe.ts';
import { CHROMIUM, openBrowser } from '../support/browser.ts';
import { type Ministry, startMinistry } from '../support/ministry.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { signedInAs } from '../support/visit.ts';

describe.skipIf(!CHROMIUM)('Signing in with a ministry, in a browser', () => {
  const folder = newFolder();
  let server: RunningServer;
  let browser: Browser;
  let ministry: Ministry;
  beforeAll(async () => {
    ministry = await startMinistry('interior-ke');
    ministry.settings['name'] = 'State Department for Immigration and Citizen Services';
    server = await startServer(folder, { SAMPLE: 'off', OIDC_PROVIDERS: JSON.stringify([ministry.settings]) });
    ministry.admit(server.origin);
    browser = await openBrowser();
    for (const [name, email] of [
      ['amina', 'amina@interior.go.ke'],
      ['juma', 'juma@interior.go.ke'],
    ] as const) {
      await signedInAs(server, folder, 'curator', { email });
      ministry.people[name] = { email, email_verified: true };
    }
    ministry.people['guest'] = { email: 'guest@interior.go.ke', email_verified: true };
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await ministry.stop();
    removeFolder(folder);
  });

  const button = 'Se connecter avec State Department for Immigration and Citizen Services';

  async function onPage<Result>(look: BrowserContextOptions, see: (page: Page) => Promise<Result>): Promise<Result> {
    const context = await browser.newContext(look);
    // The ministry's own page would have its letters from elsewhere.
    await context.route(
      (url) => url.hostname !== '127.0.0.1',
      (route) => route.abort(),
    );
    try {
      return await see(await context.newPage());
    } finally {
      await context.close();
    }
  }

  /** At the ministry: types a name, and allows that the forum is told who one is. */
  async function signInThere(page: Page, login: string): Promise<void> {
    await page.waitForURL((url) => url.origin === ministry.issuer);
    await page.getByPlaceholder('Enter any login').fill(login);
    await page.getByPlaceholder('and password').fill('any');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL((url) => url.origin === server.origin);
  }

  test.each([
    ['amina', true],
    ['juma', false],
  ])('%s goes there from the page she wanted, and comes back to it signed in (scripts: %s)', async (login, scripts) => {
    await onPage({ javaScriptEnabled: scripts }, async (page) => {
      const said: string[] = [];
      page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
      await page.goto(`${server.origin}/fr/account?x=1`);
      expect(new URL(page.url()).pathname).toBe('/fr/sign-in');
      await page.getByRole('button', { name: button }).click();
      await signInThere(page, login);
      expect(page.url()).toBe(`${server.origin}/fr/account?x=1`);
      await page.getByText(`${login}@interior.go.ke`).waitFor();
      expect(await page.locator('#services li').textContent()).toContain('Liée le');
      expect(said.filter((text) => text.includes(server.origin))).toEqual([]);
      await page.getByRole('button', { name: /^Retirer le lien/ }).click();
      await page.getByText('Le lien est retiré.').waitFor();
      expect(await page.locator('#services li').count()).toBe(0);
    });
  });

  test('a guest of the ministry is told what to do; the address of that page holds nothing that came with him', async () => {
    await onPage({}, async (page) => {
      await page.goto(`${server.origin}/fr/sign-in`);
      await page.getByRole('button', { name: button }).click();
      await signInThere(page, 'guest');
      expect(page.url()).toBe(`${server.origin}/fr/sign-in/with/interior-ke?outcome=unknown&next=%2Fdesk`);
      await page.getByRole('heading', { name: 'Aucun compte d’ici ne correspond à cette connexion' }).waitFor();
      await page.getByRole('link', { name: 'Réessayer' }).click();
      await page.getByRole('button', { name: 'Continuer' }).waitFor();
    });
  });

  describe.each([
    '/sign-in',
    '/sign-in/with/interior-ke',
    ...['denied', 'stale', 'unreachable', 'untrusted', 'unknown'].map(
      (outcome) => `/sign-in/with/interior-ke?outcome=${outcome}`,
    ),
  ])('%s', (path) => {
    test.each([
      ['in English', '', 1440, false],
      ['in Arabic, on a phone, dark', '/ar', 360, true],
    ])('%s: axe finds nothing, nothing runs off the side', async (_, prefix, width, dark) => {
      await onPage({ viewport: { width, height: 900 }, colorScheme: dark ? 'dark' : 'light' }, async (page) => {
        await page.goto(server.origin + prefix + path);
        expect(await violationsOn(page)).toEqual([]);
        const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        expect(content).toBeLessThanOrEqual(window!);
      });
    });
  });
});
