import type { Notice } from '#platform/languages.ts';
import type { Said } from '../model.ts';
import type { Step } from './table.ts';

/** A cell (or a row) that cannot be taken: where, what was read, why, and what would be accepted. */
export interface Refusal {
  row: number;
  /** As the file calls it. */
  column: string;
  read: string;
  why: Notice;
  accepts?: Notice;
}

/** A row of a file, read: what it says of a practice, and nothing it does not say. */
export interface ImportRow {
  /** As a person counts rows in that file. */
  number: number;
  content: Said;
  id?: string;
  slug?: string;
  confirmedAt?: string;
  createdAt?: string;
  updatedAt?: string;
  /** The cells as they were, to be kept with the version they make. */
  received: unknown;
  refusals: Omit<Refusal, 'row'>[];
}

/** The rows of a file as they are read, some at a time. After a step that failed, which is a problem of the whole file, none follows. */
export type RowStream = AsyncIterable<Step<ImportRow[]>>;
