import type { Notice } from '#platform/languages.ts';
import type { ExchangeColumn } from '../exchange.ts';

/** What a column can hold: those of our own exports, and the two of an annex in which several are written as one. */
export type Field = ExchangeColumn | 'dates' | 'where';

/** What a file says in one cell, cleaned but not yet understood. */
export type CellValue = string | string[] | number | boolean | null;

/** A cell whose content cannot even be looked at: a formula, NUL, far too much text. */
export interface CellProblem {
  /** As the file calls it; empty when it is the whole row. */
  column: string;
  read: string;
  why: Notice;
}

/** One row of a file, with its cells by what they mean. */
export interface RawRow {
  /** As a person counts it in the file: sheet row, row of the Word table, record with the header as 1, line of a text. */
  number: number;
  /** The heading under which the row stands; empty where there is none. */
  section: string;
  cells: Partial<Record<Field, CellValue>>;
  problems: CellProblem[];
}

export interface TableColumn {
  field: Field;
  /** As the file calls it. */
  header: string;
  /** From 0, from the left (or, in Arabic, from the right). */
  position: number;
}

/** The table of practices that a file holds, read as it is asked for. */
export interface ImportTable {
  columns: TableColumn[];
  /** In their order. After a step that failed, which is a problem of the whole file, none follows. */
  rows: AsyncIterable<Step<RawRow>>;
  /**
   * Columns not read because their header says nothing we know; "#4" is a fourth column without a header. All of them are known
   * when all rows have been read.
   */
  unknownHeaders(): string[];
  /** The year of the edition, where the file tells it. */
  edition: number | null;
  /** Whether it is one of our own exports, whose cells hold codes. */
  exchange: boolean;
}

/** A cell of a Word table, a sheet or a delimited text, at its place. */
export interface GridCell {
  text: string;
  /** Addresses that parts of the text are linked to. */
  links?: string[];
  /** How many columns it is merged over, itself included. */
  span?: number;
  /** Why its text must not be taken, with what to show of it. */
  barred?: { read: string; why: Notice };
}

export interface GridRow {
  /** As a person counts it. */
  number: number;
  cells: GridCell[];
}

export type ReadResult = { ok: true; table: ImportTable } | { ok: false; problem: Notice };
/** What a step of reading gives: its value, or why the file is refused. */
export type Step<Value> = { ok: true; value: Value } | { ok: false; problem: Notice };

/** A file is refused, for a reason. */
export function refused(key: Notice['key'], values?: Notice['values']): { ok: false; problem: Notice } {
  return { ok: false, problem: values ? { key, values } : { key } };
}
