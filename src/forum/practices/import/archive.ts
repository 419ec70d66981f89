import { type ArchiveFault, type Parts, unpack as unpackWithin } from '#platform/files/unpack.ts';
import { MOST_ARCHIVE_ENTRIES, MOST_RATIO, MOST_UNPACKED_BYTES, RATIO_COUNTS_FROM_BYTES } from './limits.ts';
import { refused, type Step } from './table.ts';

export type { Parts };

const MOST = {
  entries: MOST_ARCHIVE_ENTRIES,
  bytes: MOST_UNPACKED_BYTES,
  ratio: MOST_RATIO,
  ratioFrom: RATIO_COUNTS_FROM_BYTES,
};

/** What is said of an archive that is not unpacked. */
const REFUSALS: Record<ArchiveFault, ReturnType<typeof refused>> = {
  damaged: refused('import.archive-damaged'),
  encrypted: refused('import.archive-encrypted'),
  'too-many-entries': refused('import.archive-too-many-entries', { most: MOST_ARCHIVE_ENTRIES }),
  'too-large': refused('import.archive-too-large', { most: MOST_UNPACKED_BYTES / 1024 / 1024 }),
  bomb: refused('import.archive-bomb', { most: MOST_RATIO }),
};

/** Unpacks the parts of an Office file that `wanted` names, within what a file of practices may be. */
export async function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Step<Parts>> {
  const unpacked = await unpackWithin(bytes, wanted, MOST);
  return unpacked.ok ? unpacked : REFUSALS[unpacked.fault];
}
