import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, openBrowser } from '../support/browser.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { type Cost, onSlowLine } from '../support/slow-line.ts';

/** A minister's adviser, with four minutes, a telephone and Spanish; the practices are in English. */
const WORDS = 'derechos trabajadores migrantes';
const PHONE = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  // What pages cost is measured on the line itself, with nothing that keeps copies in between.
  serviceWorkers: 'block',
} as const;

describe.skipIf(!CHROMIUM)('A minister’s adviser, on a telephone and a slow line', () => {
  const folder = newFolder();
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startServer(folder);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    removeFolder(folder);
  });

  test.each([
    ['by its address', '/es', 'en-GB', true],
    ['because her telephone says so', '', 'es-EC', true],
    ['by its address, with scripts off', '/es', 'en-GB', false],
  ])('in Spanish %s: from three words to a page to hand over', async (way, prefix, locale, scripts) => {
    const context = await browser.newContext({ ...PHONE, locale, javaScriptEnabled: scripts });
    const page = await context.newPage();
    const cost = await onSlowLine(page);
    const costs: [string, Cost][] = [];
    const look = async (name: string) => costs.push([name, await cost()]);

    await page.goto(server.origin + (prefix || '/'));
    await look('home');
    expect(await page.locator('html').getAttribute('lang')).toBe('es');

    // Three words of hers find practices written in English, and she sees why.
    await page.getByRole('searchbox').fill(WORDS);
    await follow(page.getByRole('button', { name: 'Buscar' }));
    await look('found');
    // What the Forum has on it besides: the theme, with the editions that took it up.
    expect(await page.getByRole('link', { name: 'Derechos de los trabajadores migrantes' }).count()).toBeGreaterThan(0);
    await follow(page.getByRole('link', { name: /^Prácticas\s+4$/ }).first());
    await look('results');
    const results = page.url();
    expect(await page.locator('h1').textContent()).toBe('4 prácticas');
    const reasons = await page.locator('article .found').allTextContents();
    expect(reasons.map((text) => text.replace(/\s+/g, ' ').trim())).toEqual(
      Array(4).fill('Encontrado en sus temas: Derechos de los trabajadores migrantes'),
    );
    expect(await page.locator('article .found mark').allTextContents()).toContain('trabajadores');
    const titles = (await page.locator('article h2').allTextContents()).map((title) => title.trim());

    // One of them, its target, and what her region has on it: nothing, and a way on from there.
    await follow(page.locator('article h2 a').first());
    await look('practice');
    expect((await page.locator('h1').textContent())!.trim()).toBe(titles[0]);
    await follow(page.getByRole('link', { name: 'Trabajo forzoso, trata y trabajo infantil' }));
    await look('target');
    const gaps = page.getByRole('region', { name: 'Regiones sin ninguna práctica' });
    await follow(gaps.getByRole('link', { name: 'América del Sur' }));
    await look('gap');
    expect(await page.locator('h1').textContent()).toBe('Ninguna práctica');
    expect(await page.getByText('El Foro aún no conoce ninguna práctica aquí').count()).toBe(1);
    await follow(page.getByRole('link', { name: /^Sin Región: América del Sur/ }));
    expect(await page.locator('h1').textContent()).toBe('6 prácticas');

    // Back to her results: they are as she left them, and where she left them.
    for (const where of ['/practices?target=8.7&region=005', '/sdgs/8.7', '/practices/', '/practices?q=']) {
      await page.goBack();
      expect(page.url()).toContain(where);
    }
    expect(page.url()).toBe(results);
    expect(await page.getByRole('searchbox').inputValue()).toBe(WORDS);

    // She keeps three; keeping one puts nothing between her and her results.
    for (const number of [0, 1, 2]) {
      const title = page.locator('article h2 a').nth(number);
      await title.scrollIntoViewIfNeeded();
      const place = await page.evaluate(() => scrollY);
      await follow(title);
      await touch(page.getByRole('button', { name: 'Guardar en mi colección' }));
      await page.getByRole('button', { name: 'Quitar de mi colección' }).waitFor();
      await look(`kept ${number + 1}`);
      // The menu counts what she keeps.
      await touch(page.getByRole('button', { name: 'Menú' }));
      await page.getByRole('link', { name: `Mi colección (${number + 1})` }).waitFor();
      await touch(page.getByRole('button', { name: 'Menú' }));
      for (let back = scripts ? 1 : 2; back > 0; back--) await page.goBack();
      expect(page.url()).toBe(results);
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
    }

    // She leaves with a document, and with an address that works for her minister.
    await follow(page.getByRole('link', { name: 'Mi colección' }).first());
    await look('collection');
    expect(await page.locator('article').count()).toBe(3);
    const downloaded = page.waitForEvent('download');
    await touch(page.getByRole('link', { name: 'PDF' }));
    const text = await textOfPdf(await (await downloaded).path());
    for (const title of titles.slice(0, 3)) expect(text).toContain(withoutSpaces(title));
    expect(text).toContain(withoutSpaces('Plataforma para las Alianzas'));
    const address = await page.locator('input.copy').inputValue();
    await context.close();
    expect(await titlesAt(address)).toEqual(titles.slice(0, 3));

    process.stdout.write([`The adviser, in Spanish ${way}`, ...costs.map(line), ''].join('\n'));
    expect(costs.flatMap(([name, { moved }]) => moved.map((what) => `${name}: ${what}`))).toEqual([]);
    expect(costs.filter(([, { bytes }]) => bytes > 60_000)).toEqual([]);
    expect(costs[0]![1].bytes).toBeGreaterThan(2_000);
  });

  /** Touches something, if a finger can: 24 px and more (WCAG 2.5.8), and wholly within the width of the screen. */
  async function touch(target: Locator): Promise<void> {
    await target.scrollIntoViewIfNeeded();
    const { x, width, height } = (await target.boundingBox())!;
    expect([height >= 24, x >= 0, x + width <= PHONE.viewport.width]).toEqual([true, true, true]);
    await target.tap();
  }

  /** Touches something that leads to another page, and waits until it is there. */
  async function follow(target: Locator): Promise<void> {
    const arrived = target.page().waitForEvent('framenavigated');
    await touch(target);
    await arrived;
    await target.page().waitForLoadState('networkidle');
  }

  async function titlesAt(address: string): Promise<string[]> {
    const other: Page = await (await browser.newContext()).newPage();
    await other.goto(address);
    const titles = await other.locator('article h2').allTextContents();
    await other.context().close();
    return titles.map((title) => title.trim());
  }
});

const withoutSpaces = (text: string) => text.replace(/\s+/g, '');

/** The words of a PDF, without the spaces between them: lines break where they like. */
async function textOfPdf(path: string): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(path)), { verbosity: 0 });
  let text = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  return withoutSpaces(text);
}

const line = ([name, { first, largest, bytes }]: [string, Cost]) =>
  `  ${name.padEnd(10)} first paint ${first} ms, largest ${largest} ms, ${(bytes / 1000).toFixed(1)} kB`;
