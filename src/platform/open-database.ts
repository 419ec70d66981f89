import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as overPostgres } from 'drizzle-orm/node-postgres';
import { drizzle as overEmbedded } from 'drizzle-orm/pglite';
import pg from 'pg';
import type { Database } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrations.ts';
import type { Settings } from './settings.ts';

export interface OpenDatabase {
  db: Database;
  kind: 'embedded' | 'postgresql';
  /** Ends it cleanly: what was acknowledged is on disk. */
  close(): Promise<void>;
}

/**
 * Opens the database the settings name. The embedded one is taken for this process alone; `door` is where others can
 * speak to it. Throws `FolderInUse` when another process has it.
 */
export async function openDatabase(settings: Settings, door: string): Promise<OpenDatabase> {
  if (settings.databaseUrl !== undefined) return openPostgres(settings.databaseUrl);
  const release = lockFolder(settings.dataDir, door);
  try {
    const open = await embedded(await PGlite.create(join(settings.dataDir, 'database')));
    return { ...open, close: () => open.close().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}

/** Opens the PostgreSQL at `url` and brings it up to date. Throws when it cannot be reached or is older than 15. */
export async function openPostgres(url: string): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 10, application_name: 'common-space' });
  // A connection lost while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  // Nor does one that is lost in the middle of a transaction: its next query is refused, and told to whoever asked.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = overPostgres(pool) as unknown as Database;
  try {
    const { rows } = await pool.query<{ server_version_num: string }>('show server_version_num');
    if (Number(rows[0]!.server_version_num) < 150000) throw new Error('PostgreSQL 15 or later is needed.');
    await migrate(db);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { db, kind: 'postgresql', close: () => pool.end() };
}

/** An embedded database that is gone when closed: for tests, and for nothing else. */
export async function openInMemory(): Promise<OpenDatabase> {
  return embedded(await PGlite.create());
}

async function embedded(lite: PGlite): Promise<OpenDatabase> {
  const db = overEmbedded(lite) as unknown as Database;
  await migrate(db);
  return { db, kind: 'embedded', close: () => lite.close() };
}
