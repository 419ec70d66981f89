/**
 * `node bench/typing.ts [practices]`: types in the catalogue's search box in Chromium on a processor slowed four times, with
 * the 42 practices of the sample and with many (100,000 unless told), and prints what the page had to do on its main thread.
 */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { findChromium } from '../tests/support/provision.ts';
import { cli, newFolder, removeFolder, startServer } from '../tests/support/server.ts';
import { machine, writePart } from './results.ts';
import { writePracticesCsv } from './practices-csv.ts';

const LETTERS = 'migration law';
/** How much slower the processor is made. */
const SLOWER = 4;
/** How long after the answer all has been drawn, in milliseconds. */
const SETTLED = 700;

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** How long each task of the page's main thread kept it, in milliseconds of the thread's own time. */
function tasksOf(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(traceEvents.filter((event) => event.args?.name === 'CrRendererMain').map(thread));
  return traceEvents
    .filter((event) => event.name.endsWith('RunTask') && main.has(thread(event)))
    .map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1_000);
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** By the clock and of the thread, in microseconds. */
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** How often all is typed: what else the machine does now and then is told apart from what the page does. */
const RUNS = 5;

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
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await typedOnce(browser, server.origin));
  await browser.close();
  await server.stop();
  removeFolder(folder);
  const longest = runs.map(({ tasks }) => Math.max(...tasks));
  const works = runs.flatMap(({ works }) => works);
  const cells = [
    size.toLocaleString('en'),
    median(longest).toFixed(0),
    longest
      .toSorted((a, b) => a - b)
      .map((task) => task.toFixed(0))
      .join(', '),
    `${runs.flatMap(({ tasks }) => tasks.filter((task) => task >= 50)).length} of ${RUNS * LETTERS.length}`,
    median(works).toFixed(0),
    median(runs.flatMap(({ waits }) => waits)).toFixed(0),
  ];
  lines.push(`| ${cells.join(' | ')} |`);
}

/** Types all the letters into a page of its own. */
async function typedOnce(browser: Browser, origin: string) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${origin}/practices`, { waitUntil: 'networkidle' });
  const client = await context.newCDPSession(page);
  // Time that the thread itself spent: what else runs on the machine does not count.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const worked = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return 1_000 * metrics.find(({ name }) => name === 'TaskDuration')!.value;
  };
  await page.locator('input[name="q"]').focus();
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  const [waits, works]: [number[], number[]] = [[], []];
  for (const letter of LETTERS) {
    const before = await worked();
    const answered = page.waitForResponse((response) => response.url().includes('/practices')).catch(() => null);
    const began = performance.now();
    await page.keyboard.type(letter);
    await answered;
    waits.push(performance.now() - began);
    await page.waitForTimeout(SETTLED);
    works.push((await worked()) - before);
  }
  const tasks = tasksOf(await browser.stopTracing());
  await context.close();
  return { waits, works, tasks };
}

const lines = [
  `${LETTERS.length} letters into the catalogue's search box, one after the other, ${RUNS} times over, in Chromium with the processor slowed ${SLOWER} times. ${machine()} ` +
    'Milliseconds of the main thread, but for the last column, which is by the clock and holds the pause that is waited for the next letter.',
  '',
  '| practices | longest task, middle of the runs | in each run | letters with a task of 50 or more | all work a letter, middle | letter to answer, middle |',
  '| ---: | ---: | ---: | ---: | ---: | ---: |',
];

const chromium = findChromium();
if ('missing' in chromium) throw new Error(chromium.missing);
process.env['CHROME_PATH'] = chromium.path;
// Reads where the browser is when it is loaded.
const { openBrowser } = await import('../tests/support/browser.ts');

await typed(42);
await typed(Number(process.argv[2] ?? 100_000));
writePart('Typing in the search box', lines);
