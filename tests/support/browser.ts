import { chromium, type Browser } from 'playwright-core';

const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** Where the browser under test is; undefined where there is none, and the tests in a browser are skipped. */
export const CHROMIUM = process.env['CHROME_PATH'];

/** Starts the browser under test. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM!, args: FLAGS.split(' ') });
}
