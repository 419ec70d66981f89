import type { Locale } from '#vocab/language.ts';
import { textIn } from '#vocab/texts.ts';
import type { Database } from '#platform/database.ts';
import { textsOfFiles } from '#forum/library/index.ts';
import { type Practice, wholeCatalogue } from '#forum/practices/index.ts';
import {
  type Engine,
  knownOf,
  OWN_WEIGHT,
  parseQuery,
  type Piece,
  piecesOf,
  type PracticeSearch,
  type Query,
} from '#forum/search/index.ts';
import { type Entry, FOUND_KINDS, type FoundKind, INDEXED_KINDS, type IndexedKind } from './model.ts';
import { createFindingIndex, MOST_TEXT } from './finding-index.ts';
import { type Asked, bestPassage, bits, type Passage } from './passage.ts';

/** What is looked for, and how much of it is shown. */
export interface FindingRequest {
  q: string;
  /** The one kind to show a page of; null for the first few of every kind. */
  kind: FoundKind | null;
  /** From 1; of one kind. */
  page: number;
  perPage: number;
}

/** Something found: a practice, or an entry with the place in which most of what was asked stands, where it is not in its title. */
export type FoundItem = { practice: Practice } | { entry: Entry; passage: FoundPassage | null };

export interface FoundPassage {
  pieces: Piece[];
  /** The language of the text it was taken from; empty where nobody said. */
  language: string;
  /** The file it stands in; null where it is what the forum says of the thing. */
  file: { id: string; name: string } | null;
  page: number | null;
}

/** What a search over everything finds. */
export interface Everything {
  /** By kind, in the order of kinds, each of which anything was found: how many, exactly, and those that are shown. */
  kinds: { kind: FoundKind; count: number; items: FoundItem[] }[];
  total: number;
  /** A text cut into what the query found in it and what not. */
  marked: (text: string) => Piece[];
  /** A text of a practice likewise: what is a word of the catalogue may be none elsewhere. */
  markedInPractices: (text: string) => Piece[];
  /** Where nothing was found: other words that are in the catalogue. */
  didYouMean: string | null;
  /** Publications of whose files not all is known here. */
  leftOut: number;
}

/** Finds over everything, in the reader's language where there is a choice of texts. */
export type Finder = (db: Database, request: FindingRequest, locale: Locale, now: Date) => Promise<Everything>;

/** A search over everything: practices by the catalogue's own search, all else by an index beside it; both understand a query the same way. */
export function createFinder(practices: PracticeSearch, limits = MOST_TEXT): Finder {
  const indexOf = createFindingIndex(limits);

  return async (db, { q, kind, page, perPage }, locale, now) => {
    const index = await indexOf(db);
    const { engine, entries, texts } = index;
    const query = parseQuery(q, knownOf);
    const shown = (one: FoundKind) => kind === null || kind === one;
    const from = kind === null ? 0 : (page - 1) * perPage;
    // All of it in one search: texts of files are long, and looking through them for phrases is what takes time.
    const { ids, counts } = engine.search({
      query,
      selections: {},
      sort: { by: 'relevance' },
      offset: 0,
      limit: engine.size,
    });
    const count = (one: IndexedKind) => counts.kind.get(one) ?? 0;
    const ranked = ids.flatMap((id) => entries.get(id) ?? []);
    const found = new Map(
      INDEXED_KINDS.filter(shown).map((one) => [
        one,
        ranked.filter((entry) => entry.kind === one).slice(from, from + perPage),
      ]),
    );
    const hits = query ? engine.hits(query) : () => false;
    const asked = query ? askedIn(engine, query) : null;
    const totals = new Map(INDEXED_KINDS.map((one) => [one as FoundKind, count(one)]));
    const leftOut = [...texts.values()].filter(({ whole }) => !whole).length;

    const catalogue = await practices.find(
      db,
      { ...wholeCatalogue(), q, sort: 'relevance', page: kind === 'practice' ? page : 1, perPage },
      now,
    );
    totals.set('practice', catalogue.total);
    const kinds: Everything['kinds'] = [];
    for (const one of FOUND_KINDS) {
      const number = totals.get(one)!;
      if (number === 0) continue;
      const items: FoundItem[] = [];
      if (one === 'practice') {
        if (shown(one)) items.push(...catalogue.practices.map((practice) => ({ practice })));
      } else
        for (const entry of found.get(one) ?? [])
          items.push({ entry, passage: asked && (await passageOf(db, entry, locale, asked, hits)) });
      kinds.push({ kind: one, count: number, items });
    }
    const total = [...totals.values()].reduce((sum, number) => sum + number, 0);
    return {
      kinds,
      total,
      marked: (text) => piecesOf(text, hits),
      markedInPractices: catalogue.marked,
      didYouMean: total === 0 ? catalogue.didYouMean : null,
      leftOut,
    };
  };
}

/** What is asked for, as bits: a bit for each wish, and for each word of it as it was typed; and all of them. */
function askedIn(engine: Engine<'kind'>, { wanted }: Query): { of: Asked; all: number } {
  const wishes: Query[] = wanted.flatMap((wish) => [
    { wanted: [wish], unwanted: [] },
    ...wish
      .filter(({ weight, words }) => weight === OWN_WEIGHT && words.length > 1)
      .flatMap(({ words }) => words)
      .map((word): Query => ({ wanted: [[{ words: [word], phrase: false, weight: OWN_WEIGHT }]], unwanted: [] })),
  ]);
  const hits = wishes.slice(0, MOST_BITS).map((one) => engine.hits(one));
  const known = new Map<string, number>();
  return {
    all: (1 << hits.length) - 1,
    of: (word) => {
      let found = known.get(word);
      if (found === undefined) {
        found = hits.reduce((sum, hit, at) => (hit(word) ? sum | (1 << at) : sum), 0);
        if (known.size < MOST_KNOWN) known.set(word, found);
      }
      return found;
    },
  };
}

/** As many things asked for as one number tells apart. */
const MOST_BITS = 30;
/** As many different words as are remembered during one search. */
const MOST_KNOWN = 50_000;

/** Where most of what was asked stands: in what is said of the thing, else in one of its files; null where only its title or its names have it. */
async function passageOf(
  db: Database,
  entry: Entry,
  locale: Locale,
  { of, all }: { of: Asked; all: number },
  hits: (word: string) => boolean,
): Promise<FoundPassage | null> {
  const about = textIn(entry.about, locale);
  let best: (Passage & { language: string; file: FoundPassage['file'] }) | null = null;
  const take = (passage: Passage | null, language: string, file: FoundPassage['file']) => {
    if (passage && passage.found > (best?.found ?? 0)) best = { ...passage, language, file };
  };
  take(bestPassage(about.text, of, all), about.language, null);
  const complete = () => best !== null && (best as Passage).found === bits(all);
  for (const { id, name, language } of entry.files) {
    if (complete()) break;
    // One at a time: a file's text may be long, and is let go again at once.
    for (const { text } of await textsOfFiles(db, [id])) take(bestPassage(text, of, all), language, { id, name });
  }
  const chosen = best as (Passage & { language: string; file: FoundPassage['file'] }) | null;
  if (chosen === null) return null;
  // What is put together of several texts, and paragraphs, are parted where they stand in one line.
  const line = chosen.text.replace(/\s*\n+\s*/g, ' · ');
  return { pieces: piecesOf(line, hits), language: chosen.language, file: chosen.file, page: chosen.page };
}
