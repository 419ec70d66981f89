import { execFile } from 'node:child_process';
import type { FileRoom } from './room.ts';
import { SCAN } from './limits.ts';

/** What the virus scanner says: clean, infected, or nothing it can be held to. */
export type ScanAnswer = 'clean' | 'infected' | 'unknown';

/**
 * Runs the command of `SCAN_COMMAND` with the path of a file behind its arguments, without a shell. It answers by its exit code, as
 * clamscan and clamdscan do: 0 clean, 1 infected. Whatever else it does, that it takes longer than `patience` milliseconds or is
 * not there at all, says nothing of the file.
 */
export function scanned(command: readonly string[], path: string, patience = SCAN): Promise<ScanAnswer> {
  const [program = '', ...words] = command;
  return new Promise((resolve) => {
    execFile(program, [...words, path], { timeout: patience, killSignal: 'SIGKILL', maxBuffer: 1 << 20 }, (error) => {
      if (!error) resolve('clean');
      else resolve(error.code === 1 && !error.killed ? 'infected' : 'unknown');
    });
  });
}

/** What is known of a file before it is kept, with the scanner of the room, or without one. */
export async function firstScan({ scanner }: FileRoom, path: string): Promise<'unscanned' | ScanAnswer> {
  return scanner ? scanned(scanner, path) : 'unscanned';
}
