import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from '../support/axe.ts';
import { CHROMIUM, openBrowser } from '../support/browser.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { signedInAs, type Visit } from '../support/visit.ts';

describe.skipIf(!CHROMIUM)('Sharing a practice, in French', () => {
  const folder = newFolder();
  let server: RunningServer;
  let browser: Browser;
  let focalPoint: Visit;
  let colleague: Visit;
  beforeAll(async () => {
    server = await startServer(folder);
    browser = await openBrowser();
    focalPoint = await signedInAs(server, folder, 'focal-point', { state: 'SN', email: 'awa@example.org' });
    colleague = await signedInAs(server, folder, 'focal-point', { state: 'SN', email: 'moussa@example.org' });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    removeFolder(folder);
  });

  async function as(visit: Visit, scripts = true): Promise<{ page: Page; context: BrowserContext }> {
    const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: { width: 360, height: 800 } });
    await context.addCookies([...visit.cookies].map(([name, value]) => ({ name, value, url: server.origin })));
    return { page: await context.newPage(), context };
  }

  async function begun(page: Page, title: string): Promise<string> {
    await page.goto(`${server.origin}/fr/share`);
    await page.getByLabel('Titre').fill(title);
    await page.getByRole('button', { name: 'Commencer' }).click();
    return page.url().replace(/\/what.*$/, '');
  }

  test.each([true, false])(
    'she describes a law of her country, subject by subject, and hands it in (scripts: %s)',
    async (scripts) => {
      const { page, context } = await as(focalPoint, scripts);
      const draft = await begun(page, `Loi sur le recrutement ${scripts}`);
      const on = () => page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
      expect(await page.getByLabel('Langue de votre texte').inputValue()).toBe('fr');
      await page.getByLabel('Description').fill('Aucun travailleur ne paie.\nLes recruteurs sont enregistrés.');
      await page.getByLabel('Type').selectOption('law');
      await on();
      await page.getByLabel('Ajouter des pays ou des régions').fill('Sénégal, Gambie, Dakar');
      await page.getByLabel('Première année').fill('il y a longtemps');
      await on();
      // What cannot be read is said beside its field, and still there; what can be is in its place.
      expect(new URL(page.url()).pathname).toMatch(/\/where$/);
      expect(await page.locator('.problem').textContent()).toContain(
        '«\u00a0il y a longtemps\u00a0» n’est pas une année',
      );
      expect(await page.getByLabel('Première année').inputValue()).toBe('il y a longtemps');
      expect(await page.getByRole('checkbox', { name: 'Sénégal' }).isChecked()).toBe(true);
      expect(await page.getByLabel('Villes, provinces').inputValue()).toBe('Dakar');
      await page.getByLabel('Première année').fill('2017');
      await page.getByLabel('Elle est en cours').check();
      await on();
      await page.getByLabel('Qui en est responsable').fill('Ministère du Travail');
      await on();
      await page.getByLabel('Ajouter des objectifs ou des cibles').fill('10.7, 8.8');
      await page.getByRole('checkbox', { name: /^6 / }).check();
      await on();
      await page.goto(`${draft}/goals`);
      expect(await page.getByRole('checkbox', { name: /^10\.7/ }).isChecked()).toBe(true);
      await page.goto(`${draft}/check`);
      expect(await page.locator('section:has(> #preview-title)').textContent()).toContain(
        'Les recruteurs sont enregistrés.',
      );
      await page.getByRole('button', { name: 'Soumettre' }).click();
      await page.getByText('Soumis. L’équipe éditoriale vous écrira.').waitFor();
      // Handed in, it is not changed under the eyes of the curators; taken back, it is hers again.
      await page.goto(`${draft}/what`);
      expect(await page.getByLabel('Titre').isDisabled()).toBe(true);
      await page.goto(`${draft}/check`);
      await page.getByRole('button', { name: 'Reprendre pour modifier' }).click();
      await page.goto(`${draft}/what`);
      expect(await page.getByLabel('Titre').isEnabled()).toBe(true);
      await context.close();
    },
  );

  test('what she types is saved as she types; with the network cut it is there again after she comes back, and then saved', async () => {
    const { page, context } = await as(focalPoint);
    const draft = await begun(page, 'Guichet unique');
    await page.goto(`${draft}/results`);
    await page.getByRole('textbox', { name: 'Résultats' }).fill('Trois mille dossiers en un an.');
    await page.locator('[data-status]', { hasText: 'Enregistré' }).waitFor();
    await expect
      .poll(async () => (await (await as(colleague)).page.goto(`${draft}/results`))!.text())
      .toContain('Trois mille');

    await context.setOffline(true);
    await page.getByRole('textbox', { name: 'Enseignements' }).fill('Commencer par former les agents.');
    await page.locator('[data-status]', { hasText: 'Pas de connexion' }).waitFor();
    await page.goto('about:blank');
    await context.setOffline(false);
    await page.goto(`${draft}/results`);
    expect(await page.getByRole('textbox', { name: 'Enseignements' }).inputValue()).toBe(
      'Commencer par former les agents.',
    );
    await page.locator('[data-status]', { hasText: 'Enregistré' }).waitFor();
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'Enseignements' }).inputValue()).toBe(
      'Commencer par former les agents.',
    );
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await context.close();
  });

  test.each([true, false])(
    'two who change the same text both find both texts, and nothing is lost (scripts: %s)',
    async (scripts) => {
      const [hers, his] = [await as(focalPoint, scripts), await as(colleague, scripts)];
      const draft = await begun(hers.page, 'Écoles de la diaspora');
      const results = (page: Page) => page.getByRole('textbox', { name: 'Résultats' });
      const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      for (const { page } of [hers, his]) await page.goto(`${draft}/results`);
      await results(hers.page).fill('Texte d’Awa.');
      await save(hers.page);
      await results(his.page).fill('Texte de Moussa.');
      await save(his.page);
      await his.page.getByText('Quelqu’un d’autre a modifié le même texte entre-temps.').waitFor();
      expect(await his.page.locator('.theirs').textContent()).toBe('Texte d’Awa.');
      expect(await his.page.locator('textarea').first().inputValue()).toBe('Texte de Moussa.');
      await his.page.locator('textarea').first().fill('Texte d’Awa. Texte de Moussa.');
      await save(his.page);
      await hers.page.goto(`${draft}/results`);
      expect(await results(hers.page).inputValue()).toBe('Texte d’Awa. Texte de Moussa.');
      await hers.page.goto(`${draft}/history`);
      expect(await hers.page.locator('main').textContent()).toContain('Texte de Moussa.');
      await hers.context.close();
      await his.context.close();
    },
  );

  test('axe finds nothing on any page of the form, in English and in Arabic, and nothing runs off the side', async () => {
    const { page, context } = await as(focalPoint);
    const draft = await begun(page, 'Cartes consulaires');
    for (const prefix of ['', '/ar'])
      for (const step of ['what', 'where', 'who', 'goals', 'results', 'needs', 'translations', 'check', 'history']) {
        await page.goto(`${draft.replace(/\/fr\/|(?<=:\d+)\//, `${prefix}/`)}/${step}`);
        expect([step, await violationsOn(page)]).toEqual([step, []]);
        const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        expect([step, content! <= window!]).toEqual([step, true]);
      }
    await context.close();
  });
});
