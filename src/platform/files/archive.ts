import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** A text file within an archive as it shall be, from its path and the text that it holds. */
export type Rewrite = (path: string, text: string) => string;

const PACKED_FIRST = ['[Content_Types].xml', '_rels/.rels'];

/**
 * An Office file (a zip of XML) packed anew, so that the same content always gives the same bytes: entries in a fixed
 * order, all of one time. `rewrite` may change the XML on the way. Throws where `zip` is no zip.
 */
export function repacked(zip: Uint8Array, rewrite: Rewrite = (_, text) => text): Uint8Array {
  const entries = unzipSync(zip);
  const ordered: Zippable = {};
  for (const path of Object.keys(entries).sort(byPlace)) {
    const bytes = entries[path]!;
    const isText = path.endsWith('.xml') || path.endsWith('.rels');
    ordered[path] = isText ? strToU8(rewrite(path, strFromU8(bytes))) : bytes;
  }
  // A zip keeps local time: the day is made in the zone it will be written in, so that every zone writes the same.
  return zipSync(ordered, { mtime: new Date(1980, 0, 1, 12), level: 6 });
}

// The package's table of contents leads, as the format advises; then by path.
function byPlace(one: string, other: string): number {
  const place = (path: string) => (PACKED_FIRST.includes(path) ? PACKED_FIRST.indexOf(path) : PACKED_FIRST.length);
  return place(one) - place(other) || (one < other ? -1 : 1);
}
