import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { eachDatabase } from '../../tests/support/databases.ts';
import { doDueJobs, type Job } from './clock.ts';
import { follow } from './follow.ts';
import { announce } from './history.ts';
import type { OpenDatabase } from './open-database.ts';
import { clockJobs, followers, outbox } from './tables.ts';
import { VISITOR } from './context.ts';

const start = new Date('2026-11-24T08:00:00Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const silent = pino({ level: 'silent' });

eachDatabase('The clock', (open) => {
  let database: OpenDatabase;
  const done: Date[] = [];
  const job = (run: Job['run'] = async (_, now) => void done.push(now)): Job => ({ name: 'count', every: 60, run });
  const look = (at: Date, what = job()) => doDueJobs(database.db, [what], () => at, silent);
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    await database.db.delete(clockJobs);
    await database.db.delete(followers);
    await database.db.delete(outbox);
    done.length = 0;
  });
  afterAll(() => database.close());

  test('does a job when it is due, and not before it is due again', async () => {
    for (const seconds of [0, 1, 59, 60, 61, 500]) await look(later(seconds));
    expect(done).toEqual([0, 60, 500].map(later));
  });

  test('does a job once where two servers look at the same time', async () => {
    await Promise.all([look(start), look(start), look(start)]);
    expect(done).toEqual([start]);
  });

  test('does again what failed, and keeps nothing of it', async () => {
    const failing = job(async (db) => {
      await db.insert(followers).values({ name: 'half', sequence: 1 });
      throw new Error('the power is cut');
    });
    await look(start, failing);
    expect(await database.db.select().from(followers)).toEqual([]);
    await look(start);
    expect(done).toEqual([start]);
  });

  const tell = (subject: string) =>
    database.db.transaction((tx) =>
      announce(tx, { db: tx, now: start, locale: 'en', actor: VISITOR }, 'something', subject),
    );
  const ids = Array.from({ length: 1_203 }, (_, at) => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`);

  test('what happened is followed in order, each of it once, also where something fails in between', async () => {
    const heard: string[] = [];
    const hear = (fails: number) => {
      let batches = 0;
      return follow(database.db, 'hearing', async (_, events) => {
        if (batches++ === fails) throw new Error('the power is cut');
        heard.push(...events.map(({ subject }) => subject));
      });
    };
    for (const id of ids) await tell(id);
    await expect(hear(0)).rejects.toThrow('power');
    await expect(hear(1)).rejects.toThrow('power');
    await hear(-1);
    await hear(-1);
    expect(heard).toEqual(ids);
  }, 60_000);
});
