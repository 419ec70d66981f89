import { type Referred, removeUnused } from './remove-unused.ts';
import { scanDueFiles, type Scanning } from './scan-later.ts';

/** What the upkeep of files needs. */
export interface Upkeep extends Scanning {
  /** Which files something speaks of. One that it leaves out is removed a day after it was sent. */
  referred: Referred;
}

/** How often files are shown to the scanner again, and how often unused ones are looked for: milliseconds. */
const SCANS = 5 * 60_000;
const CLEANING = 6 * 60 * 60_000;

/** Looks after files for as long as the server runs. `close` waits for what is under way. */
export function startUpkeep(upkeep: Upkeep): { close(): Promise<void> } {
  const { db, room, log, referred } = upkeep;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const now = () => new Date();
  const after = (work: () => Promise<void>) => {
    running = running
      .then(() => (stopped ? undefined : work()))
      .catch((error: unknown) => log.error({ err: error }, 'the upkeep of files failed'));
  };
  const scan = () => after(() => scanDueFiles(upkeep, now, () => stopped));
  const clean = () =>
    after(async () => {
      const { unreferred, strays, missing } = await removeUnused(db, room, referred, now());
      if (unreferred.length + strays > 0) log.info({ unreferred: unreferred.length, strays }, 'unused files removed');
      if (missing.length > 0) log.error({ missing }, 'files have lost their bytes');
    });
  scan();
  clean();
  const timers = [setInterval(scan, SCANS), setInterval(clean, CLEANING)];
  return {
    async close() {
      stopped = true;
      timers.forEach(clearInterval);
      await running;
    },
  };
}
