import type { Progress } from '#platform/door.ts';
import type { Notice } from '#platform/languages.ts';
import type { ImportFile } from './import-file.ts';
import type { ImportRow, RowStream } from './import-row.ts';
import { readImport } from './read.ts';
import { toContent } from './rows.ts';
import type { ImportTable, Step } from './table.ts';

/** The rows of a file, understood, with the columns that were not; or why the file cannot be read at all. */
export type ReadRows = { ok: true; rows: RowStream; unknownHeaders(): string[] } | { ok: false; problem: Notice };

/** Rows that travel together. */
const TOGETHER = 200;

/**
 * Reads a file and understands its rows, as they are asked for. `edition` is the year of the edition where somebody says it;
 * else it is the one the file tells. `progress` is told bytes. Never throws for what a file holds.
 */
export async function readImportRows(
  file: ImportFile,
  edition?: number,
  progress: Progress = () => undefined,
): Promise<ReadRows> {
  const read = await readImport(file, progress);
  if (!read.ok) return read;
  const table = edition === undefined ? read.table : { ...read.table, edition };
  return { ok: true, rows: understood(table), unknownHeaders: read.table.unknownHeaders };
}

async function* understood(table: ImportTable): AsyncGenerator<Step<ImportRow[]>> {
  let together: ImportRow[] = [];
  for await (const step of table.rows) {
    if (!step.ok) {
      yield step;
      return;
    }
    together.push(toContent(step.value, table));
    if (together.length < TOGETHER) continue;
    yield { ok: true, value: together };
    together = [];
  }
  if (together.length > 0) yield { ok: true, value: together };
}
