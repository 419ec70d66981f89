import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, openBrowser } from '../support/browser.ts';
import { mailTo, signedInAs, type Visit } from '../support/visit.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';

const GUIDES = join(import.meta.dirname, '..', '..', 'docs', 'guides');
/** `GUIDE_PICTURES=yes` (npm run guides) puts the pictures of this run into the guides. */
const written = process.env['GUIDE_PICTURES'] === 'yes';

/**
 * The story of issue and guides: a focal point in a ministry describes her country's law in French and is helped to tag it; a
 * curator asks one question and publishes; later she updates it, and nothing of the earlier text is gone. On its way it makes the
 * pictures of the two guides.
 */
describe.skipIf(!CHROMIUM)('A law is shared, curated and updated', () => {
  const folder = newFolder();
  const pictures = written ? join(GUIDES, 'pictures') : newFolder();
  const made = new Set<string>();
  let server: RunningServer;
  let browser: Browser;
  let focalPoint: Visit;
  let curator: Visit;
  beforeAll(async () => {
    server = await startServer(folder);
    browser = await openBrowser();
    mkdirSync(pictures, { recursive: true });
    const state = 'SN';
    focalPoint = await signedInAs(server, folder, 'focal-point', { state, email: 'awa@example.org' });
    curator = await signedInAs(server, folder, 'curator', { email: 'curator@example.org' });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    removeFolder(folder);
    if (!written) removeFolder(pictures);
  });

  async function as(visit: Visit, javaScriptEnabled: boolean): Promise<{ page: Page; context: BrowserContext }> {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1024, height: 768 } });
    await context.addCookies([...visit.cookies].map(([name, value]) => ({ name, value, url: server.origin })));
    return { page: await context.newPage(), context };
  }

  /** A picture of the present page, in English, for a guide. */
  async function picture(page: Page, name: string): Promise<void> {
    // Of the first telling: the catalogue does not hold its practice yet.
    if (made.has(name)) return;
    made.add(name);
    const here = page.url();
    await page.goto(here.replace(/(:\d+)\/(?:(?:fr|en)\/)?/, '$1/en/').replace(/[?&](saved|done)=[^&]*/, ''));
    await page.screenshot({ path: join(pictures, `${name}.png`) });
    await page.goto(here);
  }

  test.each([
    ['with scripts', true],
    ['without', false],
  ])('%s', async (_, scripts) => {
    const title = `Loi sur les frais de recrutement${scripts ? '' : ' (bis)'}`;
    const hers = await as(focalPoint, scripts);
    const { page } = hers;
    const on = () => page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
    await page.goto(`${server.origin}/fr/desk`);
    await page.getByRole('link', { name: 'Partager', exact: false }).first().click();
    await picture(page, 'contributor-1-share');
    await page.getByLabel('Titre').fill(title);
    await page.getByRole('button', { name: 'Commencer' }).click();
    const draft = page.url().replace(/\/what.*$/, '');
    await page
      .getByLabel('Description')
      .fill(
        'La loi interdit de faire payer aux travailleurs migrants les frais de recrutement.\n' +
          'Les agences de recrutement sont enregistrées et contrôlées ; les travailleurs domestiques sont couverts.',
      );
    await on();
    await page.goto(`${draft}/what`);
    await picture(page, 'contributor-2-what');
    await page.goto(`${draft}/where`);
    await page.getByLabel('Ajouter des pays ou des régions').fill('Sénégal');
    await page.getByLabel('Première année').fill('2017');
    await on();
    await page.getByLabel('Qui en est responsable').fill('Ministère du Travail');
    await on();
    // Helped to tag it: what the text is about is offered, with the words that make it so.
    const offered = page.locator('.found').first();
    expect(await offered.textContent()).toMatch(/recrutement/i);
    await picture(page, 'contributor-3-goals');
    await page.locator('.found input[name="sdg"][value="8.8"], .found input[name="sdg"][value="10.7"]').first().check();
    await page.getByLabel('Ajouter des objectifs ou des cibles').fill('10.7');
    await on();
    await page.goto(`${draft}/check`);
    await picture(page, 'contributor-4-check');
    await page.getByRole('button', { name: 'Soumettre' }).click();
    await page.getByText('Soumis. L’équipe éditoriale vous écrira.').waitFor();

    const { page: desk, context } = await as(curator, scripts);
    await desk.goto(`${server.origin}/en/desk/review`);
    await picture(desk, 'curator-1-queue');
    await desk.getByRole('link', { name: title, exact: true }).click();
    await desk.getByRole('button', { name: 'Take into review' }).click();
    await picture(desk, 'curator-2-draft');
    await desk.getByText('Ask the owner', { exact: true }).click();
    await desk.getByLabel('Your question').fill('Depuis quand les agences sont-elles contrôlées ?');
    await desk.getByRole('button', { name: 'Send the question' }).click();

    await page.goto(`${server.origin}/fr/desk`);
    await picture(page, 'contributor-5-desk');
    await page.goto(`${draft}/check`);
    await page.getByText('Depuis quand les agences sont-elles contrôlées ?').first().waitFor();
    await page.goto(`${draft}/results`);
    await page.getByRole('textbox', { name: 'Résultats' }).fill('Les contrôles ont commencé en 2018.');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.goto(`${draft}/check`);
    await page.getByLabel('Votre réponse').fill('Depuis 2018.');
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click();

    await desk.goto(desk.url().replace(/[?#].*/, ''));
    for (const box of await desk.locator('#checks input[value="holds"]').all()) await box.check();
    await desk.getByRole('button', { name: 'Save the checklist' }).click();
    await picture(desk, 'curator-3-checks');
    await desk.getByRole('button', { name: 'Publish', exact: true }).click();
    await desk.getByText('It is published.').waitFor();
    await desk.getByRole('link', { name: 'Read it' }).click();
    const practice = new URL(desk.url()).pathname.replace(/^\/en/, '');
    await picture(desk, 'curator-4-published');
    await context.close();

    // Found by anybody; and a year later changed by its owner, with every earlier word still there.
    const found = await fetch(`${server.origin}/api/v1/practices?q=frais%20recrutement&country=SN`);
    expect(((await found.json()) as { total: number }).total).toBeGreaterThan(0);
    await page.goto(`${server.origin}/fr${practice}/keep`);
    await page.locator('form[action*="change"] button').first().click();
    const change = page.url().replace(/\/what.*$/, '');
    await page.goto(`${change}/results`);
    await page
      .getByRole('textbox', { name: 'Résultats' })
      .fill('Les contrôles ont commencé en 2018 et couvrent tout le pays.');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.goto(`${change}/check`);
    await page.getByRole('button', { name: 'Soumettre' }).click();
    const again = await as(curator, scripts);
    await again.page.goto(`${server.origin}/en/desk/review/${change.split('/').at(-1)}`);
    await again.page.getByRole('button', { name: 'Take into review' }).click();
    for (const box of await again.page.locator('#checks input[value="holds"]').all()) await box.check();
    await again.page.getByRole('button', { name: 'Save the checklist' }).click();
    await again.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await again.page.getByText('It is published.').waitFor();
    await again.context.close();
    await page.goto(`${server.origin}/fr${practice}/versions?from=1&to=2`);
    expect(
      await page
        .locator('ins')
        .allTextContents()
        .then((all) => all.join(' ')),
    ).toContain('couvrent tout le pays');
    await picture(page, 'contributor-6-versions');
    await page.goto(`${server.origin}/fr${practice}?version=1`);
    expect(await page.locator('article').textContent()).toContain('Les contrôles ont commencé en 2018.');
    await hers.context.close();
  });

  test('the mails on the way went to those concerned', async () => {
    await expect.poll(() => mailTo(folder, 'awa@example.org').length, { timeout: 20_000 }).toBeGreaterThan(0);
  });

  test('every picture in the guides is made by this story, and none is left over', () => {
    const guides = ['contributor.md', 'curator.md'].map((name) => readFileSync(join(GUIDES, name), 'utf8'));
    const shown = guides.flatMap((text) => [...text.matchAll(/\(pictures\/([^)]+)\)/g)].map(([, name]) => name!));
    expect(shown.toSorted()).toEqual(readdirSync(join(GUIDES, 'pictures')).toSorted());
    expect(shown.toSorted()).toEqual(readdirSync(pictures).toSorted());
    for (const name of shown) expect(statSync(join(pictures, name)).size).toBeGreaterThan(5_000);
  });
});
