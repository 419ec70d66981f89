/**
 * `node bench/typing.ts [practices]`: types in the catalogue's search box in Chromium on a processor slowed four times, with
 * the 42 practices of the sample and with many (100,000 unless told), and prints what the page had to do on its main thread.
 */
import { join } from 'node:path';
import { findChromium } from '../tests/support/provision.ts';
import { cli, newFolder, removeFolder, startServer } from '../tests/support/server.ts';
import { writePracticesCsv } from './practices-csv.ts';

const LETTERS = 'migration law';
async function typed(size: number): Promise<void> {
  const folder = newFolder();
  const large = size > 42;
  if (large) {
    await writePracticesCsv(join(folder, 'many.csv'), size);
    const { code, err } = await cli(['import', join(folder, 'many.csv'), '--apply', '--json'], folder, {
      SAMPLE: 'off',
    });
    if (code !== 0) throw new Error(err);
  }
  const server = await startServer(folder, large ? { SAMPLE: 'off' } : {});
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${server.origin}/practices`, { waitUntil: 'networkidle' });
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluate(() => {
    const long: number[] = [];
    Object.assign(window, { long });
    new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  const waits: number[] = [];
  for (const letter of LETTERS) {
    const answered = page.waitForResponse((response) => response.url().includes('/practices')).catch(() => null);
    const began = performance.now();
    await page.locator('input[name="q"]').pressSequentially(letter);
    await answered;
    waits.push(performance.now() - began);
    await page.waitForTimeout(500);
  }
  const long = await page.evaluate(() => (window as unknown as { long: number[] }).long);
  const median = waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)]!;
  console.log(
    `${size.toLocaleString('en')} practices, ${LETTERS.length} letters, processor slowed 4 times: ${long.length} tasks of 50 ms or more` +
      `${long.length > 0 ? ` (longest ${Math.max(...long)} ms)` : ''}; from letter to answer, pause included, ${median.toFixed(0)} ms in the middle`,
  );
  await browser.close();
  await server.stop();
  removeFolder(folder);
}

const chromium = findChromium();
if ('missing' in chromium) throw new Error(chromium.missing);
process.env['CHROME_PATH'] = chromium.path;
// Reads where the browser is when it is loaded.
const { openBrowser } = await import('../tests/support/browser.ts');

await typed(42);
await typed(Number(process.argv[2] ?? 100_000));
