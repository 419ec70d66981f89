import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from '../support/axe.ts';
import { CHROMIUM, openBrowser } from '../support/browser.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { linkMailedTo, signedInAs, type Visit } from '../support/visit.ts';

describe.skipIf(!CHROMIUM)('In a browser, signed in', () => {
  const folder = newFolder();
  let server: RunningServer;
  let browser: Browser;
  let unit: Visit;
  beforeAll(async () => {
    server = await startServer(folder, { SAMPLE: 'off' });
    browser = await openBrowser();
    unit = await signedInAs(server, folder, 'support-unit');
    await signedInAs(server, folder, 'focal-point', { state: 'KE' });
    await unit.post('/account?/password', { password: 'the road to Kisumu is long' });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    removeFolder(folder);
  });

  describe.each([
    '/account',
    '/account?ended=2',
    '/account/app',
    '/account/tokens',
    '/people',
    '/people?invited=a@example.org',
    '/people/erasures',
    '/directory',
    '/directory?country=ZZ',
    '/account/directory',
    '/organisations/new',
    '/organisations',
  ])('%s', (path) => {
    test.each([
      ['in English', '', 1440, false],
      ['in Arabic, on a phone, dark', '/ar', 360, true],
    ])('%s: axe finds nothing, nothing runs off the side', async (_, prefix, width, dark) => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: dark ? 'dark' : 'light',
      });
      await context.addCookies([...unit.cookies].map(([name, value]) => ({ name, value, url: server.origin })));
      const page = await context.newPage();
      await page.goto(server.origin + prefix + path);
      expect(await violationsOn(page)).toEqual([]);
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content).toBeLessThanOrEqual(window!);
      await context.close();
    });
  });

  test.each([true, false])(
    'a colleague is invited, comes in by the mail, changes her name and signs out (scripts: %s)',
    async (scripts) => {
      const email = `colleague-${scripts}@example.org`;
      const context = await browser.newContext({ javaScriptEnabled: scripts });
      await context.addCookies([...unit.cookies].map(([name, value]) => ({ name, value, url: server.origin })));
      const page = await context.newPage();
      await page.goto(`${server.origin}/fr/people`);
      await page.getByLabel('Adresse électronique').first().fill('pas une adresse');
      await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
      expect(await page.locator('.problem').first().textContent()).toContain('Ce n’est pas une adresse électronique');
      expect(await page.getByLabel('Adresse électronique').first().inputValue()).toBe('pas une adresse');
      await page.getByLabel('Adresse électronique').first().fill(email);
      await page.getByLabel('Rôle', { exact: true }).selectOption('curator');
      await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
      await page.getByText(`Une invitation est en route vers ${email}.`).waitFor();
      await context.close();

      const hers = await browser.newContext({ javaScriptEnabled: scripts });
      const own = await hers.newPage();
      await own.goto(await linkMailedTo(folder, email, '/invitation'));
      await own.getByRole('button', { name: 'Accepter et se connecter' }).click();
      expect(new URL(own.url()).pathname).toBe('/fr/desk');
      await own.getByRole('link', { name: 'Mon compte' }).click();
      await own.getByLabel('Nom', { exact: true }).fill('Aïcha Bennani');
      await own.locator('#me').getByRole('button', { name: 'Enregistrer' }).click();
      expect(await own.getByLabel('Nom', { exact: true }).inputValue()).toBe('Aïcha Bennani');
      await own.getByRole('button', { name: 'Se déconnecter', exact: true }).click();
      await own.getByText('Vous êtes déconnecté.').waitFor();
      await own.goto(`${server.origin}/fr/account`);
      expect(new URL(own.url()).pathname).toBe('/fr/sign-in');
      await hers.close();
    },
  );
});
