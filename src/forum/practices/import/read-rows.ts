import type { Progress } from '#platform/door.ts';
import type { Notice } from '#platform/languages.ts';
import type { ImportRow } from './import-row.ts';
import { type ImportFile, readImport } from './read.ts';
import { toContent } from './rows.ts';

/** The rows of a file, understood, with the columns that were not; or why the file cannot be read at all. */
export type ReadRows = { ok: true; rows: ImportRow[]; unknownHeaders: string[] } | { ok: false; problem: Notice };

/**
 * Reads a file and understands its rows. `edition` is the year of the edition where somebody says it; else it is the one
 * the file tells. Never throws for what a file holds.
 */
export async function readImportRows(
  file: ImportFile,
  edition?: number,
  progress: Progress = () => undefined,
): Promise<ReadRows> {
  const read = await readImport(file);
  if (!read.ok) return read;
  const table = edition === undefined ? read.table : { ...read.table, edition };
  const rows = table.rows.map((row, at) => {
    progress(at + 1, table.rows.length);
    return toContent(row, table);
  });
  return { ok: true, rows, unknownHeaders: table.unknownHeaders };
}
