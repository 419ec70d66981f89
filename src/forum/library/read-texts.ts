import { OPERATOR } from '#forum/people/index.ts';
import type { Database } from '#platform/database.ts';
import { announce } from '#platform/history.ts';
import type { Logger } from '#platform/log.ts';
import { placeOf, type FileRoom } from '#platform/uploads/room.ts';
import { fileById } from '#platform/uploads/store.ts';
import { textOfFile } from '#platform/uploads/text.ts';
import { claimText, MOST_TRIES, writeText } from './texts.ts';

/** What reading the texts of files needs. */
export interface TextReading {
  db: Database;
  room: FileRoom;
  log: Logger;
}

/**
 * Reads the texts of all files that wait for it, one after the other, each in a worker thread (platform/uploads/text.ts) and outside of any
 * transaction; the search takes each up by the outbox. A file whose reading ended without an answer is tried again later, three times in all.
 */
export async function readDueTexts(
  { db, room, log }: TextReading,
  now: () => Date,
  stopped: () => boolean = () => false,
): Promise<void> {
  for (let due; !stopped() && (due = await claimText(db, now())) !== null;) {
    const { file: id, publication, tries } = due;
    const file = await fileById(db, id);
    // What the virus scanner has not cleared is not opened: it comes again.
    if (file?.scan === 'waiting' && tries < MOST_TRIES) continue;
    const good = file && file.scan !== 'infected' && file.scan !== 'waiting';
    const read = good ? await textOfFile(placeOf(room, id), file.type) : 'failed';
    if (read === 'later') {
      log.warn({ file: id, tries }, 'text of a file not read');
      if (tries < MOST_TRIES) continue;
    }
    const found = typeof read === 'string' ? { outcome: 'failed' as const, text: '', cut: false } : read;
    await db.transaction(async (tx) => {
      await writeText(tx, id, found);
      await announce(tx, { db: tx, now: now(), locale: 'en', actor: OPERATOR }, 'publication', publication);
    });
  }
}

/** How often is looked whether a file waits: milliseconds. */
const PAUSE = 3_000;

/** Reads texts for as long as the server runs. `close` waits for the one under way. */
export function startTextReading(reading: TextReading): { close(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let idle = true;
  let stopped = false;
  const look = () => {
    if (!idle) return;
    idle = false;
    running = readDueTexts(
      reading,
      () => new Date(),
      () => stopped,
    )
      .catch((error: unknown) => reading.log.error({ err: error }, 'reading the texts of files failed'))
      .finally(() => {
        idle = true;
      });
  };
  look();
  const timer = setInterval(look, PAUSE);
  return {
    async close() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
