import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { freshPostgres } from '../../tests/support/databases.ts';
import { answers, rowsOf } from './database.ts';
import { openPostgres } from './open-database.ts';

describe.skipIf(!process.env['TEST_POSTGRES'])('A connection that is lost', () => {
  test('in the middle of a transaction is told to whoever is in it, and ends nothing else', async () => {
    const open = await openPostgres(await freshPostgres());
    const within = open.db.transaction(async (tx) => {
      const [{ pid }] = rowsOf<{ pid: number }>(await tx.execute(sql`select pg_backend_pid() as pid`)) as [
        { pid: number },
      ];
      await open.db.execute(sql`select pg_terminate_backend(${pid})`);
      // The loss is heard of between two queries, when none waits for an answer.
      await wait(300);
      await tx.execute(sql`select 1`);
    });
    await expect(within).rejects.toThrow();
    expect(await answers(open.db)).toBe(true);
    await open.close();
  });
});
