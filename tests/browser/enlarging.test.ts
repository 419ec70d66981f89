import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inBrowser } from '../support/browsing.ts';
import { PAGES } from '../support/pages.ts';

/** Text at 200 % (WCAG 1.4.4), and the spacing that some need to read (WCAG 1.4.12). */
const LARGE = 'html { font-size: 200% !important; }';
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

inBrowser('Enlarged', ({ onPage }) => {
  // The rule is ours, not the page's, so the page's policy on style sheets does not apply to it.
  const context = { bypassCSP: true };
  test.each(PAGES)('%s loses nothing when its text is twice as large, or spaced', async (path) => {
    for (const [width, rule] of [
      [1280, LARGE],
      [360, SPACED],
    ] as const) {
      const lost = await onPage(path, { width, context }, async (page) => {
        const before = await page.evaluate(cutOff);
        await page.addStyleTag({ content: rule });
        return [...(await newIn(page, before)), ...(await page.evaluate(beyondTheSide))];
      });
      expect([width, lost]).toEqual([width, []]);
    }
  });

  async function newIn(page: Page, before: string[]): Promise<string[]> {
    return (await page.evaluate(cutOff)).filter((html) => !before.includes(html));
  }
});

/** In the page: texts of which a part is hidden by the box they stand in. What only is read aloud is hidden on purpose. */
function cutOff(): string[] {
  return [...document.querySelectorAll<HTMLElement>('body *')]
    .filter((one) => {
      const { overflowX, overflowY, clipPath, display } = getComputedStyle(one);
      if (clipPath !== 'none' || display === 'inline' || one.textContent.trim() === '') return false;
      const wide = overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 1;
      const tall = overflowY === 'hidden' && one.scrollHeight > one.clientHeight + 1;
      return wide || tall;
    })
    .map((one) => one.outerHTML.slice(0, 120));
}

/** In the page: whether it has to be moved sideways, and by what. */
function beyondTheSide(): string[] {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  return [...document.querySelectorAll('body *')]
    .filter((one) => !one.closest('.scroll, .unseen') && one.getBoundingClientRect().right > innerWidth + 1)
    .map((one) => `beyond the side: ${one.outerHTML.slice(0, 120)}`)
    .concat('the page moves sideways');
}
