import { checkedKind, extensionOf, type FileKind, kindOfName, mostBytes } from './file-kind.ts';
import { bytesOf, type ImportFile, measured } from './import-file.ts';
import { readDocx } from './read-docx.ts';
import { readJson, readNdjson } from './read-json.ts';
import { readDelimited, readText } from './read-text.ts';
import { readXlsx } from './read-xlsx.ts';
import { refused, type ReadResult } from './table.ts';
import { encodingOf, textOf } from './text-encoding.ts';

/**
 * Reads the table of practices that a file holds (.docx, .xlsx, .csv, .tsv, .json, .ndjson, .txt), by its columns, without
 * understanding the cells yet. A file that cannot be read, or is hostile, is refused with a reason; it never throws for one.
 * Delimited texts and NDJSON are read row by row. `heard` is told how many bytes of how many have been taken.
 */
export async function readImport(
  file: ImportFile,
  heard: (bytes: number, size: number) => void = () => undefined,
): Promise<ReadResult> {
  const kind = kindOfName(file.name);
  if (!kind.ok) return kind;
  const { size, beginning } = await measured(file, mostBytes(kind.value));
  const checked = checkedKind(kind.value, size, beginning);
  if (!checked.ok) return checked;
  try {
    return await readKind(kind.value, file, beginning, (bytes) => heard(bytes, size));
  } catch {
    // What the libraries throw for a file inside which something contradicts itself tells its reader nothing.
    return refused('import.unreadable', { extension: extensionOf(file.name) });
  }
}

async function readKind(
  kind: FileKind,
  file: ImportFile,
  beginning: Uint8Array,
  heard: (bytes: number) => void,
): Promise<ReadResult> {
  if (kind === 'docx') return readDocx(await bytesOf(file), file.name);
  if (kind === 'xlsx') return readXlsx(await bytesOf(file), file.name);
  const encoding = await encodingOf(file, beginning);
  if (!encoding.ok) return encoding;
  const text = () => textOf(file, encoding.value, heard);
  if (kind === 'ndjson') return readNdjson(text);
  if (kind === 'csv' || kind === 'tsv') return readDelimited(text(), file.name);
  let whole = '';
  for await (const piece of text()) whole += piece;
  return kind === 'json' ? readJson(whole) : readText(whole, file.name);
}
