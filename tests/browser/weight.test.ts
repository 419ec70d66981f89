import { expect, test } from 'vitest';
import { inBrowser } from '../support/browsing.ts';
import { PAGES } from '../support/pages.ts';

/** Pictures of the whole catalogue weigh more; kB as in what a line carries, 1,000 bytes. */
const most = (path: string) => (/^\/(map|coverage|time)\b/.test(path) ? 120 : 60);

inBrowser('Light', ({ origin, onPage }) => {
  test.each(PAGES)('%s, all in and compressed, is under its weight', async (path) => {
    await onPage('/healthz', {}, async (page) => {
      const client = await page.context().newCDPSession(page);
      await client.send('Network.enable');
      let bytes = 0;
      client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
      await page.goto(origin() + path, { waitUntil: 'networkidle' });
      expect(bytes).toBeGreaterThan(2_000);
      expect(bytes).toBeLessThan(most(path) * 1_000);
    });
  });
});
