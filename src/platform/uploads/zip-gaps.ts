import type { Buffer } from 'node:buffer';

/** Records of a zip archive (PKWARE APPNOTE 6.3.10, section 4.3): their signatures and fixed sizes. */
const END = { sign: 0x06054b50, size: 22 };
const LISTED = { sign: 0x02014b50, size: 46 };
const LOCAL = { sign: 0x04034b50, size: 30 };
/** What may stand behind a part that was written as a stream: its checksum and sizes. */
const LONGEST_DESCRIPTOR = 24;

/**
 * Whether an archive is nothing but its parts and their list: nothing before, between or behind them in which something else could
 * hide, such as a program or another archive. Only of an archive that can be unpacked. One in the long form (ZIP64) never is.
 */
export function isGapless(zip: Buffer): boolean {
  const end = zip.length - END.size;
  if (end < 0 || zip.readUInt32LE(end) !== END.sign || zip.readUInt16LE(end + 20) !== 0) return false;
  const list = zip.readUInt32LE(end + 16);
  if (list + zip.readUInt32LE(end + 12) !== end) return false;
  const parts: { from: number; to: number }[] = [];
  let at = list;
  for (; at < end; at += LISTED.size + lengths(zip, at, [28, 30, 32])) {
    if (at + LISTED.size > end || zip.readUInt32LE(at) !== LISTED.sign) return false;
    const from = zip.readUInt32LE(at + 42);
    if (from + LOCAL.size > list || zip.readUInt32LE(from) !== LOCAL.sign) return false;
    parts.push({ from, to: from + LOCAL.size + lengths(zip, from, [26, 28]) + zip.readUInt32LE(at + 20) });
  }
  parts.sort((one, other) => one.from - other.from);
  let reached = 0;
  for (const { from, to } of parts) {
    if (from < reached || from - reached > (reached === 0 ? 0 : LONGEST_DESCRIPTOR)) return false;
    reached = to;
  }
  return at === end && list >= reached && list - reached <= LONGEST_DESCRIPTOR;
}

const lengths = (zip: Buffer, at: number, places: number[]) =>
  places.reduce((sum, place) => sum + zip.readUInt16LE(at + place), 0);
