import { refused, type Step } from './table.ts';

const MARKS: { mark: number[]; encoding: string }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * The text of a file: by its byte order mark (UTF-8, UTF-16), else as UTF-8, and where it is no UTF-8 as Windows-1252, in which
 * spreadsheets of Western languages still save. A text that contradicts its own mark is refused.
 */
export function decodedText(bytes: Uint8Array): Step<string> {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  const encoding = marked?.encoding ?? 'utf-8';
  try {
    return { ok: true, value: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    if (marked) return refused('import.text-damaged', { encoding: encoding.toUpperCase() });
    return { ok: true, value: new TextDecoder('windows-1252').decode(bytes) };
  }
}
