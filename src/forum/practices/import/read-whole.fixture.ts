import type { Notice } from '#platform/languages.ts';
import { readImport } from './read.ts';
import type { ImportTable, RawRow } from './table.ts';

/** A table with all its rows. */
export type WholeTable = Omit<ImportTable, 'rows' | 'unknownHeaders'> & { rows: RawRow[]; unknownHeaders: string[] };

/** Reads all of a file, which comes in pieces of an uneven size, as a disk or a line may give it. */
export async function readWhole(file: {
  name: string;
  bytes: Uint8Array;
}): Promise<{ ok: true; table: WholeTable } | { ok: false; problem: Notice }> {
  const result = await readImport({ name: file.name, chunks: () => pieces(file.bytes) });
  if (!result.ok) return result;
  const rows: RawRow[] = [];
  for await (const step of result.table.rows) {
    if (!step.ok) return step;
    rows.push(step.value);
  }
  return { ok: true, table: { ...result.table, rows, unknownHeaders: result.table.unknownHeaders() } };
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0, size = 1; from < bytes.length; from += size, size = Math.min(size * 3 + 1, 65_536)) {
    yield bytes.subarray(from, from + size);
  }
}
