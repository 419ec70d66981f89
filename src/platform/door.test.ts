import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { newFolder, removeFolder } from '../../tests/support/server.ts';
import { type Dialogue, openDoor, type Perform, throughDoor } from './door.ts';

const folder = newFolder();
const path = join(folder, 'door.sock');
let close: () => Promise<void> = async () => undefined;
afterEach(async () => {
  await close();
  removeFolder(folder);
});

async function ask(perform: Perform, items: AsyncIterable<unknown>, told: unknown[] = []): Promise<unknown> {
  ({ close } = await openDoor(path, perform));
  const dialogue: Dialogue = { progress: () => undefined, items, tell: async (values) => void told.push(...values) };
  return throughDoor(path, 'count', { by: 2 }, dialogue);
}

async function* numbers(count: number, wide = ''): AsyncGenerator<unknown> {
  for (let number = 0; number < count; number++) yield { number, wide };
}

test('what is sent and what is told arrives whole and in order, however much it is', async () => {
  const told: unknown[] = [];
  const wide = 'هجرة'.repeat(2_000);
  const count = await ask(
    async (operation, input, { items, tell }) => {
      let seen = 0;
      for await (const item of items) {
        expect(item).toEqual({ number: seen++, wide });
        await tell([item]);
      }
      return { operation, input, seen };
    },
    numbers(2_000, wide),
    told,
  );
  expect(count).toEqual({ operation: 'count', input: { by: 2 }, seen: 2_000 });
  expect(told).toHaveLength(2_000);
  expect(told[1_999]).toEqual({ number: 1_999, wide });
});

test('an answer may come before all has been sent', async () => {
  let sent = 0;
  async function* endless() {
    for (; ; sent++) yield { wide: 'x'.repeat(1_000) };
  }
  const answer = await ask(async (_operation, _input, { items }) => {
    for await (const _ of items) return 'enough';
    return 'nothing';
  }, endless());
  expect(answer).toBe('enough');
  expect(sent).toBeLessThan(100_000);
});

test('what goes wrong behind the door is said before it', async () => {
  const asked = ask(async () => {
    throw new Error('There is no such thing.');
  }, numbers(5_000));
  await expect(asked).rejects.toThrow('There is no such thing.');
});

test('what goes wrong in what is sent is not taken for a server that is gone', async () => {
  async function* broken() {
    yield 1;
    throw new Error('The disk cannot be read.');
  }
  const asked = ask(async (_operation, _input, { items }) => {
    for await (const _ of items);
    return 'all heard';
  }, broken());
  await expect(asked).rejects.toThrow('The disk cannot be read.');
});
