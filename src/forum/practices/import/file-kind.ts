import { MOST_FILE_BYTES, MOST_STREAMED_BYTES } from './limits.ts';
import { refused, type Step } from './table.ts';

/** The kinds of file that are read. */
export const FILE_KINDS = ['docx', 'xlsx', 'csv', 'tsv', 'json', 'ndjson', 'txt'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Kinds that are not read, and the kind to save them as. */
const SAVE_AS: Record<string, FileKind> = {
  doc: 'docx',
  docm: 'docx',
  dot: 'docx',
  dotx: 'docx',
  dotm: 'docx',
  odt: 'docx',
  rtf: 'docx',
  pdf: 'docx',
  pages: 'docx',
  xls: 'xlsx',
  xlsm: 'xlsx',
  xlsb: 'xlsx',
  xltx: 'xlsx',
  xltm: 'xlsx',
  ods: 'xlsx',
  numbers: 'xlsx',
};
const WITH_MACROS = new Set(['docm', 'dotm', 'xlsm', 'xltm']);

/** How files of other kinds begin. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];

/** The kind of a file by its name, refused where files of that kind are not read. */
export function kindOfName(name: string): Step<FileKind> {
  const extension = extensionOf(name);
  if (WITH_MACROS.has(extension)) return refused('import.macros');
  const saveAs = SAVE_AS[extension];
  if (saveAs) return refused('import.save-as', { extension, saveAs });
  const kind = extension === 'jsonl' ? 'ndjson' : FILE_KINDS.find((known) => known === extension);
  if (!kind) return refused('import.unknown-kind', { known: FILE_KINDS.map((known) => `.${known}`).join(', ') });
  return { ok: true, value: kind };
}

/** How large a file of a kind may be, in bytes. */
export function mostBytes(kind: FileKind): number {
  return kind === 'csv' || kind === 'tsv' || kind === 'ndjson' ? MOST_STREAMED_BYTES : MOST_FILE_BYTES;
}

/** Refuses a file that is empty, too large, or of another kind than its name says. Sizes are in bytes. */
export function checkedKind(kind: FileKind, size: number, beginning: Uint8Array): Step<FileKind> {
  if (size === 0) return refused('import.empty');
  if (size > mostBytes(kind)) return refused('import.too-large', { most: mostBytes(kind) / 1024 / 1024 });
  return contentFits(kind, beginning);
}

/** What follows the last full stop of a name, in lower case. */
export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function contentFits(kind: FileKind, bytes: Uint8Array): Step<FileKind> {
  const office = kind === 'docx' || kind === 'xlsx';
  // A .doc or .xls under a new name, or a .docx or .xlsx with a password, which looks the same.
  if (beginsWith(bytes, OLE)) return refused('import.old-office', { saveAs: office ? kind : 'docx' });
  if (beginsWith(bytes, PDF)) return refused('import.wrong-extension', { extension: kind, found: 'pdf' });
  const zip = beginsWith(bytes, ZIP);
  if (zip && !office) return refused('import.wrong-extension', { extension: kind, found: 'zip' });
  if (!zip && office) return refused('import.not-office', { extension: kind });
  return { ok: true, value: kind };
}

const beginsWith = (bytes: Uint8Array, mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
