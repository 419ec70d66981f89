import type { Notice } from '#platform/languages.ts';
import { excerpt, problemOf, tidied, verbatim } from './cell-text.ts';
import { checkedHeader, importTable } from './grid.ts';
import { readHeader, type HeaderReading } from './headers.ts';
import { MOST_COLUMNS, MOST_ROWS } from './limits.ts';
import { refused, type CellValue, type RawRow, type ReadResult, type Step } from './table.ts';

/** A record of a .json or .ndjson file; `value` is undefined where its line is no JSON. */
interface JsonRecord {
  number: number;
  value: unknown;
  /** The line as it is, where it is no JSON. */
  line?: string;
}

/** Reads a .json file: a list of practices, or `{items: […]}` as our API answers. */
export async function readJson(text: string): Promise<ReadResult> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refused('import.json-broken', { line: lineOf(error, text) });
  }
  const list = Array.isArray(value) ? value : isRecord(value) && Array.isArray(value.items) ? value.items : null;
  if (!list) return refused('import.json-no-list');
  return recordsTable(async function* () {
    for (const [at, item] of list.entries()) yield { number: at + 1, value: item as unknown };
  });
}

/** Reads a .ndjson file: a practice a line, blank lines left out. `text` gives its text in pieces, from the beginning, each time. */
export function readNdjson(text: () => AsyncIterable<string>): Promise<ReadResult> {
  return recordsTable(async function* () {
    for await (const { number, line } of linesOf(text())) {
      if (line.trim() === '') continue;
      try {
        yield { number, value: JSON.parse(line) as unknown };
      } catch {
        yield { number, value: undefined, line };
      }
    }
  });
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<{ number: number; line: string }> {
  let number = 0;
  let rest = '';
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    for (const line of lines) yield { number: ++number, line };
  }
  yield { number: number + 1, line: rest };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The line of a JSON text on which it breaks off. */
function lineOf(error: unknown, text: string): number {
  const position = /position (\d+)/.exec(String(error))?.[1];
  return position === undefined ? 1 : text.slice(0, Number(position)).split('\n').length;
}

/** What our API adds to a practice that can be derived from it or is not about it. */
const DERIVED = new Set(['url', 'status', 'source', 'version', 'standing', 'attachments']);

/** The table of records, which are gone through twice: for their keys, and to be read. */
async function recordsTable(records: () => AsyncIterable<JsonRecord>): Promise<ReadResult> {
  const keys = new Set<string>();
  let count = 0;
  for await (const { value } of records()) {
    if (++count > MOST_ROWS) return refused('import.too-many-rows', { most: MOST_ROWS });
    for (const key of flattened(value)?.keys() ?? []) keys.add(key);
    if (keys.size > MOST_COLUMNS) return refused('import.too-many-columns', { most: MOST_COLUMNS, row: 1 });
  }
  const names = [...keys];
  const header = checkedHeader(keys.size > 0 ? readHeader(names) : undefined);
  if (!header.ok) return header;
  const reading = header.value.exchange
    ? { ...header.value, unknown: header.value.unknown.filter((name) => !DERIVED.has(name)) }
    : header.value;
  return importTable(reading, null, () => [], recordsRead(records(), names, reading));
}

async function* recordsRead(
  records: AsyncIterable<JsonRecord>,
  names: string[],
  reading: HeaderReading,
): AsyncGenerator<Step<RawRow>> {
  for await (const { number, value, line } of records) {
    const entries = flattened(value);
    yield { ok: true, value: entries ? rawRow(number, entries, names, reading) : noRecord(number, value, line) };
  }
}

function noRecord(number: number, value: unknown, line: string | undefined): RawRow {
  const key: Notice['key'] = line === undefined ? 'import.json-no-record' : 'import.json-line-broken';
  const read = excerpt(line ?? printed(value));
  return { number, section: '', cells: {}, problems: [{ column: '', read, why: { key } }] };
}

/**
 * The keys of a record, with `source: {edition, label}` and `translations: {fr: {title, …}}` as the columns of our table form;
 * null for what is no record.
 */
function flattened(value: unknown): Map<string, unknown> | null {
  if (!isRecord(value)) return null;
  const entries = new Map(Object.entries(value));
  const { source, translations } = value;
  if (isRecord(translations)) {
    entries.set('translations', Object.keys(translations));
    for (const [language, texts] of Object.entries(translations))
      for (const [field, text] of isRecord(texts) ? Object.entries(texts) : [['', texts]])
        entries.set(`${field}.${language}`, text);
  }
  if (isRecord(source)) {
    entries.delete('source');
    if ('edition' in source) entries.set('sourceEdition', source.edition);
    if ('label' in source) entries.set('sourceLabel', source.label);
  }
  return entries;
}

function rawRow(number: number, entries: Map<string, unknown>, names: string[], header: HeaderReading): RawRow {
  const raw: RawRow = { number, section: '', cells: {}, problems: [] };
  const clean = header.exchange ? verbatim : tidied;
  for (const { field, header: column, position } of header.columns) {
    const name = names[position]!;
    if (!entries.has(name)) continue;
    const value = entries.get(name);
    const texts = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
    const nested: Notice = { key: 'import.nested-value' };
    const why = isCellValue(value) ? texts.map(problemOf).find((problem) => problem !== undefined) : nested;
    if (why) raw.problems.push({ column, read: excerpt(printed(value)), why });
    else raw.cells[field] = cleaned(value as CellValue | (string | number)[], clean);
  }
  return raw;
}

const isPlain = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number';

const isCellValue = (value: unknown): boolean =>
  isPlain(value) ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number'));

function cleaned(value: CellValue | (string | number)[], clean: (text: string) => string): CellValue {
  if (typeof value === 'string') return clean(value);
  return Array.isArray(value) ? value.map((item) => clean(String(item))) : value;
}

/** A value to be shown. Nested too deeply to be printed, it is shown as what it is. */
function printed(value: unknown): string {
  try {
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  } catch {
    return Array.isArray(value) ? '[…]' : '{…}';
  }
}
