import { pino } from 'pino';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { doDueJobs } from '#platform/clock.ts';
import { type Database, rowsOf } from '#platform/database.ts';
import { openDatabase } from '#platform/open-database.ts';
import { settingsFrom } from '#platform/settings.ts';
import { notificationJobs } from '#forum/notifications/index.ts';
import { emptyDatabases } from '../support/databases.ts';
import { tellDeskStory } from '../support/desk-story.ts';
import { newFolder, removeFolder, startServer } from '../support/server.ts';
import { type MailServer, startMailServer } from '../support/smtp.ts';

const folders: string[] = [];
const folder = () => {
  const made = newFolder();
  folders.push(made);
  return made;
};
afterEach(() => folders.splice(0).forEach(removeFolder));

/** What is in a database whose server does not run, by `ask`. */
async function inDatabase<Result>(
  dataDir: string,
  environment: Record<string, string>,
  ask: (db: Database) => Promise<Result>,
): Promise<Result> {
  const settings = settingsFrom({ DATA_DIR: dataDir, ...environment });
  const database = await openDatabase(settings, join(dataDir, 'door'));
  try {
    return await ask(database.db);
  } finally {
    await database.close();
  }
}

/** Who was told what, as lines in order; not the account a server makes at its start, which is nobody’s yet. */
const told = async (db: Database) =>
  rowsOf<{ line: string }>(
    await db.execute(sql`select a.email || ' ' || n.kind || ' ' || n.at::text || ' ' || n.actor as line
      from notifications n join accounts a on a.id = n.recipient where n.kind <> 'remind' and a.email like '%@example.org' order by 1`),
  ).map(({ line }) => line);

describe.each(emptyDatabases())('A server that is killed while it tells what happened, on $name', ({ fresh }) => {
  test('has lost nothing and told nobody twice when it runs again', async () => {
    const now = new Date();
    const [control, environment] = [folder(), await fresh()];
    const other = await fresh();
    await tellDeskStory(control, other, now);
    const expected = await inDatabase(control, other, async (db) => {
      await doDueJobs(db, notificationJobs, () => now, pino({ level: 'silent' }));
      return told(db);
    });
    expect(expected.length).toBeGreaterThan(20);

    const dataDir = folder();
    await tellDeskStory(dataDir, environment, now);
    const post: MailServer = await startMailServer('takes');
    const settings = { ...environment, SAMPLE: 'off', SMTP_URL: post.url };
    for (const after of [0, 15, 40, 90, 200]) {
      const server = await startServer(dataDir, settings);
      await wait(after);
      server.process.kill('SIGKILL');
      await new Promise((resolve) => server.process.once('exit', resolve));
    }
    const server = await startServer(dataDir, settings);
    const toCurator = () =>
      post.taken.filter(({ to, raw }) => to.includes('curator@example.org') && raw.includes('List-Unsubscribe'));
    for (let tries = 0; tries < 50 && toCurator().length === 0; tries++) await wait(200);
    await server.stop();
    await post.stop();
    expect(await inDatabase(dataDir, environment, told)).toEqual(expected);
    // A mail whose server died between sending it and noting that it was sent may come again: under the same number, as one mail.
    const numbers = new Set(toCurator().map(({ raw }) => /^Message-ID: (\S+)/im.exec(raw)![1]));
    expect([...numbers]).toHaveLength(1);
  }, 120_000);
});
