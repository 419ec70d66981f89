import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The secret that cookies are signed and second factors encrypted with, where the operator has set none: kept in the data
 * folder, readable for its owner alone, and made when it is first needed. Whoever has it and the database can sign in as anybody.
 */
export function secretIn(folder: string): string {
  const path = join(folder, 'secret');
  const found = readOrNull(path);
  if (found !== null) return found;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, randomBytes(48).toString('base64url'), { mode: 0o600 });
  try {
    // Appears whole or not at all; of two processes that make one, one wins and both use it.
    linkSync(mine, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(mine, { force: true });
  }
  return readFileSync(path, 'utf8').trim();
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
