import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inBrowser } from '../support/browsing.ts';
import { PAGES } from '../support/pages.ts';
import { onSlowLine, paintsAndShifts } from '../support/slow-line.ts';

/** Nothing that keeps copies stands between the page and the slow line. */
const lineItself = { serviceWorkers: 'block' } as const;

/** Pictures of the whole catalogue weigh more; kB as in what a line carries, 1,000 bytes. */
const most = (path: string) => (/^\/(map|coverage|time)\b/.test(path) ? 120 : 60);

inBrowser('Light and steady', ({ origin, onPage }) => {
  test.each(PAGES)('%s is under its weight, all in and compressed, and nothing moves while it comes', async (path) => {
    const coming = (width: number) =>
      onPage('/healthz', { width }, async (page) => {
        const bytes = await bytesOf(page);
        await page.goto(origin() + path, { waitUntil: 'networkidle' });
        return { width, moved: (await page.evaluate(paintsAndShifts)).moved, bytes: bytes() };
      });
    for (const { width, moved, bytes } of await Promise.all([coming(360), coming(1440)])) {
      expect([width, moved]).toEqual([width, []]);
      expect(bytes).toBeGreaterThan(2_000);
      expect(bytes).toBeLessThan(most(path) * 1_000);
    }
  });

  /** What comes over the line from now on, compressed. */
  async function bytesOf(page: Page): Promise<() => number> {
    const client = await page.context().newCDPSession(page);
    await client.send('Network.enable');
    let bytes = 0;
    client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    return () => bytes;
  }

  // On a slow line the answer comes so late that nothing that moves is excused by the key that was pressed.
  test.each([360, 1440])('nothing moves when results follow what is typed, at %i px', async (width) => {
    await onPage('/practices', { width, context: lineItself }, async (page) => {
      const cost = await onSlowLine(page);
      for (const words of ['law', 'law zzzz', 'remittances', '']) {
        await page.getByRole('searchbox').first().fill(words);
        await page.waitForURL((url) => (url.searchParams.get('q') ?? '') === words);
        expect([words, (await cost()).moved]).toEqual([words, []]);
      }
    });
  });

  test('nothing moves when a practice is kept, at 360 px', async () => {
    await onPage('/es/practices/papyrus-project', { width: 360, context: lineItself }, async (page) => {
      const cost = await onSlowLine(page);
      await page.getByRole('button', { name: 'Guardar en mi colección' }).click();
      await page.getByRole('button', { name: 'Quitar de mi colección' }).waitFor();
      expect((await cost()).moved).toEqual([]);
    });
  });
});
