import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '#platform/context.ts';
import { openInMemory, type OpenDatabase } from '#platform/open-database.ts';
import { OPERATOR } from '#forum/people/index.ts';
import { importPractices, type ImportRow, wholeCatalogue } from '#forum/practices/index.ts';
import { createPracticeSearch } from './index.ts';

let open: OpenDatabase;
beforeAll(async () => (open = await openInMemory()));
afterAll(() => open.close());

const now = new Date('2020-03-08T10:00:00Z');
const words = ['river', 'harbour', 'market', 'valley', 'school', 'bridge'];

async function* rows(from: number, to: number) {
  for (let at = from; at < to; at += 200) {
    const value = Array.from({ length: Math.min(200, to - at) }, (_, more): ImportRow => {
      const number = at + more;
      const content = { title: `Office ${number.toString(36)} ${words[number % 6]}`, countries: ['KE'] };
      return { number, content, received: null, refusals: [] };
    });
    yield { ok: true as const, value };
  }
}

async function add(from: number, to: number): Promise<void> {
  const ctx: Context = { db: open.db, now, locale: 'en', actor: OPERATOR };
  const order = { file: 'offices.csv', apply: true, origin: '' };
  const { applied } = await importPractices(ctx, order, rows(from, to), {
    progress: () => undefined,
    tell: async () => undefined,
  });
  expect(applied).toBe(true);
}

test('what changes is found at once; a whole catalogue that comes at once when it is taken up, and nobody waits for it', async () => {
  const search = createPracticeSearch();
  const total = async (q = '') => (await search.find(open.db, { ...wholeCatalogue(), q }, now)).total;
  await add(0, 20);
  expect(await total()).toBe(20);
  await add(20, 60);
  expect(await total()).toBe(60);

  await add(60, 10_100);
  const first = await total();
  expect([60, 10_100]).toContain(first);
  await add(10_100, 10_110);
  for (let tries = 0; (await total()) < 10_110 && tries < 200; tries++) await wait(50);
  expect(await total()).toBe(10_110);
  expect(await total('harbour')).toBe(10_110 / 6);
}, 120_000);
