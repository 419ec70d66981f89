/** A text of a document. */
export interface SearchText {
  /** A whole number from 1: how much more a word counts here. */
  weight: number;
  text: string;
  /** The language it is written in, for the stems of its words; where none is said they have none. */
  language?: string;
}

/** What documents are sorted by; those without a key come last. */
export type SortKey = string | number | null;

/** A document as the search sees it. */
export interface SearchDocument<F extends string> {
  /** Differs from every other document's. */
  id: string;
  /** What the text query looks in. */
  texts: SearchText[];
  values: Record<F, string[]>;
  /** What documents can be sorted by, under the names that `SearchRequest.sort` uses. */
  sortKeys: Record<string, SortKey>;
}
