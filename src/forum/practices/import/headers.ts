import { EXCHANGE_COLUMNS } from '../exchange.ts';
import { HEADER_WORDS } from './header-words.ts';
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

/** Letters and digits in lower case, without accents, marks and punctuation; Arabic words without their article. */
export function foldHeader(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}|\u0640/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .map((word) => word.replace(/^(و?)ال(?=\p{L}{2})/u, '$1'))
    .join(' ');
}

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
  const found = headers.map((header, position) => ({ header, position, ...fieldOf(header) }));
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

function exchangeHeader(headers: readonly string[]): HeaderReading {
  const known: readonly string[] = EXCHANGE_COLUMNS;
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
