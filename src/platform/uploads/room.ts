import { join } from 'node:path';
import type { Settings } from '../settings.ts';

/** Where files are kept, and how they are looked at. */
export interface FileRoom {
  /** The folder `files` of the data folder. Absolute. */
  folder: string;
  /** The command of `SCAN_COMMAND` and its arguments; undefined where files are not scanned. */
  scanner: readonly string[] | undefined;
}

/** The place for files that the settings name. */
export function fileRoom({ dataDir, scanCommand }: Settings): FileRoom {
  return { folder: join(dataDir, 'files'), scanner: scanCommand };
}

/** Where files are as long as nobody has kept them. */
export function arrivingIn({ folder }: FileRoom): string {
  return join(folder, 'arriving');
}

/** What is kept of a file: itself, and of a picture a small one. */
export type Copy = 'whole' | 'small';

/**
 * Where a file is kept. Only its id, which we made, says so: nothing of what was sent is part of a path. The folder is named by
 * the id's last two signs, which are random, so that no folder grows without end.
 */
export function placeOf({ folder }: FileRoom, id: string, copy: Copy = 'whole'): string {
  if (!isFileId(id)) throw new Error('This is no id of a file.');
  return join(folder, id.slice(-2), copy === 'whole' ? id : `${id}.small`);
}

/** Whether a text is an id as we make them. */
export function isFileId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text);
}
