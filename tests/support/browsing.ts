import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { CHROMIUM, openBrowser } from './browser.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from './server.ts';

/** How a page is looked at; a desk's screen in the light unless told. */
export interface Look {
  width?: number;
  scripts?: boolean;
  dark?: boolean;
  /** More of what a browser can be told. */
  context?: BrowserContextOptions;
}

export interface Browsing {
  /** The address of the server, once tests run. */
  origin(): string;
  /** Opens a page in a browser that knows nothing yet, and gives what `look` makes of it. */
  onPage<Result>(path: string, look: Look, see: (page: Page) => Promise<Result>): Promise<Result>;
}

/** Describes tests in a real browser, on a server with the sample forum; skipped where there is no browser. */
export function inBrowser(what: string, tests: (browsing: Browsing) => void): void {
  describe.skipIf(!CHROMIUM)(what, () => {
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
    tests({
      origin: () => server.origin,
      async onPage(path, { width = 1440, scripts = true, dark = false, context: more = {} }, see) {
        const context = await browser.newContext({
          viewport: { width, height: 900 },
          javaScriptEnabled: scripts,
          colorScheme: dark ? 'dark' : 'light',
          ...more,
        });
        try {
          const page = await context.newPage();
          await page.goto(server.origin + path);
          return await see(page);
        } finally {
          await context.close();
        }
      },
    });
  });
}

/** The address of a page in a language: '' for that of no prefix. */
export const inPrefix = (prefix: string, path: string): string => prefix + (path === '/' && prefix ? '' : path);
