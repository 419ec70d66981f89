/** A file as it was received. It can be read more than once: what is large is looked through before it is taken. */
export interface ImportFile {
  name: string;
  /** Its bytes, from the first one on, in pieces. */
  chunks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** As many bytes as tell what a file is: its byte order mark, and how files of other kinds begin. */
const BEGINNING = 8;

/** The size of a file in bytes, at most `most` + 1 (no more is read of a larger one), and its first bytes. */
export async function measured(file: ImportFile, most: number): Promise<{ size: number; beginning: Uint8Array }> {
  let size = 0;
  let beginning: Uint8Array = new Uint8Array();
  for await (const chunk of file.chunks()) {
    size += chunk.length;
    if (beginning.length < BEGINNING) beginning = Buffer.concat([beginning, chunk.subarray(0, BEGINNING)]);
    if (size > most) return { size: most + 1, beginning };
  }
  return { size, beginning };
}

/** All bytes of a file that is known to be small enough. */
export async function bytesOf(file: ImportFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks);
}
