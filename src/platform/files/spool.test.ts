import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSpool } from './spool.ts';

async function all<Value>(batches: AsyncIterable<Value[]>): Promise<Value[]> {
  const values: Value[] = [];
  for await (const batch of batches) values.push(...batch);
  return values;
}

test('what is put aside comes back in its order, as often as it is asked for, also while more is added', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue({ noUnicodeString: false })),
      fc.integer({ min: 1, max: 7 }),
      async (values, size) => {
        const spool = openSpool<unknown>();
        const plain = JSON.parse(JSON.stringify(values)) as unknown[];
        for (const value of values) spool.add(value);
        expect(await all(spool.batches(size))).toEqual(plain);
        spool.add('last');
        expect(await all(spool.batches(size))).toEqual([...plain, 'last']);
        expect(spool.count).toBe(values.length + 1);
        spool.close();
      },
    ),
    { numRuns: 30 },
  );
});

test('batches are as large as was asked, however long the values are', async () => {
  const spool = openSpool<string>();
  for (let at = 0; at < 25; at++) spool.add(`${at} ${'الهجرة'.repeat(30_000)}`);
  const sizes: number[] = [];
  for await (const batch of spool.batches(10)) sizes.push(batch.length);
  expect(sizes).toEqual([10, 10, 5]);
  spool.close();
});

test('nothing of it is left behind, not even while it is open', () => {
  const spool = openSpool<string>();
  spool.add('secret');
  expect(readdirSync(tmpdir()).filter((name) => /^common-space-[0-9a-f]{8}-[0-9a-f]{4}-7/.test(name))).toEqual([]);
  spool.close();
});
