import { setTimeout as wait } from 'node:timers/promises';
import { takeThemes } from '#vocab/themes.ts';
import { type Dialogue, doorPath, type Perform, throughDoor } from '#platform/door.ts';
import { doorOf, FolderInUse } from '#platform/folder-lock.ts';
import { openDatabase } from '#platform/open-database.ts';
import type { Settings } from '#platform/settings.ts';
import { performer, type Operations } from './operations.ts';

/** Asks for an operation, wherever the database is open. */
export type Ask = <Name extends keyof Operations>(
  name: Name,
  input: Operations[Name]['input'],
  dialogue?: Dialogue,
) => Promise<Operations[Name]['output']>;

/** How long a command waits while another one has the folder, or a server is starting: milliseconds. */
const PATIENCE = 30_000;

/**
 * Does some work on the forum's database: through the door of the server where one is running on the folder, else by
 * opening the database for as long as the work takes.
 */
export async function withForum<Result>(settings: Settings, work: (ask: Ask) => Promise<Result>): Promise<Result> {
  for (const until = Date.now() + PATIENCE; ; await wait(200)) {
    const door = settings.databaseUrl === undefined ? doorOf(settings.dataDir) : null;
    if (door !== null && (await someoneIsBehind(door)))
      return await knowing(
        work,
        asking((name, input, dialogue) => throughDoor(door, name, input, dialogue)),
      );
    try {
      if (door === null) return await opened(settings, work);
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error;
    }
    if (Date.now() > until)
      throw new Error(
        `The data folder ${settings.dataDir} has been in use for ${PATIENCE / 1000} seconds. Try again later.`,
      );
  }
}

/** Does the work knowing what the forum says of its themes. */
async function knowing<Result>(work: (ask: Ask) => Promise<Result>, ask: Ask): Promise<Result> {
  takeThemes(await ask('themes.said', null));
  return work(ask);
}

async function opened<Result>(settings: Settings, work: (ask: Ask) => Promise<Result>): Promise<Result> {
  const open = await openDatabase(settings, doorPath(settings.dataDir));
  try {
    return await knowing(work, asking(performer(open.db, settings.origin)));
  } finally {
    await open.close();
  }
}

const asking =
  (perform: Perform): Ask =>
  (name, input, dialogue = SILENT) =>
    perform(name, input, dialogue) as never;

/** For an operation that hears and tells nothing on its way. */
const SILENT: Dialogue = {
  progress: () => undefined,
  items: { async *[Symbol.asyncIterator]() {} },
  tell: async () => undefined,
};

async function someoneIsBehind(door: string): Promise<boolean> {
  try {
    return (await throughDoor(door, 'knock', null, SILENT)) === 'here';
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ECONNREFUSED', 'ECONNRESET'].includes(code)) return false;
    throw error;
  }
}
