import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { type Checked, refused } from './checked.ts';
import { MOST_FILES, SMALL_SIDE } from './limits.ts';
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

/** How large the small copies of pictures are, in pixels, by their ids. */
export type PictureSizes = ReadonlyMap<string, { width: number; height: number }>;

/** The sizes of the small copies of those of some files that are pictures: a page leaves room for them before they come. */
export async function pictureSizes(db: Database, ids: readonly string[]): Promise<PictureSizes> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: files.id, width: files.width, height: files.height })
    .from(files)
    // As texts: what a draft names may be no id at all.
    .where(inArray(sql<string>`${files.id}::text`, [...ids]));
  return new Map(
    rows.flatMap(({ id, width, height }) => {
      if (!width || !height) return [];
      const share = Math.min(1, SMALL_SIDE / Math.max(width, height));
      const scaled = (side: number) => Math.max(1, Math.round(side * share));
      return [[id, { width: scaled(width), height: scaled(height) }] as const];
    }),
  );
}
