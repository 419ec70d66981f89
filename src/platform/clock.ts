import { and, eq, lte } from 'drizzle-orm';
import type { Database } from './database.ts';
import type { Logger } from './log.ts';
import { clockJobs } from './tables.ts';

/** Something the server does again and again. */
export interface Job {
  name: string;
  /** How long after one time the next is due, in seconds. */
  every: number;
  /** Does what is due at `now`. Where it throws, the next look tries again. */
  run: (db: Database, now: Date) => Promise<void>;
}

/**
 * Does the jobs that are due at `now`, and writes when they are due next. The row of a job is held until it is done, so that of two servers on one
 * database one does it and the other passes it over; it is due again at once where the one that held it has died.
 */
export async function doDueJobs(db: Database, jobs: readonly Job[], now: () => Date, log: Logger): Promise<void> {
  for (const job of jobs)
    await doWhenDue(db, job, now()).catch((error: unknown) => log.error({ err: error, job: job.name }, 'job failed'));
}

async function doWhenDue(db: Database, { name, every, run }: Job, now: Date): Promise<void> {
  await db.insert(clockJobs).values({ name, dueAt: now }).onConflictDoNothing();
  await db.transaction(async (tx) => {
    const [due] = await tx
      .select()
      .from(clockJobs)
      .where(and(eq(clockJobs.name, name), lte(clockJobs.dueAt, now)))
      .for('update', { skipLocked: true });
    if (!due) return;
    await run(tx, now);
    await tx
      .update(clockJobs)
      .set({ dueAt: new Date(now.getTime() + every * 1_000) })
      .where(eq(clockJobs.name, name));
  });
}

/** How often the clock looks what is due, in milliseconds. */
const PAUSE = 2_000;

/** Does jobs for as long as the server runs. `close` waits for the one under way. */
export function startClock(
  db: Database,
  jobs: readonly Job[],
  log: Logger,
  now = () => new Date(),
): { close(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let idle = true;
  const look = () => {
    if (!idle) return;
    idle = false;
    running = doDueJobs(db, jobs, now, log)
      .catch((error: unknown) => log.error({ err: error }, 'the clock failed'))
      .finally(() => {
        idle = true;
      });
  };
  look();
  const timer = setInterval(look, PAUSE);
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
