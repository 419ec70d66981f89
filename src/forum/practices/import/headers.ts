import { ALL_COLUMNS } from '../exchange.ts';
import { foldHeader } from './fold-header.ts';
import { HEADER_WORDS } from './header-words.ts';
import { translationHeader } from './translation-header.ts';
import type { Field, TableColumn } from './table.ts';

/** What a row of cells is when it is taken for a header. */
export interface HeaderReading {
  columns: TableColumn[];
  unknown: string[];
  /** Two headers that both mean the same field, as the file writes them. */
  twice: [string, string] | null;
  /** One of our own exports. */
  exchange: boolean;
  /** How much like a header it is: 2 for each header known word for word, 1 for each told by one of its words. */
  score: number;
}

/** A header longer than this is a text. */
const LONGEST_HEADER = 80;

const EXACT = new Map<string, Field>();
const WITHIN: { words: string; field: Field; length: number; order: number }[] = [];
HEADER_WORDS.forEach(({ field, exact, within }, order) => {
  for (const words of [...exact.map(foldHeader), field.toLowerCase()]) if (!EXACT.has(words)) EXACT.set(words, field);
  for (const words of within.map(foldHeader)) WITHIN.push({ words, field, length: words.split(' ').length, order });
});
WITHIN.sort((one, other) => other.length - one.length || one.order - other.order);

/** The field a header means, and whether it says so word for word; undefined where it says nothing known. */
export function fieldOf(header: string): { field: Field; exact: boolean } | undefined {
  if (header.length > LONGEST_HEADER) return undefined;
  const folded = foldHeader(header);
  const exact = EXACT.get(folded);
  if (exact) return { field: exact, exact: true };
  const field = WITHIN.find(({ words }) => ` ${folded} `.includes(` ${words} `))?.field;
  return field && { field, exact: false };
}

/** Whether these are the headers of one of our own exports (machine names, exactly). */
export function isExchangeHeader(headers: readonly string[]): boolean {
  return ['id', 'slug', 'title'].every((name) => headers.includes(name));
}

/** What a row says when it is read as a header. */
export function readHeader(headers: readonly string[]): HeaderReading {
  if (isExchangeHeader(headers)) return exchangeHeader(headers);
  const found = meaningsOf(headers).map((meaning, position) => ({ header: headers[position]!, position, ...meaning }));
  const columns: TableColumn[] = [];
  const unknown: string[] = [];
  let twice: [string, string] | null = null;
  let score = 0;
  for (const { header, position, field, exact } of found) {
    // A header told by one of its words gives way to one that says the same word for word.
    const better = !exact && found.some((other) => other.field === field && other.exact);
    if (field === undefined || better) {
      if (header !== '') unknown.push(header);
      continue;
    }
    const before = columns.find((column) => column.field === field);
    if (before) twice ??= [before.header, header];
    else {
      columns.push({ field, header, position });
      score += exact ? 2 : 1;
    }
  }
  return { columns, unknown, twice, exchange: false, score };
}

/**
 * What each header means. One that names a language besides a text ("Title (French)") is of a translation where another
 * column is the text itself: alone, it is the text.
 */
function meaningsOf(headers: readonly string[]): ReturnType<typeof fieldOf>[] {
  const told = headers.map((header) => translationHeader(header, fieldOf));
  const plain = new Set(headers.map((header, at) => (told[at] ? undefined : fieldOf(header)?.field)));
  return headers.map((header, at) => {
    const translation = told[at];
    if (!translation || (!translation.exact && !plain.has(translation.field))) return fieldOf(header);
    return { field: `${translation.field}.${translation.locale}`, exact: translation.exact };
  });
}

function exchangeHeader(headers: readonly string[]): HeaderReading {
  const known: readonly string[] = ALL_COLUMNS;
  const columns = headers.flatMap((header, position) =>
    known.includes(header) ? [{ field: header as Field, header, position }] : [],
  );
  const second = columns.find(({ field }, at) => columns.findIndex((other) => other.field === field) < at);
  return {
    columns,
    unknown: headers.filter((header) => header !== '' && !known.includes(header)),
    twice: second ? [second.header, second.header] : null,
    exchange: true,
    score: 2 * columns.length,
  };
}
