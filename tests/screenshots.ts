/**
 * `npm run screenshots [folder]`: every page at 360, 768 and 1440 px, light in English and Arabic, dark in French, and
 * printed, as pictures for people to look at. Writes to screenshots/ unless told.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES, STYLE_PAGES } from './support/pages.ts';
import { findChromium } from './support/provision.ts';
import { newFolder, removeFolder, startServer } from './support/server.ts';

const WIDTHS = [360, 768, 1440];
const LOOKS = [
  { name: 'en', prefix: '', scheme: 'light' },
  { name: 'ar', prefix: '/ar', scheme: 'light' },
  { name: 'fr-dark', prefix: '/fr', scheme: 'dark' },
] as const;

const chromium = findChromium();
if ('missing' in chromium) throw new Error(chromium.missing);
process.env['CHROME_PATH'] = chromium.path;
// It reads where the browser is when it is loaded.
const { openBrowser } = await import('./support/browser.ts');

const { buildWhenNeeded } = await import('../bin/build.js');
buildWhenNeeded();
const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'screenshots');
mkdirSync(folder, { recursive: true });
const data = newFolder();
const server = await startServer(data);
const browser = await openBrowser();
let count = 0;
for (const { name, prefix, scheme } of LOOKS) {
  // A component's page shows every look by itself.
  for (const path of name === 'en' ? [...PAGES, ...STYLE_PAGES] : PAGES) {
    const file = (path === '/' ? 'home' : path.slice(1)).replace(/[^\p{L}\p{N}.-]+/gu, '_');
    for (const width of WIDTHS) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
      const page = await context.newPage();
      await page.goto(server.origin + (path === '/' ? prefix || '/' : prefix + path));
      await page.screenshot({ path: join(folder, `${file}.${name}.${width}.png`), fullPage: true });
      if (width === 1440 && scheme === 'light') await page.pdf({ path: join(folder, `${file}.${name}.pdf`) });
      await context.close();
      count++;
    }
  }
}
await browser.close();
await server.stop();
removeFolder(data);
console.log(`${count} pictures in ${folder}`);
