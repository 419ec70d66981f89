import type { Context } from '#platform/context.ts';
import { alone, type Database } from '#platform/database.ts';
import { openSpool } from '#platform/files/spool.ts';
import { BATCH, type Change, outboxHead, recordAct, recordChanges } from '#platform/history.ts';
import type { Notice } from '#platform/languages.ts';
import type { ImportRow, RowStream } from './import/import-row.ts';
import { linkedToUs } from './import/own-links.ts';
import type { ImportEntry, Writing } from './import/entries.ts';
import { type Preparation, prepareImport } from './import/preparation.ts';
import type { Step } from './import/table.ts';
import { demand } from '#forum/people/index.ts';
import { contentOf, insertPractices, updatePractices } from './store.ts';

/** What an import did, or would do, in numbers; what it says of each row, its listener hears. */
export interface ImportOutcome {
  applied: boolean;
  rows: number;
  /** Why the file could not be read to its end; nothing was then done. */
  problem: Notice | null;
  counts: Record<ImportEntry['kind'], number>;
  refusedRows: number;
}

/** What is imported: the rows of one file, and its name for the record. */
export interface ImportOrder {
  file: string;
  /** False: say what would be done, and do nothing. */
  apply: boolean;
  /** Where this forum stands: a link of a name to a practice here is no link of the practice, but says which one it is. */
  origin: string;
}

/** Whoever wants to hear of an import: how many of how many practices are written, and then of each row. */
export interface ImportListener {
  progress(done: number, total: number): void;
  tell(entries: ImportEntry[]): Promise<void>;
}

/**
 * Imports rows into the catalogue, all of them or none: where one is refused, nothing is written. One transaction, so that
 * a process that dies in the middle leaves nothing behind. Rows may be many more than memory holds: they are held against
 * the catalogue as they come and put aside on disk, and only then written, at one go. The Support Unit's to do.
 */
export async function importPractices(
  ctx: Context,
  order: ImportOrder,
  rows: RowStream,
  listener: ImportListener,
): Promise<ImportOutcome> {
  demand(ctx.actor, 'practices.import');
  const received = openSpool<ImportRow>();
  let prepared: Preparation | undefined;
  const prepareOn = async (db: Database, from: RowStream) => {
    prepared?.close();
    return (prepared = await prepareImport(db, ctx, from));
  };
  const writes = ({ problem, counts }: Preparation) => order.apply && problem === null && counts.refused === 0;
  try {
    const head = await outboxHead(ctx.db);
    let applied = false;
    const linked = (row: ImportRow) => linkedToUs(row, order.origin);
    if (writes(await prepareOn(ctx.db, kept(rows, linked, received))))
      await ctx.db.transaction(async (tx) => {
        await alone(tx, 'import');
        await alone(tx, 'outbox');
        // Somebody changed the catalogue meanwhile. From here on nobody does.
        if ((await outboxHead(tx)) !== head) await prepareOn(tx, stepsOf(received.batches(BATCH)));
        if (!writes(prepared!)) return;
        await write(tx, ctx, order.file, prepared!, listener);
        applied = true;
      });
    const { rows: count, problem, counts, refusedRows, entries } = prepared!;
    for await (const some of entries.batches(BATCH)) await listener.tell(some);
    return { applied, rows: count, problem, counts, refusedRows };
  } finally {
    prepared?.close();
    received.close();
  }
}

/** The rows as they come, each put aside as well. */
async function* kept(
  rows: RowStream,
  linked: (row: ImportRow) => ImportRow,
  received: { add(row: ImportRow): void },
): AsyncGenerator<Step<ImportRow[]>> {
  for await (const step of rows) {
    if (!step.ok) {
      yield step;
      return;
    }
    const value = step.value.map(linked);
    value.forEach((row) => received.add(row));
    yield { ok: true, value };
  }
}

async function* stepsOf(batches: AsyncIterable<ImportRow[]>): AsyncGenerator<Step<ImportRow[]>> {
  for await (const value of batches) yield { ok: true, value };
}

async function write(
  tx: Database,
  ctx: Context,
  file: string,
  { writings, counts }: Preparation,
  { progress }: ImportListener,
): Promise<void> {
  let done = 0;
  for await (const batch of writings.batches(BATCH)) {
    const of = (outcome: Writing['outcome']) =>
      batch.filter((writing) => writing.outcome === outcome).map(({ practice }) => practice);
    await insertPractices(tx, of('new'));
    if (!(await updatePractices(tx, of('changed'))))
      throw new Error('A practice changed while it was imported. Run the import again.');
    await recordChanges(tx, ctx, 'practice', batch.map(changeOf(file)));
    progress((done += batch.length), writings.count);
  }
  await recordAct(tx, ctx, 'practices.import', { file, new: counts.new, changed: counts.changed });
}

const changeOf =
  (file: string) =>
  ({ outcome, practice, row, received }: Writing): Change => ({
    subject: practice.id,
    number: practice.version,
    action: outcome === 'new' ? 'practice.imported' : 'practice.updated-by-import',
    content: { slug: practice.slug, ...contentOf(practice) },
    received: { file, row, cells: received },
  });
