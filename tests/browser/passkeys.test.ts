import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from '../support/axe.ts';
import { CHROMIUM, openBrowser } from '../support/browser.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { paintsAndShifts } from '../support/slow-line.ts';
import { withDevice } from '../support/virtual-authenticator.ts';
import { signedInAs, visit } from '../support/visit.ts';

describe.skipIf(!CHROMIUM)('Passkeys, in a browser', () => {
  const folder = newFolder();
  let server: RunningServer;
  let browser: Browser;
  /** Browsers make no passkeys for a number. */
  let origin: string;
  beforeAll(async () => {
    server = await startServer(folder, { SAMPLE: 'off' });
    origin = server.origin.replace('127.0.0.1', 'localhost');
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    removeFolder(folder);
  });

  /** Opens a browser, signed in as somebody or as nobody, and gives what `see` makes of its page. */
  async function inBrowserOf<Result>(
    email: string | null,
    look: Parameters<Browser['newContext']>[0],
    see: (page: Page) => Promise<Result>,
  ): Promise<Result> {
    const context = await browser.newContext(look);
    try {
      if (email !== null) {
        const { cookies } = await signedInAs(server, folder, 'curator', { email });
        await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: origin })));
      }
      return await see(await context.newPage());
    } finally {
      await context.close();
    }
  }

  const addOne = async (page: Page) => {
    await page.goto(`${origin}/fr/account`);
    await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
    await page.getByText('La clé d’accès est ajoutée.').waitFor();
  };

  test('one is added, signs in, is renamed, and is removed', async () => {
    await inBrowserOf('aicha@example.org', {}, async (page) => {
      const said: string[] = [];
      page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
      const device = await withDevice(page);
      await page.goto(`${origin}/fr/account`);
      expect(await page.getByLabel('Nom de la clé d’accès').inputValue()).toMatch(/ sur Linux$/);
      await page.getByLabel('Nom de la clé d’accès').fill('Portable du bureau');
      await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
      await page.getByText('La clé d’accès est ajoutée.').waitFor();
      expect(await device.held()).toBe(1);

      await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click();
      await page.getByText('Vous êtes déconnecté.').waitFor();
      await page.goto(`${origin}/fr/account?x=1`);
      await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
      await page.waitForURL('**/fr/account?x=1');
      await page.getByText('aicha@example.org').waitFor();
      expect(await page.locator('#passkeys li').textContent()).toContain('utilisée pour la dernière fois le');

      await page.getByText('Renommer').click();
      await page.locator('#passkeys details').getByLabel('Nom de la clé d’accès').fill('Clé de la délégation');
      await page.getByRole('button', { name: 'Enregistrer' }).last().click();
      await page.getByText('La clé d’accès est renommée.').waitFor();
      expect(await page.locator('#passkeys li bdi').textContent()).toBe('Clé de la délégation');

      await page.getByRole('button', { name: /^Supprimer.*Clé de la délégation$/ }).click();
      await page.getByText('La clé d’accès est supprimée').waitFor();
      await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click();
      await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
      await page.getByText('Cette clé d’accès n’a pas été acceptée').waitFor();
      expect(new URL(page.url()).pathname).toBe('/fr/sign-in');
      expect(said.filter((text) => !/status of 400/.test(text))).toEqual([]);
    });
  });

  test('a device that has one already makes no second one, and the page says so', async () => {
    await inBrowserOf('twice@example.org', {}, async (page) => {
      const device = await withDevice(page);
      await addOne(page);
      await page.getByLabel('Nom de la clé d’accès').last().fill('Encore une');
      await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
      await page.getByText('cet appareil en a peut-être déjà une pour vous').waitFor();
      expect(await page.getByLabel('Nom de la clé d’accès').last().inputValue()).toBe('Encore une');
      expect(await device.held()).toBe(1);
    });
  });

  test('where the device is not unlocked, the page says what to do, and nobody is signed in', async () => {
    await inBrowserOf('locked@example.org', {}, async (page) => {
      const device = await withDevice(page);
      await addOne(page);
      await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click();
      await device.unlocks(false);
      await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
      await page.getByText('Aucune clé d’accès n’a été utilisée.').waitFor();
      await device.unlocks(true);
      await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
      await page.waitForURL('**/fr/desk');
    });
  });

  test('whoever opens the forum by its number is led to where passkeys work', async () => {
    await inBrowserOf(null, {}, async (page) => {
      const shown = page.getByText('Les clés d’accès fonctionnent quand le forum est ouvert à cette adresse');
      await page.goto(`${origin}/fr/sign-in`);
      expect(await shown.isVisible()).toBe(false);
      await page.goto(`${server.origin}/fr/sign-in`);
      await shown.waitFor();
      await page.getByRole('link', { name: origin }).click();
      await page.waitForURL(`${origin}/fr/**`);
    });
  });

  test('what a page of another origin gets a device to answer is refused', async () => {
    const elsewhere = createServer((_, response) =>
      response.setHeader('content-type', 'text/html').end('<h1>Win</h1>'),
    );
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address() as AddressInfo;
    try {
      await inBrowserOf('led-astray@example.org', {}, async (page) => {
        await withDevice(page);
        await addOne(page);
        const answeredAt = async (address: string) => {
          const visitor = visit(server);
          const options = (await (await visitor.post('/sign-in/passkey', {})).json()) as object;
          await page.goto(address);
          const answer = await page.evaluate(async (shown) => {
            const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(shown as never);
            return JSON.stringify(await navigator.credentials.get({ publicKey }));
          }, options);
          return (await visitor.post('/sign-in?/passkey', { answer, next: '/' })).status;
        };
        expect(await answeredAt(`http://localhost:${port}/`)).toBe(400);
        expect(await answeredAt(`${origin}/healthz`)).toBe(303);
      });
    } finally {
      await new Promise((resolve) => elsewhere.close(resolve));
    }
  });

  test('without scripts none is offered, those there are can be renamed, and the other ways stand', async () => {
    const email = 'plain@example.org';
    await inBrowserOf(email, {}, async (page) => {
      await withDevice(page);
      await addOne(page);
    });
    await inBrowserOf(email, { javaScriptEnabled: false }, async (page) => {
      await page.goto(`${origin}/fr/account`);
      expect(await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).count()).toBe(0);
      await page.getByText('dans un navigateur qui connaît les clés d’accès').waitFor();
      await page.getByText('Renommer').click();
      await page.locator('#passkeys details').getByLabel('Nom de la clé d’accès').fill('Autre nom');
      await page.locator('#passkeys details button').click();
      await page.getByText('La clé d’accès est renommée.').waitFor();
    });
    await inBrowserOf(null, { javaScriptEnabled: false }, async (page) => {
      await page.goto(`${origin}/fr/sign-in`);
      expect(await page.getByRole('button').allTextContents()).toEqual(['Envoyez-moi un lien', 'Se connecter']);
    });
  });

  test('at an address that is a number none is offered: browsers would make none', async () => {
    await inBrowserOf(null, {}, async (page) => {
      await page.goto(`${server.origin}/sign-in`);
      await page.waitForLoadState('networkidle');
      expect(await page.getByRole('button').allTextContents()).toEqual(['Send me a link', 'Sign in']);
    });
  });

  test.each(['/sign-in', '/account'])(
    '%s with all it offers: axe finds nothing, nothing runs off the side, nothing moves',
    async (path) => {
      const email = 'look@example.org';
      for (const [prefix, width, colorScheme] of [
        ['', 1440, 'light'],
        ['/ar', 360, 'dark'],
      ] as const)
        await inBrowserOf(
          path === '/account' ? email : null,
          { viewport: { width, height: 900 }, colorScheme },
          async (page) => {
            if (path === '/account' && prefix === '') {
              await withDevice(page);
              await addOne(page);
            }
            await page.goto(origin + prefix + path, { waitUntil: 'networkidle' });
            expect(await page.locator('[data-passkeys]').isVisible()).toBe(true);
            expect(await violationsOn(page)).toEqual([]);
            const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
            expect(content).toBeLessThanOrEqual(window!);
            expect((await page.evaluate(paintsAndShifts)).moved).toEqual([]);
          },
        );
    },
  );
});
