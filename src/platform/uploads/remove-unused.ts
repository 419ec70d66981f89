import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { and, asc, gt, inArray, lt, ne, type SQL } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { arrivingIn, type FileRoom, isFileId } from './room.ts';
import { removeBytes } from './store.ts';
import { files } from './tables.ts';

/** What is younger is left alone: it may be on its way into a draft, or its transaction not committed yet. Milliseconds. */
const DAY = 24 * 60 * 60_000;
/** How many files are asked of at once. */
const BATCH = 500;

/** Which of these files something still speaks of: a draft, a practice, any version of either. Asked for what would be removed otherwise. */
export type Referred = (db: Database, ids: readonly string[]) => Promise<ReadonlySet<string>>;

/** What was found and done. */
export interface Tidied {
  /** Ids of files nothing spoke of: row and bytes are gone. */
  unreferred: string[];
  /** Bytes that no row spoke of, and forms that were never finished: removed. */
  strays: number;
  /** Ids of files whose bytes are missing though something speaks of them. Nothing is done to them: a backup may have them. */
  missing: string[];
}

/**
 * Removes files that nothing speaks of any more and bytes without a row, none of them younger than a day. Says which files have lost
 * their bytes.
 */
export async function removeUnused(db: Database, room: FileRoom, referred: Referred, now: Date): Promise<Tidied> {
  const before = new Date(now.getTime() - DAY);
  const unreferred = await removeUnreferred(db, room, referred, before);
  const present = new Set<string>();
  const strays = (await removeStrays(db, room, before, present)) + (await removeArrived(room, before));
  return { unreferred, strays, missing: await missingOf(db, present, before) };
}

async function removeUnreferred(db: Database, room: FileRoom, referred: Referred, before: Date): Promise<string[]> {
  const removed: string[] = [];
  for await (const ids of oldIds(db, before)) {
    const kept = await referred(db, ids);
    const gone = ids.filter((id) => !kept.has(id));
    if (gone.length === 0) continue;
    // Row first: bytes without a row are found again by the next round, a row without bytes would have to be explained to somebody.
    await db.delete(files).where(inArray(files.id, gone));
    for (const id of gone) await removeBytes(room, id);
    removed.push(...gone);
  }
  return removed;
}

/** The ids of all files that were sent before a moment, in batches. */
async function* oldIds(db: Database, before: Date, only?: SQL): AsyncGenerator<string[]> {
  for (let last: string | undefined; ;) {
    const rows = await db
      .select({ id: files.id })
      .from(files)
      .where(and(lt(files.uploadedAt, before), only, last === undefined ? undefined : gt(files.id, last)))
      .orderBy(asc(files.id))
      .limit(BATCH);
    if (rows.length === 0) return;
    yield rows.map(({ id }) => id);
    last = rows.at(-1)!.id;
  }
}

/** Removes what no row speaks of. Collects in `present` the ids whose bytes are there. */
async function removeStrays(db: Database, room: FileRoom, before: Date, present: Set<string>): Promise<number> {
  let removed = 0;
  for (const folder of await namesIn(room.folder)) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    const names = await namesIn(join(room.folder, folder));
    const ids = names.map((name) => name.replace(/\.small$/, '')).filter(isFileId);
    const rows = ids.length === 0 ? [] : await db.select({ id: files.id }).from(files).where(inArray(files.id, ids));
    const known = new Set(rows.map(({ id }) => id));
    for (const name of names) {
      const id = name.replace(/\.small$/, '');
      if (known.has(id)) {
        if (name === id) present.add(id);
      } else if (await removeOld(join(room.folder, folder, name), before)) removed++;
    }
  }
  return removed;
}

/** Removes what arrived and was neither kept nor discarded: a process died over it. */
async function removeArrived(room: FileRoom, before: Date): Promise<number> {
  let removed = 0;
  for (const name of await namesIn(arrivingIn(room)))
    if (await removeOld(join(arrivingIn(room), name), before)) removed++;
  return removed;
}

async function removeOld(path: string, before: Date): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found || found.mtime >= before) return false;
  await rm(path, { recursive: true, force: true });
  return true;
}

async function missingOf(db: Database, present: ReadonlySet<string>, before: Date): Promise<string[]> {
  const missing: string[] = [];
  for await (const ids of oldIds(db, before, ne(files.scan, 'infected')))
    missing.push(...ids.filter((id) => !present.has(id)));
  return missing;
}

/** The names in a folder; none where there is no such folder. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}
