import { setImmediate as turn } from 'node:timers/promises';
import type { Label } from '#vocab/language.ts';
import type { Database } from '#platform/database.ts';
import { changedSince, outboxHead } from '#platform/history.ts';
import { textsOfFiles } from '#forum/library/index.ts';
import { buildEngine, type Engine, gatherEngine, type SearchDocument } from '#forum/search/index.ts';
import { documentOf, type LanguageText } from './documents.ts';
import { type Entry, INDEXED_KINDS, type IndexedKind, keyOf } from './model.ts';
import { SOURCES, surroundingsOf } from './sources.ts';

/**
 * As much text of files as the index holds, in characters, in all and of one publication. What it keeps of a text is about three bytes a
 * character (measured, decision 0033), so that this is about 75 MB. The publications that come first in the library have room first; of what is
 * beyond, title and summary are known.
 */
export const MOST_TEXT = { inAll: 24_000_000, ofOne: 500_000 };

/** What changed is taken up at once; beyond so many entries or characters, everything is built anew beside. */
const MANY = { entries: 500, text: 2_000_000 };

/** How long building holds up whoever else waits, in milliseconds. */
const SLICE = 10;

/** The outbox kinds of which entries are made, all named as the kinds are. */
type Changes = Map<IndexedKind, Set<string>>;

/** What is held of everything that can be found but practices. */
export interface FindingIndex {
  engine: Engine<'kind'>;
  entries: Map<string, Entry>;
  labels: ReadonlyMap<string, Label>;
  /** By publication: how many characters of its files' texts are in the index, and whether that is all of them. */
  texts: Map<string, { taken: number; whole: boolean }>;
}

/** An index in memory: built from the database when first asked for, and following the outbox before each time after. */
export function createFindingIndex(limits = MOST_TEXT): (db: Database) => Promise<FindingIndex> {
  let index: FindingIndex = emptyIndex();
  let head = -1;
  /** Characters put since the index was built. */
  let put = 0;
  let following: Promise<void> = Promise.resolve();
  /** What changed while an index is being built; null while none is. */
  let meanwhile: Changes | null = null;

  async function follow(db: Database): Promise<void> {
    const current = await outboxHead(db);
    if (current === head) return;
    if (head < 0) index = await built(db, limits);
    else {
      const changes: Changes = new Map();
      for (const kind of INDEXED_KINDS) {
        const changed = await changedSince(db, kind, head);
        if (changed.length > 0) changes.set(kind, new Set(changed));
      }
      if (changes.size > 0) await take(db, changes);
    }
    head = current;
  }

  async function take(db: Database, changes: Changes): Promise<void> {
    if (meanwhile)
      for (const [kind, ids] of changes) meanwhile.set(kind, (meanwhile.get(kind) ?? new Set()).union(ids));
    put += await takeUp(db, index, changes, limits);
    // Sessions and publications are found by the names of their themes and editions, too.
    const names = changes.has('theme') || changes.has('edition');
    if ((names || put > MANY.text || index.engine.changed > MANY.entries) && meanwhile === null) void rebuild(db);
  }

  async function rebuild(db: Database): Promise<void> {
    const changed: Changes = (meanwhile = new Map());
    const fresh = await built(db, limits).catch(() => null);
    meanwhile = null;
    // Without a database the next change tries again.
    if (!fresh) return;
    index = fresh;
    put = await takeUp(db, index, changed, limits);
  }

  return async (db) => {
    following = following.catch(() => undefined).then(() => follow(db));
    await following;
    return index;
  };
}

const emptyIndex = (): FindingIndex => ({
  engine: buildEngine(['kind'], []),
  entries: new Map(),
  labels: new Map(),
  texts: new Map(),
});

/** Everything that can be found, indexed anew; others get their turn in between. */
async function built(db: Database, limits: typeof MOST_TEXT): Promise<FindingIndex> {
  const around = await surroundingsOf(db);
  const index = { ...emptyIndex(), labels: around.labels };
  const gathered = gatherEngine<'kind'>(['kind']);
  let began = performance.now();
  for (const kind of INDEXED_KINDS)
    for await (const batch of SOURCES[kind](db, around))
      for (const entry of batch) {
        index.entries.set(keyOf(entry), entry);
        gathered.add(await documentWith(db, index, entry, limits));
        if (performance.now() - began < SLICE) continue;
        await turn();
        began = performance.now();
      }
  index.engine = gathered.finish();
  return index;
}

/** Takes up what changed. @returns how many characters of files' texts that were */
async function takeUp(db: Database, index: FindingIndex, changes: Changes, limits: typeof MOST_TEXT): Promise<number> {
  if (changes.size === 0) return 0;
  const around = await surroundingsOf(db);
  index.labels = around.labels;
  const documents: SearchDocument<'kind'>[] = [];
  let text = 0;
  for (const [kind, ids] of withDependants(changes)) {
    // A theme is told by its code, and its event by the id of its row.
    const concerned = (id: string) => ids === 'all' || ids.has(id);
    const gone = new Set(
      [...index.entries.values()].filter((one) => one.kind === kind && concerned(one.id)).map(keyOf),
    );
    for await (const batch of SOURCES[kind](db, around))
      for (const entry of batch) {
        if (!concerned(entry.id)) continue;
        gone.delete(keyOf(entry));
        index.entries.set(keyOf(entry), entry);
        documents.push(await documentWith(db, index, entry, limits));
        text += index.texts.get(entry.id)?.taken ?? 0;
      }
    for (const key of gone) {
      const id = index.entries.get(key)!.id;
      index.entries.delete(key);
      index.texts.delete(id);
    }
    index.engine.remove(gone);
  }
  index.engine.put(documents);
  return text;
}

/** A theme says which editions took it up: it is told anew when any edition or session changes. There are dozens. */
function withDependants(changes: Changes): Map<IndexedKind, Set<string> | 'all'> {
  const all = new Map<IndexedKind, Set<string> | 'all'>(changes);
  if (['theme', 'edition', 'session'].some((kind) => changes.has(kind as IndexedKind))) all.set('theme', 'all');
  return all;
}

async function documentWith(
  db: Database,
  index: FindingIndex,
  entry: Entry,
  limits: typeof MOST_TEXT,
): Promise<SearchDocument<'kind'>> {
  const texts = entry.files.length === 0 ? [] : await textsWithin(db, index, entry, limits);
  return documentOf(entry, index.labels, texts);
}

/** The texts of an entry's files, as far as there is room for them. */
async function textsWithin(
  db: Database,
  { texts }: FindingIndex,
  { id, files }: Entry,
  limits: typeof MOST_TEXT,
): Promise<LanguageText[]> {
  texts.delete(id);
  const held = [...texts.values()].reduce((sum, { taken }) => sum + taken, 0);
  let room = Math.min(limits.ofOne, Math.max(0, limits.inAll - held));
  let taken = 0;
  let whole = true;
  const found: LanguageText[] = [];
  for (const { file, text } of await textsOfFiles(
    db,
    files.map((one) => one.id),
  )) {
    const part = text.slice(0, room);
    if (part.length < text.length) whole = false;
    if (part !== '') found.push({ language: files.find((one) => one.id === file)!.language, text: part });
    room -= part.length;
    taken += part.length;
  }
  texts.set(id, { taken, whole });
  return found;
}
