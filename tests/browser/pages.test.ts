import { expect, test } from 'vitest';
import { inBrowser } from '../support/browsing.ts';

inBrowser('In a browser', ({ origin, onPage }) => {
  test('Arabic pages are mirrored: the filters stand on the right', async () => {
    const side = (path: string) =>
      onPage(path, {}, async (page) => {
        const filters = (await page.locator('form.facets').boundingBox())!;
        const results = (await page.locator('section.results').boundingBox())!;
        return filters.x < results.x ? 'left' : 'right';
      });
    expect([await side('/practices'), await side('/ar/practices')]).toEqual(['left', 'right']);
  });

  test.each([360, 1440])(
    'with scripts off, at %i px, filters are chosen by form and taken off by chip',
    async (width) => {
      await onPage('/practices', { scripts: false, width }, async (page) => {
        if (width < 992) await page.locator('.drawer > summary').click();
        await page.locator('input[name="goal"][value="10"]').check();
        await page.locator('.apply .button').first().click();
        expect(new URL(page.url()).searchParams.getAll('goal')).toEqual(['10']);
        expect(await page.locator('h1').textContent()).toBe('24 practices');
        await page
          .getByRole('link', { name: /Take off/ })
          .first()
          .click();
        expect(await page.locator('h1').textContent()).toBe('42 practices');
        await page.getByRole('link', { name: 'Name', exact: true }).click();
        expect(new URL(page.url()).searchParams.get('sort')).toBe('name');
        await page.getByRole('link', { name: 'Next' }).click();
        expect(new URL(page.url()).searchParams.get('page')).toBe('2');
      });
    },
  );

  test('with scripts on, a long list of choices can be searched', async () => {
    await onPage('/practices', {}, async (page) => {
      const country = page.locator('details.facet', { has: page.locator('input[name="country"]') });
      await country.locator('summary').first().click();
      await country.locator('input[type="search"]').fill('moroc');
      expect(await country.locator('li:visible').count()).toBe(1);
    });
  });

  test.each([true, false])('a collection is kept, compared, sent and emptied (scripts: %s)', async (scripts) => {
    await onPage('/fr/practices/papyrus-project', { scripts }, async (page) => {
      await page.getByRole('button', { name: 'Garder dans ma collection' }).click();
      expect(new URL(page.url()).pathname).toBe('/fr/practices/papyrus-project');
      await page.getByRole('button', { name: 'Retirer de ma collection' }).waitFor();
      await page.goto(`${origin()}/fr/practices/remit-hydro`);
      await page.getByRole('button', { name: 'Garder dans ma collection' }).click();
      await page.getByRole('link', { name: 'Ma collection' }).first().click();
      expect(await page.locator('article').count()).toBe(2);
      const sent = await page.locator('input.copy').inputValue();
      expect(sent).toBe(`${origin()}/fr/collection?p=papyrus-project&p=remit-hydro`);

      for (const box of await page.getByRole('checkbox').all()) await box.check();
      await page.getByRole('button', { name: /Comparer celles choisies/ }).click();
      expect(await page.locator('thead th').allTextContents()).toEqual(['Papyrus Project', 'Remit Hydro']);

      await page.goto(`${origin()}/fr/collection`);
      await page.getByRole('button', { name: /Retirer.*Papyrus/ }).click();
      expect(await page.locator('article').count()).toBe(1);
      await page.goto(sent);
      expect(await page.locator('article').count()).toBe(2);
    });
  });

  test('with scripts on, results and counts follow what is typed and chosen, without a new page', async () => {
    await onPage('/practices', {}, async (page) => {
      const count = page.locator('label', { has: page.locator('input[name="goal"][value="10"]') }).locator('.count');
      await page.evaluate(() => Object.assign(window, { samePage: true }));
      await page.locator('input[name="q"]').pressSequentially('remitt', { delay: 20 });
      await page.locator('mark').first().waitFor();
      expect(await page.locator('h1').textContent()).toBe('3 practices');
      expect(await count.textContent()).toBe('3');
      expect(await page.locator('input[name="q"]').inputValue()).toBe('remitt');
      expect(new URL(page.url()).search).toBe('?q=remitt');

      await page.locator('input[name="goal"][value="8"]').check();
      await page
        .getByRole('link', { name: /Take off/ })
        .first()
        .waitFor();
      expect(await page.locator('h1').textContent()).toBe('1 practice');
      expect(await count.textContent()).toBe('3');
      expect(new URL(page.url()).search).toBe('?q=remitt&goal=8');
      expect(await page.evaluate(() => 'samePage' in window)).toBe(true);
    });
  });

  test('by keyboard, the map can be passed, and each of its countries is reached, seen to be so, and opened', async () => {
    await onPage('/map?goal=10', {}, async (page) => {
      const countries = page.locator('figure svg a');
      expect(await countries.count()).toBeGreaterThan(10);
      await page.getByRole('link', { name: 'Skip the map' }).focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      const first = countries.first();
      expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
      expect(await first.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
      const count = /(\d+) practices?$/.exec((await first.getAttribute('aria-label'))!)![1];
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/practices\?goal=10&country=/);
      expect(await page.locator('h1').textContent()).toMatch(new RegExp(`^${count} practice`));
    });
  });

  test('no link within the site leads nowhere', async () => {
    const seen = new Set<string>(['/']);
    const waiting = ['/'];
    const broken: string[] = [];
    while (waiting.length > 0) {
      const path = waiting.shift()!;
      const response = await fetch(origin() + path);
      if (response.status >= 400) broken.push(`${response.status} ${path}`);
      const text = response.headers.get('content-type')?.includes('text/html') ? await response.text() : '';
      for (const [, href] of text.matchAll(/href="([^"#]+)/g)) {
        const url = URL.parse(href!.replaceAll('&amp;', '&'), origin() + path);
        const next = url && url.origin === origin() ? url.pathname + url.search : null;
        if (next && !seen.has(next) && seen.size < 400) {
          seen.add(next);
          waiting.push(next);
        }
      }
    }
    expect(broken).toEqual([]);
  });
});
