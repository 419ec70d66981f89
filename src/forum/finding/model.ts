import type { Texts } from '#vocab/texts.ts';

/** What can be found, in the order in which it is shown: first what leads on to the rest. */
export const FOUND_KINDS = ['theme', 'edition', 'practice', 'session', 'publication', 'body', 'organisation'] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** The kinds that have their index here; practices have their own, of the catalogue. */
export const INDEXED_KINDS = FOUND_KINDS.filter((kind) => kind !== 'practice');
export type IndexedKind = Exclude<FoundKind, 'practice'>;

/** Whether a text is one of the kinds. */
export function isFoundKind(text: string): text is FoundKind {
  return (FOUND_KINDS as readonly string[]).includes(text);
}

/** The years of an edition, as it is called. */
export interface EditionYears {
  slug: string;
  years: number[];
}

/** Something that can be found, as it is shown: little of each is held in memory. */
export interface Entry {
  kind: IndexedKind;
  /** Its own among those of its kind. */
  id: string;
  /** Its address, without the reader's language: "/forum/2019". */
  path: string;
  title: Texts;
  /** What it is about. */
  about: Texts;
  /** Further names and words, of no one language. */
  names: string[];
  themes: string[];
  /** SDG references and GCM objectives. */
  sdg: string[];
  gcm: string[];
  /** ISO 3166-1 alpha-2. */
  countries: string[];
  /** What kind of a session, a publication, a body or an organisation it is; empty for others. */
  sort: string;
  place: string;
  /** Of which edition it is; null where of none. */
  edition: EditionYears | null;
  year: number | null;
  /** Of a publication: its files with their languages. */
  files: { id: string; name: string; language: string }[];
  /** Of a theme: the editions that took it up, the first one first. */
  editions: EditionYears[];
}

/** An entry of which nothing is said but what it is. */
export function entryOf(kind: IndexedKind, id: string, path: string, said: Partial<Entry>): Entry {
  return {
    kind,
    id,
    path,
    title: {},
    about: {},
    names: [],
    themes: [],
    sdg: [],
    gcm: [],
    countries: [],
    sort: '',
    place: '',
    edition: null,
    year: null,
    files: [],
    editions: [],
    ...said,
  };
}

/** What stands for an entry in the index: ids of different kinds may be the same. */
export function keyOf({ kind, id }: Pick<Entry, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}
