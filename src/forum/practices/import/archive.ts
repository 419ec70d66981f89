import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import { type Entry, type ZipFile, fromBufferPromise } from 'yauzl';
import { MOST_ARCHIVE_ENTRIES, MOST_RATIO, MOST_UNPACKED_BYTES, RATIO_COUNTS_FROM_BYTES } from './limits.ts';
import { refused, type Step } from './table.ts';

/** Parts of an archive by their names. */
export type Parts = Map<string, Buffer>;

/**
 * Unpacks the parts of a zip archive that `wanted` names, in bounded memory. Every entry is unpacked and counted, wanted or
 * not, and the archive is refused as soon as it has too many entries, is too large or too strongly packed, says something
 * else of its sizes than is true, is encrypted, damaged, or names an entry twice. Archives in it are not looked into.
 */
export async function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Step<Parts>> {
  let zip: ZipFile | undefined;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { autoClose: false });
    const entries = await declaredEntries(zip);
    return entries.ok ? await unpackEntries(zip, entries.value, wanted) : entries;
  } catch {
    return refused('import.archive-damaged');
  } finally {
    zip?.close();
  }
}

/** The archive's list of contents, refused where what it declares is already too much. */
async function declaredEntries(zip: ZipFile): Promise<Step<Entry[]>> {
  if (zip.entryCount > MOST_ARCHIVE_ENTRIES) return tooManyEntries();
  const entries: Entry[] = [];
  const names = new Set<string>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entries.push(entry) > MOST_ARCHIVE_ENTRIES) return tooManyEntries();
    if (names.has(entry.fileName)) return refused('import.archive-damaged');
    names.add(entry.fileName);
    if (entry.isEncrypted()) return refused('import.archive-encrypted');
    unpacked += entry.uncompressedSize;
    if (unpacked > MOST_UNPACKED_BYTES) return tooLarge();
    if (isBomb(entry.uncompressedSize, entry.compressedSize))
      return refused('import.archive-bomb', { most: MOST_RATIO });
  }
  return { ok: true, value: entries };
}

const tooManyEntries = () => refused('import.archive-too-many-entries', { most: MOST_ARCHIVE_ENTRIES });
const tooLarge = () => refused('import.archive-too-large', { most: MOST_UNPACKED_BYTES / 1024 / 1024 });
const isBomb = (unpacked: number, packed: number): boolean =>
  unpacked > RATIO_COUNTS_FROM_BYTES && unpacked > packed * MOST_RATIO;

async function unpackEntries(zip: ZipFile, entries: Entry[], wanted: (name: string) => boolean): Promise<Step<Parts>> {
  const parts: Parts = new Map();
  let left = MOST_UNPACKED_BYTES;
  for (const entry of entries) {
    if (entry.fileName.endsWith('/')) continue;
    const kept: Buffer[] | null = wanted(entry.fileName) ? [] : null;
    const size = await sizeOf(await zip.openReadStreamPromise(entry), left, kept);
    if (size > left) return tooLarge();
    if (isBomb(size, entry.compressedSize)) return refused('import.archive-bomb', { most: MOST_RATIO });
    left -= size;
    if (kept) parts.set(entry.fileName, Buffer.concat(kept));
  }
  return { ok: true, value: parts };
}

/** Reads a stream to its end, or until it has given more than `most` bytes; keeps them in `kept` where it is given. */
async function sizeOf(stream: Readable, most: number, kept: Buffer[] | null): Promise<number> {
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) break;
    kept?.push(chunk);
  }
  return size;
}
