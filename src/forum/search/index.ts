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
import type { Crossing } from './cross-count.ts';
import { buildEngine, type Engine, gatherEngine } from './engine.ts';
import { type Piece, piecesOf } from './highlight.ts';
import { knownOf } from './knowledge.ts';
import { parseQuery } from './query.ts';
import { fold } from './tokens.ts';

export type { Crossing } from './cross-count.ts';
export { buildEngine, type Engine, gatherEngine } from './engine.ts';
export { type Piece, piecesOf } from './highlight.ts';
export { gcmWord, knownOf, sdgWord } from './knowledge.ts';
export { OWN_WEIGHT, parseQuery, type Query } from './query.ts';
export type { SearchDocument, SearchText } from './search-document.ts';
export { isJoining } from './joining-words.ts';
export { stemOf } from './stems.ts';
export { fold, isCode, wordsOf } from './tokens.ts';

/** What a search finds. */
export interface Found {
  /** How many practices match, exactly. */
  total: number;
  /** Those of the asked page, in order. */
  practices: Practice[];
  /** For every facet each of its values with the exact number of practices it would give (PRODUCT.md, rule 3). */
  counts: Record<Facet, Map<string, number>>;
  /** A text cut into what the query found in it and what not. */
  marked: (text: string) => Piece[];
  /** Where nothing was found: the query with other words for those that are nowhere, if that finds something. */
  didYouMean: string | null;
}

export interface PracticeSearch {
  /** The sources practices came from, by their code. */
  sources(db: Database, now: Date): Promise<ReadonlyMap<string, Source>>;
  /** Searches what is in the database now. `now` decides what is planned, ongoing or completed. */
  find(db: Database, filter: PracticeFilter, now: Date): Promise<Found>;
  /** Every practice of the selection, in its order; pages play no part. */
  findAll(db: Database, filter: PracticeFilter, now: Date): Promise<Practice[]>;
  /** How many practices of the selection, which `find` would find, stand where two facets cross; pages play no part. */
  cross(db: Database, filter: Chosen, facets: Crossed, now: Date): Promise<Crossing>;
  /** The practices most like one, and in what they are. */
  similar(db: Database, practice: Practice, now: Date): Promise<SimilarPractice[]>;
}

type Chosen = Pick<PracticeFilter, 'q' | 'selections'>;

/** Two facets to count by. */
export interface Crossed {
  rows: Facet;
  columns: Facet;
  /** Where values share a column, the column of each; a practice with several of them counts in it once. */
  columnOf?: (value: string) => string;
}

/** A practice like another: what both carry, and words that both use. */
export interface SimilarPractice {
  practice: Practice;
  targets: string[];
  countries: string[];
  themes: string[];
  /** As the practice writes them. */
  words: string[];
}

const SIMILAR = 4;

/** A practice that changed is taken up at once; from this share of all on, the index is built anew, in the background. */
const REBUILT_FROM = { share: 0.05, number: 1_000 };
/** From so many changes at once on, an import of a whole catalogue, what was known before is found until they are taken up. */
const MANY_AT_ONCE = 10_000;
/** How long building holds up whoever else waits, in milliseconds. */
const SLICE = 10;

