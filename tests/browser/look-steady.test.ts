import { expect, test } from 'vitest';
import { inBrowser } from '../support/browsing.ts';
import { PAGES } from '../support/pages.ts';
import { onSlowLine, paintsAndShifts } from '../support/slow-line.ts';

/** Nothing that keeps copies stands between the page and the slow line. */
const lineItself = { serviceWorkers: 'block' } as const;

inBrowser('Steady', ({ onPage }) => {
  test.each(PAGES)('nothing moves on %s while it comes, at 360 and at 1440 px', async (path) => {
    const moved = (width: number) =>
      onPage(path, { width }, async (page) => {
        await page.waitForLoadState('networkidle');
        return [width, (await page.evaluate(paintsAndShifts)).moved];
      });
    expect(await Promise.all([moved(360), moved(1440)])).toEqual([
      [360, []],
      [1440, []],
    ]);
  });

  // On a slow line the answer comes so late that nothing that moves is excused by the key that was pressed.
  test.each([360, 1440])('nothing moves when results follow what is typed, at %i px', async (width) => {
    await onPage('/practices', { width, context: lineItself }, async (page) => {
      const cost = await onSlowLine(page);
      for (const words of ['law', 'law zzzz', 'remittances', '']) {
        await page.getByRole('searchbox').first().fill(words);
        await page.waitForURL((url) => (url.searchParams.get('q') ?? '') === words);
        expect([words, (await cost()).moved]).toEqual([words, []]);
      }
    });
  });

  test('nothing moves when a practice is kept, at 360 px', async () => {
    await onPage('/es/practices/papyrus-project', { width: 360, context: lineItself }, async (page) => {
      const cost = await onSlowLine(page);
      await page.getByRole('button', { name: 'Guardar en mi colección' }).click();
      await page.getByRole('button', { name: 'Quitar de mi colección' }).waitFor();
      expect((await cost()).moved).toEqual([]);
    });
  });
});
