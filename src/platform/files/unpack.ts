import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import { type Entry, type ZipFile, fromBufferPromise } from 'yauzl';

/** Parts of an archive by their names. */
export type Parts = Map<string, Buffer>;

/** How much an archive may hold before it is refused. */
export interface MostUnpacked {
  entries: number;
  /** Of all of its parts together, unpacked. */
  bytes: number;
  /** How many times its packed size a part may have, where it is larger than `ratioFrom` bytes. */
  ratio: number;
  ratioFrom: number;
}

/** Why an archive is not unpacked. */
export type ArchiveFault = 'damaged' | 'encrypted' | 'too-many-entries' | 'too-large' | 'bomb';
type Unpacked<Value> = { ok: true; value: Value } | { ok: false; fault: ArchiveFault };

/**
 * Unpacks the parts of a zip archive that `wanted` names, in bounded memory. Every entry is unpacked and counted, wanted or
 * not, and the archive is refused as soon as it has too many entries, is too large or too strongly packed, says something
 * else of its sizes than is true, is encrypted, damaged, or names an entry twice. Archives in it are not looked into.
 */
export async function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  most: MostUnpacked,
): Promise<Unpacked<Parts>> {
  let zip: ZipFile | undefined;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { autoClose: false });
    const entries = await declaredEntries(zip, most);
    return entries.ok ? await unpackEntries(zip, entries.value, wanted, most) : entries;
  } catch {
    return failed('damaged');
  } finally {
    zip?.close();
  }
}

/** The archive's list of contents, refused where what it declares is already too much. */
async function declaredEntries(zip: ZipFile, most: MostUnpacked): Promise<Unpacked<Entry[]>> {
  if (zip.entryCount > most.entries) return failed('too-many-entries');
  const entries: Entry[] = [];
  const names = new Set<string>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entries.push(entry) > most.entries) return failed('too-many-entries');
    if (names.has(entry.fileName)) return failed('damaged');
    names.add(entry.fileName);
    if (entry.isEncrypted()) return failed('encrypted');
    unpacked += entry.uncompressedSize;
    if (unpacked > most.bytes) return failed('too-large');
    if (isBomb(entry.uncompressedSize, entry, most)) return failed('bomb');
  }
  return { ok: true, value: entries };
}

const failed = (fault: ArchiveFault) => ({ ok: false, fault }) as const;
const isBomb = (unpacked: number, { compressedSize }: Entry, most: MostUnpacked): boolean =>
  unpacked > most.ratioFrom && unpacked > compressedSize * most.ratio;

async function unpackEntries(
  zip: ZipFile,
  entries: Entry[],
  wanted: (name: string) => boolean,
  most: MostUnpacked,
): Promise<Unpacked<Parts>> {
  const parts: Parts = new Map();
  let left = most.bytes;
  for (const entry of entries) {
    if (entry.fileName.endsWith('/')) continue;
    const kept: Buffer[] | null = wanted(entry.fileName) ? [] : null;
    const size = await sizeOf(await zip.openReadStreamPromise(entry), left, kept);
    if (size > left) return failed('too-large');
    if (isBomb(size, entry, most)) return failed('bomb');
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
