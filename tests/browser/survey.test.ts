import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from '../support/axe.ts';
import { CHROMIUM, openBrowser } from '../support/browser.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { linkMailedTo, signedInAs, type Visit } from '../support/visit.ts';

const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)![1]!;

describe.skipIf(!CHROMIUM)('A survey in a browser', () => {
  const folder = newFolder();
  let server: RunningServer;
  let browser: Browser;
  let chair: Visit;
  const survey = '/surveys/our-year';

  beforeAll(async () => {
    server = await startServer(folder);
    browser = await openBrowser();
    chair = await signedInAs(server, folder, 'chair');
    await signedInAs(server, folder, 'focal-point', { state: 'KE', email: 'kenya@example.org' });
    await signedInAs(server, folder, 'focal-point', { state: 'EG', email: 'egypt@example.org' });
    await chair.post('/surveys/new', { 'title.en': 'Our year', 'title.ar': 'سنتنا', from: 'sample' });
    const version = versionIn(await (await chair.get(survey)).text());
    await chair.post(`${survey}?/open`, { version, closes: '2099-01-01T12:00', zone: 'Africa/Cairo', remind: '7' });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    removeFolder(folder);
  });

  async function at(width: number, more: { scripts?: boolean; locale?: string; as?: Visit } = {}) {
    const { scripts = true, locale = 'en-GB', as } = more;
    const context = await browser.newContext({ javaScriptEnabled: scripts, locale, viewport: { width, height: 800 } });
    if (as) await context.addCookies([...as.cookies].map(([name, value]) => ({ name, value, url: server.origin })));
    return { page: await context.newPage(), context };
  }
  const invited = async (page: Page, email: string, path = '') => {
    const link = new URL(await linkMailedTo(folder, email, '/surveys/answer'));
    await page.goto(server.origin + path + link.pathname.replace(/^\/en/, '') + link.search);
  };
  const faults = async (page: Page) => violationsOn(page);
  const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const leave = (context: BrowserContext) => context.close();

  test('is answered on a phone, in Arabic, without scripts and without an account', async () => {
    const { page, context } = await at(360, { scripts: false, locale: 'ar' });
    await invited(page, 'egypt@example.org', '/ar');
    expect(new URL(page.url()).search).toBe('');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    // Every question is there, a conditional one with its condition in words.
    expect(await page.locator('[data-asked="q6"]').isVisible()).toBe(true);
    expect(await page.getByText('فقط إذا أجبتم').first().isVisible()).toBe(true);
    await page.locator('[name="q1.o3"]').selectOption('1');
    await page.locator('[name="q1.o1"]').selectOption('2');
    await page.locator('[name="q12"]').fill('لا شيء آخر');
    await page.getByRole('button', { name: 'إرسال الإجابة' }).click();
    expect(await page.locator('#q6 .problem').textContent()).toContain('تُطلب هنا إجابة');
    expect(await page.locator('[name="q1.o3"]').inputValue()).toBe('1');
    await page.locator('#q6').getByLabel('نعم').check();
    await page.getByRole('button', { name: 'إرسال الإجابة' }).click();
    expect(new URL(page.url()).pathname).toMatch(/\/answer\/receipt$/);
    expect(await page.locator('main').textContent()).toContain('لا شيء آخر');
    await leave(context);
  });

  test('options are ranked with buttons by keyboard, and a question whose condition does not hold is not there', async () => {
    const { page, context } = await at(768);
    await invited(page, 'kenya@example.org');
    const why = page.locator('[data-asked="q6"]');
    expect(await why.isVisible()).toBe(false);
    await page.locator('#q6').getByLabel('No', { exact: true }).check();
    expect(await why.isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Up: Fair recruitment' }).press('Enter');
    await page.getByRole('button', { name: 'Up: Labour mobility' }).press('Enter');
    const places = () => Promise.all(['o3', 'o1'].map((option) => page.locator(`[name="q1.${option}"]`).inputValue()));
    expect(await places()).toEqual(['1', '2']);
    await page.getByRole('button', { name: 'Up: Labour mobility' }).press('Enter');
    expect(await places()).toEqual(['2', '1']);
    await expect.poll(() => page.locator('[data-status]').textContent(), { timeout: 15_000 }).toContain('Saved on');
    await leave(context);
  });

  test('what is typed without a connection is kept in the browser, and sent when the line is back', async () => {
    const { page, context } = await at(360);
    await invited(page, 'kenya@example.org');
    await context.setOffline(true);
    await page.locator('[name="q12"]').fill('typed on a train');
    await page.locator('#q9').getByLabel('Yes').check();
    await expect
      .poll(() => page.locator('[data-status]').textContent(), { timeout: 15_000 })
      .toContain('kept in this browser');
    const answering = page.url();
    await page.goto('about:blank');
    await context.setOffline(false);
    await page.goto(answering);
    expect(await page.locator('[name="q12"]').inputValue()).toBe('typed on a train');
    expect(await page.locator('#q9').getByLabel('Yes').isChecked()).toBe(true);
    await expect.poll(() => page.locator('[data-status]').textContent(), { timeout: 15_000 }).toContain('Saved on');
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft survey'))),
    ).toEqual([]);
    await leave(context);
  });

  test.each(['/edit', '/edit/q1', '', '/answer?preview=1'])(
    'the hosts’ page “%s” has no barrier and fits a phone, in Arabic too',
    async (path) => {
      for (const [width, prefix] of [
        [360, '/ar'],
        [1440, ''],
      ] as const) {
        const { page, context } = await at(width, { as: chair });
        await page.goto(server.origin + prefix + survey + path);
        const shots = process.env['SURVEY_SHOTS'];
        if (shots)
          await page.screenshot({
            path: `${shots}/${width}${path.replace(/\W+/g, '-') || '-host'}.png`,
            fullPage: true,
          });
        expect(await faults(page)).toEqual([]);
        expect(await sideways(page)).toBeLessThanOrEqual(0);
        await leave(context);
      }
    },
  );
});
