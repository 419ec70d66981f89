import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '#platform/context.ts';
import { recordChanges } from '#platform/history.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { OPERATOR } from '#forum/people/index.ts';
import {
  allPractices,
  type ImportRow,
  importPractices,
  type Practice,
  updatePractices,
} from '#forum/practices/index.ts';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { createCatalogueSuggester } from './catalogue.ts';
import { NOTHING } from './model.ts';

eachDatabase('Suggestions from the catalogue', (openNew) => {
  let open: OpenDatabase;
  beforeAll(async () => (open = await openNew()));
  afterAll(() => open.close());

  const context = (): Context => ({ db: open.db, now: new Date('2020-03-08'), locale: 'en', actor: OPERATOR });

  async function add(title: string, summary: string): Promise<void> {
    const row: ImportRow = { number: 1, content: { title, summary, sdg: ['14.5'] }, received: null, refusals: [] };
    async function* rows() {
      yield { ok: true as const, value: [row] };
    }
    const order = { file: 'one.csv', apply: true, origin: '' };
    await importPractices(context(), order, rows(), { progress: () => undefined, tell: async () => undefined });
  }

  test('follow it: a practice is learnt from once it is published, and no longer once it is withdrawn', async () => {
    const suggester = createCatalogueSuggester();
    const ask = () =>
      suggester.suggest(open.db, {
        texts: [{ field: 'summary', text: 'Dunes and kites on strings, whenever the wind is steady.', language: 'en' }],
        already: NOTHING,
        practice: null,
      });
    expect((await ask()).sdg).toEqual([]);
    await add('Other things', 'Bells, ropes and a tower by the harbour.');
    expect((await ask()).sdg).toEqual([]);
    await add('Kite school', 'Kites, strings and a steady wind over dunes.');
    const [both, again] = await Promise.all([ask(), ask()]);
    expect(both.sdg).toMatchObject([{ code: '14.5', practices: [{ title: 'Kite school' }] }]);
    expect(again).toEqual(both);

    const all: Practice[] = [];
    for await (const batch of allPractices(open.db)) all.push(...batch);
    const kite = all.find(({ title }) => title === 'Kite school')!;
    const withdrawn: Practice = { ...kite, version: kite.version + 1, standing: 'withdrawn' };
    await open.db.transaction(async (tx) => {
      await updatePractices(tx, [withdrawn]);
      const change = { subject: kite.id, number: withdrawn.version, action: 'practice.withdraw', content: withdrawn };
      await recordChanges(tx, context(), 'practice', [change]);
    });
    expect((await ask()).sdg).toEqual([]);
  });
});
