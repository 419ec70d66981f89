import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who holds a folder: enough to tell a living holder from one that died, even when its number was given to another process. */
interface Holder {
  pid: number;
  /** When the process began, in clock ticks since the machine did; null where the system does not say. */
  began: string | null;
  /** Tells one run of the machine from the next. */
  boot: string | null;
  /** Where the holder can be spoken to. */
  door: string;
}

/** Somebody else is using the folder. */
export class FolderInUse extends Error {
  readonly door: string;
  constructor(folder: string, holder: Holder) {
    super(
      `The data folder ${folder} is in use by another Common Space (process ${holder.pid}). ` +
        'Stop that one first, or give this one a folder of its own with DATA_DIR.',
    );
    this.door = holder.door;
  }
}

const NAME = 'common-space.lock';

/**
 * Takes the folder for this process alone: two processes on one embedded database would ruin it. A lock left behind by a
 * process that died is recognised and replaced. Throws `FolderInUse` when the holder lives.
 * @returns what gives the folder free again
 */
export function lockFolder(folder: string, door: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = join(folder, NAME);
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ ...thisProcess(), door }), { mode: 0o600 });
  try {
    for (;;) {
      // A hard link appears whole or not at all, and fails where the name is taken.
      if (linked(mine, lock)) break;
      const text = readOrNull(lock);
      if (text === null) continue;
      const holder = parsed(text);
      if (holder && lives(holder)) throw new FolderInUse(folder, holder);
      takeAway(lock, text);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  const own = readOrNull(lock);
  return () => {
    if (readOrNull(lock) === own) rmSync(lock, { force: true });
  };
}

/** Where the holder of the folder can be spoken to, or null when nobody living holds it. */
export function doorOf(folder: string): string | null {
  const text = readOrNull(join(folder, NAME));
  const holder = text === null ? null : parsed(text);
  return holder && lives(holder) ? holder.door : null;
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead lock. It is moved aside first, and put back if it proves to be a new one that came in between. */
function takeAway(lock: string, expected: string): void {
  const aside = `${lock}.dead.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (readOrNull(aside) !== expected) linked(aside, lock);
  rmSync(aside, { force: true });
}

function lives(holder: Holder): boolean {
  if (holder.pid === process.pid) return holder.began === thisProcess().began && holder.boot === bootOf();
  if (holder.boot !== bootOf()) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return holder.began === null || holder.began === beginOf(holder.pid);
}

function thisProcess(): Omit<Holder, 'door'> {
  return { pid: process.pid, began: beginOf(process.pid), boot: bootOf() };
}

/** Field 22 of /proc/PID/stat (proc(5)); the name in field 2 may hold spaces, so counting begins behind its bracket. */
function beginOf(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function bootOf(): string | null {
  return readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? null;
}

function parsed(text: string): Holder | null {
  try {
    const holder = JSON.parse(text) as Holder;
    return Number.isInteger(holder.pid) ? holder : null;
  } catch {
    // Half-written by a process that died in the middle: nobody's.
    return null;
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
