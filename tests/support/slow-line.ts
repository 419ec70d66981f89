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
  /** What moved while it stood there already, from where to where, in pixels: nothing, if all is well. */
  moved: string[];
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
    // All has come, but a slow processor may still be drawing it.
    while ((await page.evaluate(paintsAndShifts)).first === 0) await page.waitForTimeout(100);
    const cost = { ...(await page.evaluate(paintsAndShifts)), bytes };
    bytes = 0;
    return cost;
  };
}

/** In the page: what it has noted of itself. Works where scripts are off too, since nothing is waited for. */
export function paintsAndShifts(): Omit<Cost, 'bytes'> {
  const noted = (type: string) => {
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type, buffered: true });
    return observer.takeRecords();
  };
  const shifts = noted('layout-shift') as (PerformanceEntry & { value: number; sources: ShiftSource[] })[];
  const place = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(' ');
  const told = ({ node, previousRect, currentRect }: ShiftSource) =>
    `${(node instanceof Element ? node.outerHTML : node?.textContent)?.slice(0, 120)}: ${place(previousRect)} to ${place(currentRect)}`;
  return {
    first: Math.round(noted('paint').find(({ name }) => name === 'first-contentful-paint')?.startTime ?? 0),
    largest: Math.round(noted('largest-contentful-paint').at(-1)?.startTime ?? 0),
    moved: shifts.flatMap(({ value, sources }) => [`layout shift ${value}`, ...sources.map(told)]),
  };
}

interface ShiftSource {
  node: Node | null;
  previousRect: DOMRectReadOnly;
  currentRect: DOMRectReadOnly;
}
