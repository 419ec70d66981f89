import type { Context } from '#platform/context.ts';
import { importPractices, type ImportOrder } from '../actions.ts';
import type { ImportRow, RowStream } from './import-row.ts';
import type { ImportEntry } from './entries.ts';

/** An import with all that it said, by kind. */
export type WholeImport = { applied: boolean } & {
  [Kind in ImportEntry['kind']]: Omit<Extract<ImportEntry, { kind: Kind }>, 'kind'>[];
};

/** Imports rows that are all there, three at a time, and gathers what is said of them. */
export async function importWhole(ctx: Context, order: ImportOrder, rows: ImportRow[]): Promise<WholeImport> {
  const said: ImportEntry[] = [];
  const { applied } = await importPractices(ctx, order, stepsOf(rows), {
    progress: () => undefined,
    tell: async (entries) => void said.push(...entries),
  });
  const of = <Kind extends ImportEntry['kind']>(kind: Kind) =>
    said
      .filter((entry): entry is Extract<ImportEntry, { kind: Kind }> => entry.kind === kind)
      .map(({ kind: _, ...rest }) => rest);
  return {
    applied,
    new: of('new'),
    changed: of('changed'),
    unchanged: of('unchanged'),
    refused: of('refused'),
    likelyDuplicate: of('likelyDuplicate'),
  };
}

async function* stepsOf(rows: ImportRow[]): RowStream & AsyncGenerator {
  for (let from = 0; from < rows.length; from += 3) yield { ok: true as const, value: rows.slice(from, from + 3) };
}