/** An index in memory: built from the database at the first search, and following the outbox before each one after. */
export function createPracticeSearch(): PracticeSearch {
  const practices = new Map<string, Practice>();
  let sources = new Map<string, Source>();
  let engine: Engine<Facet> = buildEngine(FACETS, []);
  let head = -1;
  let year = 0;
  let following: Promise<void> = Promise.resolve();
  /** What changed while an index is being built; null while none is. */
  let meanwhile: Set<string> | null = null;

  const documentWith = (id: string) => documentOf(practices.get(id)!, year);

  async function load(db: Database): Promise<void> {
    practices.clear();
    const gathered = gatherEngine(FACETS);
    for await (const batch of allPractices(db)) {
      for (const practice of batch) {
        practices.set(practice.id, practice);
        gathered.add(documentOf(practice, year));
      }
    }
    engine = gathered.finish();
  }

  /** Takes up what changed: first what is in the catalogue no longer, then what is, unless that is too much for now. */
  function take(changed: string[]): void {
    engine.remove(changed.filter((id) => !practices.has(id)));
    if (changed.length < MANY_AT_ONCE) engine.put(changed.filter((id) => practices.has(id)).map(documentWith));
    else if (meanwhile === null) void rebuild();
  }

  async function rebuild(): Promise<void> {
    const changed = (meanwhile = new Set<string>());
    const forYear = year;
    const gathered = gatherEngine(FACETS);
    let began = performance.now();
    for (const id of [...practices.keys()]) {
      // Somebody may have taken it out of the catalogue since.
      if (practices.has(id)) gathered.add(documentWith(id));
      if (performance.now() - began < SLICE) continue;
      await new Promise((resolve) => setImmediate(resolve));
      began = performance.now();
    }
    meanwhile = null;
    // Everything was loaded anew in the meantime.
    if (year !== forYear) return;
    engine = gathered.finish();
    take([...changed]);
  }

  async function follow(db: Database, now: Date): Promise<void> {
    const current = await outboxHead(db);
    if (current === head && now.getUTCFullYear() === year) return;
    if (head < 0 || now.getUTCFullYear() !== year) {
      year = now.getUTCFullYear();
      await load(db);
    } else {
      const changed = await changedSince(db, 'practice', head);
      for (const id of changed) {
        practices.delete(id);
        meanwhile?.add(id);
      }
      for (const practice of await practicesById(db, changed)) practices.set(practice.id, practice);
      take(changed);
    }
    sources = new Map();
    for (const { source } of practices.values()) sources.set(sourceCode(source), source);
    sources.delete('');
    head = current;
    const many = Math.max(REBUILT_FROM.number, engine.size * REBUILT_FROM.share);
    if (engine.changed > many && meanwhile === null) void rebuild();
  }

  /** One follower at a time, each after the one before: two requests must not build the same index twice. */
  async function fresh(db: Database, now: Date): Promise<Engine<Facet>> {
    following = following.catch(() => undefined).then(() => follow(db, now));
    await following;
    return engine;
  }

  const search = (on: Engine<Facet>, filter: PracticeFilter, offset: number, limit: number) =>
    on.search({
      query: parseQuery(filter.q, knownOf),
      selections: filter.selections,
      sort: ORDERS[filter.sort],
      offset,
      limit,
    });

  /** The query with the words that are nowhere replaced by those most like them. */
  function corrected(on: Engine<Facet>, filter: PracticeFilter): string | null {
    const query = filter.q.replace(/[\p{L}\p{M}]{3,}/gu, (word) => {
      const alone = parseQuery(word, knownOf);
      const nowhere = alone && on.search({ ...NOTHING_CHOSEN, query: alone }).total === 0;
      return (nowhere && on.wordLike(fold(word))) || word;
    });
    return query !== filter.q && search(on, { ...filter, q: query }, 0, 0).total > 0 ? query : null;
  }

  return {
    async sources(db, now) {
      await fresh(db, now);
      return sources;
    },
    async find(db, filter, now) {
      const on = await fresh(db, now);
      const { total, ids, counts } = search(on, filter, (filter.page - 1) * filter.perPage, filter.perPage);
      const query = parseQuery(filter.q, knownOf);
      const hits = query && on.hits(query);
      return {
        total,
        practices: ids.map((id) => practices.get(id)!),
        counts,
        marked: (text) => (hits ? piecesOf(text, hits) : [{ text, hit: false }]),
        didYouMean: total === 0 && query ? corrected(on, filter) : null,
      };
    },
    async cross(db, { q, selections }, { rows, columns, columnOf = (value) => value }, now) {
      const on = await fresh(db, now);
      return on.cross({ query: parseQuery(q, knownOf), selections, rows, columns, columnOf });
    },
    async similar(db, { id }, now) {
      const on = await fresh(db, now);
      const found = on.similar({ id, facets: ['target', 'country', 'theme'], texts: 2, limit: SIMILAR });
      return found.map(({ id: other, values, words }) => {
        const practice = practices.get(other)!;
        const { target = [], country = [], theme = [] } = values;
        return { practice, targets: target, countries: country, themes: theme, words: words.map(asWritten(practice)) };
      });
    },
    async findAll(db, filter, now) {
      const on = await fresh(db, now);
      return search(on, filter, 0, on.size).ids.map((id) => practices.get(id)!);
    },
  };
}

/** A folded word as the practice itself writes it. */
function asWritten({ title, summary }: Practice): (word: string) => string {
  const written = new Map(
    (`${title} ${summary}`.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => [fold(word), word]),
  );
  return (word) => written.get(word) ?? word;
}

const NOTHING_CHOSEN = { selections: {}, sort: { by: 'relevance' }, offset: 0, limit: 0 } as const;

const ORDERS = {
  relevance: { by: 'relevance' },
  newest: { by: 'newest', descending: true },
  name: { by: 'name', descending: false },
  start: { by: 'start', descending: true },
} as const;
