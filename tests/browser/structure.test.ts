import { describe, expect, test } from 'vitest';
import { inBrowser, inPrefix } from '../support/browsing.ts';
import { PAGES } from '../support/pages.ts';

inBrowser('With scripts off', ({ onPage }) => {
  const titles = new Map<string, string>();

  describe.each(PAGES)('%s', (path) => {
    test('says its language and what it is, its headings are in order, and no control does nothing or has no name', async () => {
      const said = await onPage(inPrefix('/ar', path), { scripts: false }, async (page) => ({
        ...(await page.evaluate(structure)),
        dead: await page.evaluate(deadControls),
      }));
      expect([said.lang, said.dir, said.h1]).toEqual(['ar', 'rtl', 1]);
      expect(said.text).toBeGreaterThan(40);
      expect(said.levels.filter((level, at) => level > (said.levels[at - 1] ?? 0) + 1)).toEqual([]);
      // A selection is a page of its own; other ways to look at a page may keep its title.
      const own = path.startsWith('/practices?') ? path : path.replace(/\?.*/, '');
      expect([said.title, titles.get(said.title) ?? own]).toEqual([said.title, own]);
      titles.set(said.title, own);
      expect(said.dead).toEqual([]);
    });
  });
});

function structure() {
  const { lang, dir } = document.documentElement;
  return {
    lang,
    dir,
    title: document.title,
    h1: document.querySelectorAll('h1').length,
    text: document.querySelector('main')?.textContent.trim().length ?? 0,
    levels: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1])),
  };
}

/** In the page: buttons of no form that leads somewhere and that open nothing, fields of no form, fields and links without a name, as HTML. */
function deadControls(): string[] {
  const leads = ({ form }: HTMLButtonElement | HTMLInputElement | HTMLSelectElement) => form?.hasAttribute('action');
  const opens = (one: HTMLButtonElement) => one.popoverTargetElement !== null;
  const buttons = [...document.querySelectorAll('button')].filter(
    (one) => !opens(one) && (!leads(one) || one.type !== 'submit'),
  );
  const fields = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select, textarea')];
  const idle = fields.filter((one) => !leads(one) && !('readOnly' in one && one.readOnly));
  const named = (one: HTMLInputElement | HTMLSelectElement) =>
    [...(one.labels ?? [])].some((label) => label.textContent.trim() !== '') || one.hasAttribute('aria-label');
  const unnamed = fields.filter((one) => one.type !== 'hidden' && !named(one));
  const links = [...document.querySelectorAll('a')].filter(
    (one) => !one.hasAttribute('href') || (one.textContent.trim() === '' && !one.hasAttribute('aria-label')),
  );
  return [...buttons, ...idle, ...unnamed, ...links].map((one) => one.outerHTML.slice(0, 200));
}
