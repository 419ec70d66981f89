import { describe, expect, test } from 'vitest';
import { violationsOn } from '../support/axe.ts';
import { inBrowser, inPrefix } from '../support/browsing.ts';
import { PAGES } from '../support/pages.ts';

/** Each language on another screen; from page to page the screens move on, so that each language is seen on each. */
const SCREENS = [
  { width: 1440, dark: false },
  { width: 360, dark: true },
  { width: 768, dark: true },
  { width: 360, dark: false },
];
const LANGUAGES = ['', '/fr', '/es', '/ar'];

inBrowser('For everybody', ({ onPage }) => {
  describe.each(PAGES.map((path, at) => ({ path, at })))('$path', ({ path, at }) => {
    test.each(LANGUAGES.map((prefix, number) => ({ prefix, ...SCREENS[(at + number) % SCREENS.length]! })))(
      'in "$prefix", at $width px (dark: $dark): axe finds nothing, the browser refuses nothing, nothing runs off the side',
      async ({ prefix, width, dark }) => {
        await onPage('/healthz', { width, dark }, async (page) => {
          const said: string[] = [];
          page.on('console', (message) => {
            if (message.type() === 'error' && !/status of 40[034]/.test(message.text())) said.push(message.text());
          });
          page.on('pageerror', (error) => said.push(error.message));
          await page.goto(new URL(inPrefix(prefix, path), page.url()).href);
          expect(await violationsOn(page)).toEqual([]);
          expect(said).toEqual([]);
          const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
          expect(content).toBeLessThanOrEqual(window!);
        });
      },
    );
  });
});
