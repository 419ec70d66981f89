import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../../tests/support/databases.ts';
import type { OpenDatabase } from '../open-database.ts';
import { makeLink, readLink, takeLink } from './links.ts';
import { insertAccount } from './store.ts';
import { oneTimeLinks } from './tables.ts';

eachDatabase('A link that works once', (open) => {
  let database: OpenDatabase;
  let account: string;
  const now = new Date('2026-11-24T08:00:00Z');
  const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const made = (purpose: 'sign-in' | 'start' = 'sign-in') => makeLink(database.db, now, { purpose, account });
  beforeAll(async () => {
    database = await open();
    account = (await insertAccount(database.db, now, { email: 'a@example.org', name: 'A', language: 'en' }))!;
  });
  afterAll(() => database.close());

  test('works once, however often it was looked at', async () => {
    const token = await made();
    expect(await readLink(database.db, now, token)).toMatchObject({ account });
    expect(await readLink(database.db, now, token)).toMatchObject({ account });
    expect(await takeLink(database.db, now, token)).toMatchObject({ account, purpose: 'sign-in' });
    expect(await takeLink(database.db, now, token)).toBeNull();
    expect(await readLink(database.db, now, token)).toBeNull();
  });

  test('used by two at the same time works for one', async () => {
    const token = await made();
    const taken = await Promise.all([takeLink(database.db, now, token), takeLink(database.db, now, token)]);
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test('holds for 20 minutes, and not a minute longer', async () => {
    const [early, late] = [await made(), await made()];
    expect(await takeLink(database.db, after(19), early)).not.toBeNull();
    expect(await takeLink(database.db, after(20), late)).toBeNull();
  });

  test('is nowhere in the database', async () => {
    const token = await made();
    expect(JSON.stringify(await database.db.select().from(oneTimeLinks))).not.toContain(token);
  });

  test('that an operator is shown anew makes the one before it void', async () => {
    const [first, second] = [await made('start'), await made('start')];
    expect(await takeLink(database.db, now, first)).toBeNull();
    expect(await takeLink(database.db, now, second)).not.toBeNull();
  });

  test('that was never made is nothing', async () => {
    for (const token of ['', 'x', '\0', "' or true --"]) expect(await takeLink(database.db, now, token)).toBeNull();
  });
});
