import type { ImportFile } from './import-file.ts';
import { refused, type Step } from './table.ts';

const MARKS: { mark: number[]; encoding: string }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * The encoding of a text file: by its byte order mark (UTF-8, UTF-16), else UTF-8, and where it is no UTF-8 Windows-1252, in
 * which spreadsheets of Western languages still save. A text that contradicts its own mark is refused. Reads all of it, and
 * keeps none. `beginning` are its first bytes.
 */
export async function encodingOf(file: ImportFile, beginning: Uint8Array): Promise<Step<string>> {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => beginning[at] === byte));
  const encoding = marked?.encoding ?? 'utf-8';
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of file.chunks()) if (!decodes(decoder, chunk)) return unsound(marked?.encoding);
  return decodes(decoder) ? { ok: true, value: encoding } : unsound(marked?.encoding);
}

function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

function unsound(marked: string | undefined): Step<string> {
  return marked === undefined
    ? { ok: true, value: 'windows-1252' }
    : refused('import.text-damaged', { encoding: marked.toUpperCase() });
}

/** The text of a file, piece by piece. `heard` is told how many bytes have been read so far. */
export async function* textOf(
  file: ImportFile,
  encoding: string,
  heard: (bytes: number) => void = () => undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let read = 0;
  for await (const chunk of file.chunks()) {
    heard((read += chunk.length));
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
