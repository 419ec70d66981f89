import { eq, sql } from 'drizzle-orm';
import { type Database, rowsOf } from '../database.ts';
import type { Logger } from '../log.ts';
import type { FileRoom } from './room.ts';
import { placeOf } from './room.ts';
import { scanned } from './scan.ts';
import { removeBytes } from './store.ts';
import { files } from './tables.ts';

/** When a scanner that could not say is asked again, and how long nobody else asks it of the same file: milliseconds. */
const AGAIN = 10 * 60_000;

/** What scanning needs. */
export interface Scanning {
  db: Database;
  room: FileRoom;
  log: Logger;
}

/**
 * Asks the scanner of all files that are due: those it could not say anything of, and those that were kept when there was none. What is
 * found infected loses its bytes, and is not served again. Nothing is done where there is no scanner, and nothing more once
 * `stopped` says so.
 */
export async function scanDueFiles(
  { db, room, log }: Scanning,
  now: () => Date,
  stopped: () => boolean = () => false,
): Promise<void> {
  if (!room.scanner) return;
  for (let id; !stopped() && (id = await claimed(db, now())) !== null;) {
    const answer = await scanned(room.scanner, placeOf(room, id));
    if (answer === 'unknown') {
      log.warn({ file: id }, 'file not scanned yet');
      continue;
    }
    await db.update(files).set({ scan: answer }).where(eq(files.id, id));
    if (answer === 'clean') continue;
    await removeBytes(room, id);
    log.error({ file: id }, 'file infected, and removed');
  }
}

/** Takes the file that has been due the longest, so that no other process takes it too; null where none is due. */
async function claimed(db: Database, now: Date): Promise<string | null> {
  const again = new Date(now.getTime() + AGAIN).toISOString();
  const [row] = rowsOf<{ id: string }>(
    await db.execute(sql`
      update files set scan_due_at = ${again} where id = (
        select id from files where scan in ('unscanned', 'waiting') and scan_due_at <= ${now.toISOString()}
        order by scan_due_at, id limit 1 for update skip locked)
      returning id`),
  );
  return row?.id ?? null;
}
