import { writeFile } from 'node:fs/promises';

/** Writes a new file, which is whole and safe from a power cut when it is done, and readable for its owner alone. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes, { flag: 'wx', mode: 0o600, flush: true });
}
