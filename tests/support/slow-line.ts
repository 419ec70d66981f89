import type { Page } from 'playwright-core';

/** A mobile line of the third generation, far from its mast: 400 ms there and back, 400 kbit/s. */
const LINE = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
/** A telephone of the lower price range beside the machine of the test. */
const SLOWER = 4;

/** What a page cost somebody on a slow line. */
export interface Cost {
  /** First and largest contentful paint, milliseconds from the start of the navigation. */
  first: number;
  largest: number;
  /** All that came over the line since the last look, compressed. */
  bytes: number;
  /** The sum of all layout shifts: 0 where nothing moved. */
  shift: number;
}

/** Puts a page on a slow line and a slow processor; the answer tells, when asked, what the present page cost. */
export async function onSlowLine(page: Page): Promise<() => Promise<Cost>> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', { offline: false, ...LINE });
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  let bytes = 0;
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  return async () => {
    await page.waitForLoadState('networkidle');
    const cost = { ...(await page.evaluate(paintsAndShifts)), bytes };
    bytes = 0;
    return cost;
  };
}

/** In the page: what it has noted of itself. Works where scripts are off too, since nothing is waited for. */
export function paintsAndShifts(): { first: number; largest: number; shift: number } {
  const noted = (type: string) => {
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type, buffered: true });
    return observer.takeRecords();
  };
  const shifts = noted('layout-shift') as (PerformanceEntry & { value: number })[];
  return {
    first: Math.round(noted('paint').find(({ name }) => name === 'first-contentful-paint')?.startTime ?? 0),
    largest: Math.round(noted('largest-contentful-paint').at(-1)?.startTime ?? 0),
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
  };
}
