import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { type Checked, refused } from './checked.ts';
import { MOST_FILES } from './limits.ts';
import type { PreparedFile } from './prepare.ts';
import { type FileRoom, placeOf } from './room.ts';
import { files } from './tables.ts';

/** A file that is kept. */
export type KeptFile = typeof files.$inferSelect;

/** What a file is kept for, by whom, when. */
export interface Keeping {
  /** What it belongs to: a draft, a practice. */
  subject: string;
  /** The account of who sent it; null for the program itself. */
  account: string | null;
  now: Date;
}

/**
 * Keeps files that were prepared, inside the caller's transaction: all of them, or none where the subject would have too many. Where
 * the transaction fails afterwards, their bytes are left without a row, and `removeUnused` takes them away a day later.
 */
export async function keepFiles(
  tx: Database,
  room: FileRoom,
  prepared: readonly PreparedFile[],
  { subject, account, now }: Keeping,
): Promise<Checked<KeptFile[]>> {
  const before = await tx.$count(files, eq(files.subject, subject));
  if (before + prepared.length > MOST_FILES) return refused('files.too-many', { most: MOST_FILES });
  const rows = prepared.map(({ id, name, type, size, sha256, width, height, scan }) => ({
    ...{ id, subject, name, type, size, sha256, width, height, scan },
    uploadedBy: account,
    uploadedAt: now,
    scanDueAt: now,
  }));
  if (rows.length === 0) return { ok: true, value: [] };
  const kept = await tx.insert(files).values(rows).returning();
  for (const { id, paths } of prepared) {
    await mkdir(dirname(placeOf(room, id)), { recursive: true, mode: 0o700 });
    await rename(paths.whole, placeOf(room, id));
    if (paths.small) await rename(paths.small, placeOf(room, id, 'small'));
  }
  return { ok: true, value: kept };
}

/** The file of an id, whosoever it is: who may have it is the caller's to know. Null where there is none. */
export async function fileById(db: Database, id: string): Promise<KeptFile | null> {
  const [row] = await db.select().from(files).where(eq(files.id, id));
  return row ?? null;
}

/** The files of a subject, in the order in which they came. */
export async function filesOf(db: Database, subject: string): Promise<KeptFile[]> {
  return db.select().from(files).where(eq(files.subject, subject)).orderBy(asc(files.id));
}

/** Files belong to another subject from now on: those of a draft to the practice that was published from it. */
export async function passOn(tx: Database, ids: readonly string[], subject: string): Promise<void> {
  await tx
    .update(files)
    .set({ subject })
    .where(inArray(files.id, [...ids]));
}

/** Takes the bytes of a file away; its row is the caller's to change. */
export async function removeBytes(room: FileRoom, id: string): Promise<void> {
  await Promise.all([rm(placeOf(room, id), { force: true }), rm(placeOf(room, id, 'small'), { force: true })]);
}
