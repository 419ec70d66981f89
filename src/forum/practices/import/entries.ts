import type { Difference } from '../content.ts';
import type { Practice } from '../model.ts';
import type { LikelyDuplicate } from './duplicates.ts';
import type { Refusal } from './import-row.ts';

/** An address that becomes another; the former one goes on leading to it. */
export interface Moved {
  field: 'slug';
  before: string;
  after: string;
}

/** What an import says of a row: what becomes of it, why it is refused, what it may be a duplicate of. */
export type ImportEntry =
  | { kind: 'new'; row: number; title: string; slug: string }
  | { kind: 'unchanged'; row: number; title: string; slug: string }
  | { kind: 'changed'; row: number; title: string; slug: string; differences: (Difference | Moved)[] }
  | ({ kind: 'refused' } & Refusal)
  | ({ kind: 'likelyDuplicate' } & LikelyDuplicate);

/** A practice to be written, new or changed, with the row it was made from. */
export interface Writing {
  outcome: 'new' | 'changed';
  practice: Practice;
  row: number;
  received: unknown;
}
