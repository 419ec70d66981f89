import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORM_FIELDS } from '#forum/drafts/index.ts';
import { CHROMIUM, openBrowser } from '../support/browser.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { signedInAs, type Visit } from '../support/visit.ts';

/** What would run if a page took it for its own. */
const HOSTILE = `"'><script>hacked()</script><img src=x onerror=hacked()></textarea></title>{{7919*7907}}`;
/** Fields in which only certain words make a draft that can be handed in. */
const PLAIN = ['language', 'start', 'end', 'kind', 'sdgMore', 'whereMore', 'links', 'evaluations', 'replicatesMore'];

describe.skipIf(!CHROMIUM)('A text that means harm', () => {
  const folder = newFolder();
  let server: RunningServer;
  let browser: Browser;
  let owner: Visit;
  let curator: Visit;
  let draft: string;
  beforeAll(async () => {
    server = await startServer(folder, { SAMPLE: 'off' });
    browser = await openBrowser();
    owner = await signedInAs(server, folder, 'contributor');
    curator = await signedInAs(server, folder, 'curator');
    await owner.post('/account?/me', { name: HOSTILE.slice(0, 120), language: 'en' });
    const begun = await owner.post('/share', { title: HOSTILE, language: 'en' });
    draft = new URL(begun.headers.get('location')!, server.origin).pathname.replace(/\/what$/, '');
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    removeFolder(folder);
  });

  const id = () => draft.split('/').at(-1)!;

  /** Opens pages as somebody, scripts on, and sees that nothing of the text became a part of them. */
  async function harmless(who: Visit | null, paths: readonly string[]): Promise<void> {
    const context = await browser.newContext();
    if (who) await context.addCookies([...who.cookies].map(([name, value]) => ({ name, value, url: server.origin })));
    const page: Page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.dismiss());
    for (const path of paths) {
      const answer = await page.goto(server.origin + path, { waitUntil: 'networkidle' });
      const found = await page.evaluate(() => ({
        ran: 'hacked' in globalThis,
        images: document.querySelectorAll('img[src="x"]').length,
        handlers: document.querySelectorAll('[onerror]').length,
        scripts: [...document.scripts].filter(({ src, type }) => !src && type !== 'application/ld+json').length,
        reckoned: document.body.innerText.includes('62615533'),
      }));
      expect([path, answer!.status(), found]).toEqual([
        path,
        200,
        { ran: false, images: 0, handlers: 0, scripts: 0, reckoned: false },
      ]);
    }
    await context.close();
  }

  test('stays a text in every field of a draft, for its owner and for a curator', async () => {
    for (const step of ['what', 'where', 'who', 'goals', 'results', 'needs', 'translations'])
      for (const into of step === 'translations' ? ['fr', 'es', 'ar'] : ['']) {
        const page = await (await owner.get(`${draft}/${step}?into=${into}`)).text();
        const version = /name="version" value="(\d+)"/.exec(page)![1]!;
        const asked = FORM_FIELDS.filter((field) => page.includes(`name="${field}"`));
        const fields = Object.fromEntries(
          asked.map((field) => [field, PLAIN.includes(field) ? 'x<img src=x>' : HOSTILE]),
        );
        await owner.post(`${draft}/${step}?/save&into=${into}`, { ...fields, language: 'en', version });
      }
    await owner.post(`${draft}/what?/remark`, { text: HOSTILE });
    const steps = ['what', 'where', 'who', 'goals', 'results', 'needs', 'translations', 'check', 'history', 'files'];
    const pages = steps.map((step) => `${draft}/${step}`);
    await harmless(owner, [...pages, '/desk', '/account']);
    await harmless(curator, [...pages, '/desk', '/desk/review']);
  });

  test('stays a text when it is published: on its page in four languages, in its versions, in lists and searches', async () => {
    const page = await (await owner.get(`${draft}/where`)).text();
    const version = () => /name="version" value="(\d+)"/;
    let at = version().exec(page)![1]!;
    const save = async (step: string, fields: Record<string, string>) => {
      await owner.post(`${draft}/${step}?/save`, { version: at, ...fields });
      at = version().exec(await (await owner.get(`${draft}/${step}`)).text())![1]!;
    };
    await save('where', { whereMore: 'Kenya', places: HOSTILE, start: '', end: '' });
    await save('goals', { sdgMore: '10.7' });
    await save('results', { results: HOSTILE, evaluations: '', costs: HOSTILE, lessons: HOSTILE });
    await save('needs', { needs: HOSTILE, links: '', replicatesMore: '' });
    const settle = /name="remark" value="([^"]+)"/.exec(await (await owner.get(`${draft}/check`)).text())![1]!;
    await owner.post(`${draft}/check?/settle`, { remark: settle });
    const handed = await owner.post(`${draft}/check?/turn`, { turn: 'hand-in' });
    expect(handed.status).toBe(303);
    await harmless(curator, [`/desk/review/${id()}`, '/desk/review']);
    const review = `/desk/review/${id()}`;
    await curator.post(`${review}?/take`, {});
    const checks = [...(await (await curator.get(review)).text()).matchAll(/name="([^"]+)" value="holds"/g)];
    const ticked = new URLSearchParams(checks.map(([, check]) => [check!, 'holds']));
    const cookie = [...curator.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    await fetch(`${server.origin}${review}?/check`, {
      method: 'POST',
      body: ticked,
      redirect: 'manual',
      headers: { cookie, origin: server.origin, accept: 'text/html' },
    });
    await curator.post(`${review}?/publish`, {});
    const { items } = (await (await fetch(`${server.origin}/api/v1/practices`)).json()) as {
      items: { slug: string }[];
    };
    const practice = `/practices/${items[0]!.slug}`;
    await harmless(null, [
      ...['', '/fr', '/es', '/ar'].map((prefix) => prefix + practice),
      `${practice}/versions`,
      `${practice}/lineage`,
      `${practice}?version=1`,
      '/practices?q=hacked',
      `/compare?p=${items[0]!.slug}&p=nothing`,
      `/collection?p=${items[0]!.slug}`,
      '/places/KE',
      '/',
    ]);
    await harmless(curator, [`${practice}/keep`, `${practice}/merge?q=hacked`, practice]);
  });
});
