import { extensionOf, kindOfFile } from './file-kind.ts';
import { readDocx } from './read-docx.ts';
import { readJson, readNdjson } from './read-json.ts';
import { readDelimited, readText } from './read-text.ts';
import { readXlsx } from './read-xlsx.ts';
import { refused, type ReadResult } from './table.ts';
import { decodedText } from './text-encoding.ts';

/** A file as it was received. */
export interface ImportFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Reads the table of practices that a file holds (.docx, .xlsx, .csv, .tsv, .json, .ndjson, .txt), by its columns, without
 * understanding the cells yet. A file that cannot be read, or is hostile, is refused with a reason; it never throws for one.
 */
export async function readImport(file: ImportFile): Promise<ReadResult> {
  const kind = kindOfFile(file.name, file.bytes);
  if (!kind.ok) return kind;
  try {
    if (kind.value === 'docx') return await readDocx(file.bytes, file.name);
    if (kind.value === 'xlsx') return await readXlsx(file.bytes, file.name);
    const text = decodedText(file.bytes);
    if (!text.ok) return text;
    if (kind.value === 'json') return readJson(text.value);
    if (kind.value === 'ndjson') return readNdjson(text.value);
    return kind.value === 'txt' ? readText(text.value, file.name) : readDelimited(text.value, file.name);
  } catch {
    // What the libraries throw for a file inside which something contradicts itself tells its reader nothing.
    return refused('import.unreadable', { extension: extensionOf(file.name) });
  }
}
