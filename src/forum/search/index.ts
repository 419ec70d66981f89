/** Finding practices: the one narrow interface between the catalogue and whatever engine stands behind it. */
import type { Database } from '#platform/database.ts';
import { changedSince, outboxHead } from '#platform/history.ts';
import {
  allPractices,
  FACETS,
  type Facet,
  type Practice,
  type PracticeFilter,
  practicesById,
  sourceCode,
  type Source,
} from '#forum/practices/index.ts';
import { documentOf } from './documents.ts';
import { buildEngine, type Engine, type SearchDocument } from './engine.ts';

/** What a search finds. */
export interface Found {
  /** How many practices match, exactly. */
  total: number;
  /** Those of the asked page, in order. */
  practices: Practice[];
  /** For every facet each of its values with the exact number of practices it would give (PRODUCT.md, rule 3). */
  counts: Record<Facet, Map<string, number>>;
}

export interface PracticeSearch {
  /** The sources practices came from, by their code. */
  sources(db: Database, now: Date): Promise<ReadonlyMap<string, Source>>;
  /** Searches what is in the database now. `now` decides what is planned, ongoing or completed. */
  find(db: Database, filter: PracticeFilter, now: Date): Promise<Found>;
  /** Every practice of the selection, in its order; pages play no part. */
  findAll(db: Database, filter: PracticeFilter, now: Date): Promise<Practice[]>;
}

/** An index in memory: built from the database at the first search, and following the outbox before each one after. */
export function createPracticeSearch(): PracticeSearch {
  let documents = new Map<string, SearchDocument<Facet>>();
  let practices = new Map<string, Practice>();
  let sources = new Map<string, Source>();
  let engine: Engine<Facet> | undefined;
  let head = -1;
  let year = 0;
  let following: Promise<void> = Promise.resolve();

  const put = (practice: Practice) => {
    practices.set(practice.id, practice);
    documents.set(practice.id, documentOf(practice, year));
  };

  async function load(db: Database): Promise<void> {
    documents = new Map();
    practices = new Map();
    for await (const batch of allPractices(db)) batch.forEach(put);
  }

  async function follow(db: Database, now: Date): Promise<void> {
    const current = await outboxHead(db);
    if (current === head && now.getUTCFullYear() === year) return;
    if (head < 0 || now.getUTCFullYear() !== year) {
      year = now.getUTCFullYear();
      await load(db);
    } else (await practicesById(db, await changedSince(db, 'practice', head))).forEach(put);
    sources = new Map([...practices.values()].map(({ source }) => [sourceCode(source), source]));
    sources.delete('');
    // Ids are in the order of arrival; an index is always built in that order, whatever came in between.
    engine = buildEngine(
      FACETS,
      [...documents.keys()].sort().map((id) => documents.get(id)!),
    );
    head = current;
  }

  /** One follower at a time, each after the one before: two requests must not build the same index twice. */
  async function fresh(db: Database, now: Date): Promise<Engine<Facet>> {
    following = following.catch(() => undefined).then(() => follow(db, now));
    await following;
    return engine!;
  }

  const search = (on: Engine<Facet>, filter: PracticeFilter, offset: number, limit: number) =>
    on.search({ text: filter.q, selections: filter.selections, sort: ORDERS[filter.sort], offset, limit });

  return {
    async sources(db, now) {
      await fresh(db, now);
      return sources;
    },
    async find(db, filter, now) {
      const { total, ids, counts } = search(
        await fresh(db, now),
        filter,
        (filter.page - 1) * filter.perPage,
        filter.perPage,
      );
      return { total, practices: ids.map((id) => practices.get(id)!), counts };
    },
    async findAll(db, filter, now) {
      const on = await fresh(db, now);
      return search(on, filter, 0, on.size).ids.map((id) => practices.get(id)!);
    },
  };
}

const ORDERS = {
  relevance: { by: 'relevance' },
  newest: { by: 'newest', descending: true },
  name: { by: 'name', descending: false },
  start: { by: 'start', descending: true },
} as const;
