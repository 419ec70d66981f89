import type { Database } from '#platform/database.ts';
import { BATCH } from '#platform/history.ts';
import type { Notice } from '#platform/languages.ts';
import { openSpool, type Spool } from '#platform/files/spool.ts';
import { circling } from '../replication.ts';
import { idsNamed, replicationsIn } from '../store.ts';
import type { ImportEntry, Writing } from './entries.ts';
import type { ImportRow, Refusal } from './import-row.ts';

/** A row that names practices it was taken over from, thought through but for whether all of them are there. */
interface Held {
  entry: ImportEntry & { kind: 'new' | 'changed' };
  writing: Writing;
}

/**
 * The practices that rows name as those they were taken over from: by id, or by the last part of their address. A row may name one
 * that comes later in the file, so rows that name any are held until all have come.
 */
export interface Origins {
  /** The rows with the ids of the practices they name, as far as those are in the catalogue. */
  known(rows: ImportRow[]): Promise<ImportRow[]>;
  /** Puts a row aside that names any. */
  hold(held: Held): void;
  /** What becomes of the rows held: written, or refused because what they name is nowhere, or is taken over from themselves. */
  settled(writings: Spool<Writing>): AsyncGenerator<Held | { refused: Refusal[] }>;
  close(): void;
}

export function originsIn(db: Database): Origins {
  const held = openSpool<Held>();
  const nowhere = new Set<string>();
  return {
    async known(rows) {
      const named = new Set(rows.flatMap(({ content }) => content.replicates ?? []));
      if (named.size === 0) return rows;
      const ids = await idsNamed(db, [...named]);
      for (const name of named) if (!ids.has(name)) nowhere.add(name);
      return rows.map((row) => {
        const { replicates } = row.content;
        return replicates ? { ...row, content: { ...row.content, replicates: replaced(replicates, ids) } } : row;
      });
    },
    hold: (one) => held.add(one),
    async *settled(writings) {
      if (held.count === 0) return;
      const ids = await newlyMade(nowhere, writings, held);
      const circle = circling(await replicationsAfter(db, held, ids));
      for await (const some of held.batches(BATCH))
        for (const { entry, writing } of some) {
          const replicates = replaced(writing.practice.replicates, ids);
          const refused = replicates.flatMap((name) => problemOf(name, ids, nowhere, circle.has(writing.practice.id)));
          if (refused.length > 0) yield { refused: refused.map((why) => ({ row: writing.row, ...why })) };
          else yield { entry: told(entry, replicates), writing: withOrigins(writing, replicates) };
        }
    },
    close: () => held.close(),
  };
}

const replaced = (names: readonly string[], ids: ReadonlyMap<string, string>): string[] => [
  ...new Set(names.map((name) => ids.get(name) ?? name)),
];

const withOrigins = (writing: Writing, replicates: string[]): Writing => ({
  ...writing,
  practice: { ...writing.practice, replicates },
});

/** What is said of the row, with ids in the place of names. */
function told(entry: Held['entry'], replicates: string[]): Held['entry'] {
  if (entry.kind === 'new') return entry;
  const differences = entry.differences.map((difference) =>
    difference.field === 'replicates' ? { ...difference, after: replicates } : difference,
  );
  return { ...entry, differences };
}

/** The ids of practices that the file itself brings, by the names that the catalogue does not know. */
async function newlyMade(
  names: ReadonlySet<string>,
  writings: Spool<Writing>,
  held: Spool<Held>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  if (names.size === 0) return ids;
  const look = ({ practice: { id, slug } }: Writing) => {
    for (const name of [id, slug]) if (names.has(name)) ids.set(name, id);
  };
  for await (const some of writings.batches(BATCH)) some.forEach(look);
  for await (const some of held.batches(BATCH)) some.forEach(({ writing }) => look(writing));
  return ids;
}

async function replicationsAfter(
  db: Database,
  held: Spool<Held>,
  ids: ReadonlyMap<string, string>,
): Promise<Map<string, string[]>> {
  const after = await replicationsIn(db);
  for await (const some of held.batches(BATCH))
    for (const { writing } of some) after.set(writing.practice.id, replaced(writing.practice.replicates, ids));
  return after;
}

function problemOf(
  name: string,
  ids: ReadonlyMap<string, string>,
  nowhere: ReadonlySet<string>,
  circles: boolean,
): Omit<Refusal, 'row'>[] {
  const accepts: Notice = { key: 'import.accepts-replicates' };
  const refusal = (why: Notice) => [{ column: 'replicates', read: name, why, accepts }];
  if (nowhere.has(name) && ids.get(name) !== name) return refusal({ key: 'import.unknown-practice' });
  return circles ? refusal({ key: 'import.replicates-itself' }) : [];
}
