import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inBrowser } from '../support/browsing.ts';
import { PAGES } from '../support/pages.ts';

/** As many stops as a page may have before it is taken for a trap. */
const MOST = 600;

inBrowser('By keyboard', ({ onPage }) => {
  test.each(PAGES)('on %s one always sees where one is, and comes to the end', async (path) => {
    await onPage(path, {}, async (page) => {
      const stops = await stopsOf(page);
      expect(stops.length).toBeGreaterThan(5);
      expect(stops.length).toBeLessThan(MOST);
      expect(stops.filter(({ seen }) => !seen).map(({ html }) => html)).toEqual([]);
    });
  });

  test('the first stop leads past the head to the content', async () => {
    await onPage('/practices', {}, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => location.hash)).toBe('#main');
    });
  });
});

/** Every stop of the Tab key, and whether it is seen: with an outline of its own, or of what it draws over its place. */
async function stopsOf(page: Page): Promise<{ html: string; seen: boolean }[]> {
  const stops = [];
  while (stops.length < MOST) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body || at === document.documentElement) return null;
      const outlined = (pseudo?: string) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(at, pseudo);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      };
      const { width, height } = at.getBoundingClientRect();
      return { html: at.outerHTML.slice(0, 160), seen: (outlined() || outlined('::after')) && width > 1 && height > 1 };
    });
    if (stop === null) break;
    stops.push(stop);
  }
  return stops;
}
