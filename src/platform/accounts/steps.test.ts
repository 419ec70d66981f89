import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../../tests/support/databases.ts';
import type { OpenDatabase } from '../open-database.ts';
import { beginStep, STEP_MINUTES, takeStep } from './steps.ts';
import { signInSteps } from './tables.ts';

eachDatabase('What a sign-in remembers until the browser comes back', (open) => {
  let database: OpenDatabase;
  const now = new Date('2026-11-24T08:00:00Z');
  const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const begun = () => beginStep(database.db, now, 'passkey', { challenge: 'x' });
  beforeAll(async () => void (database = await open()));
  afterAll(() => database.close());

  test('is given once, also where two ask at the same time', async () => {
    const token = await begun();
    expect(await takeStep(database.db, now, 'passkey', token)).toEqual({ challenge: 'x' });
    expect(await takeStep(database.db, now, 'passkey', token)).toBeNull();
    const other = await begun();
    const taken = await Promise.all([1, 2].map(() => takeStep(database.db, now, 'passkey', other)));
    expect(taken.filter((value) => value !== null)).toHaveLength(1);
  });

  test('is forgotten after some minutes', async () => {
    const [one, two] = [await begun(), await begun()];
    expect(await takeStep(database.db, after(STEP_MINUTES.passkey), 'passkey', one)).toBeNull();
    expect(await takeStep(database.db, after(STEP_MINUTES.passkey - 1), 'passkey', two)).not.toBeNull();
    await beginStep(database.db, after(60), 'passkey', {});
    expect(await database.db.$count(signInSteps)).toBe(1);
  });

  test('is of use for nothing else, and to nobody who guesses', async () => {
    const token = await begun();
    for (const [kind, guess] of [
      ['new-passkey', token],
      ['service', token],
      ['passkey', ''],
      ['passkey', '\0'],
      ['passkey', "' or true --"],
    ] as const)
      expect(await takeStep(database.db, now, kind, guess)).toBeNull();
  });

  test('can be taken up by nobody who reads the database', async () => {
    const token = await begun();
    expect(JSON.stringify(await database.db.select().from(signInSteps))).not.toContain(token);
  });
});
