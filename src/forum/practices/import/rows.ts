import type { Notice } from '#platform/languages.ts';
import { encodeList, LIST_COLUMNS } from '../exchange.ts';
import { LOCALES } from '#vocab/language.ts';
import { type Said, type Source, TRANSLATED } from '../model.ts';
import { isYear } from '../years.ts';
import { ACCEPTED, type Cells, LONGEST_CELL, LONGEST_TITLE, type Refuse, textOf } from './cell-values.ts';
import { excerpt } from './cell-text.ts';
import { exactContent } from './exact-content.ts';
import type { ImportRow, Refusal } from './import-row.ts';
import { sourceLabelOf } from './sections.ts';
import type { Field, ImportTable, RawRow } from './table.ts';
import { writtenContent } from './written-content.ts';

/** A thing in a row that cannot be taken, with what would be. */
export type RowRefusal = Required<Omit<Refusal, 'row'>>;
/** A row of a file, understood: what its columns say of a practice, and every refusal. */
export type UnderstoodRow = ImportRow & { refusals: RowRefusal[] };

/** A row is refused by its first; thousands more, in a cell that holds something else altogether, help nobody. */
const MOST_REFUSALS = 50;

/**
 * What a row says of a practice: only the fields for which the file has a column. Our own exports are read by their codes,
 * other files the way people write. Nothing is dropped: what cannot be read is among the refusals, by column.
 */
export function toContent(row: RawRow, table: Pick<ImportTable, 'columns' | 'edition' | 'exchange'>): UnderstoodRow {
  const accepts: Notice = { key: 'import.accepts-text' };
  const refusals: RowRefusal[] = row.problems.map((problem) => ({ ...problem, accepts }));
  const refuse: Refuse = (field, read, why) => {
    if (refusals.length >= MOST_REFUSALS) return;
    // A link found in another column is refused under that column's name.
    const named = table.columns.find((column) => column.field === field) ?? titleColumn(table);
    refusals.push({ column: named?.header ?? field, read: excerpt(read), why, accepts: ACCEPTED[field] });
  };
  const { cells } = row;
  const content = table.exchange ? exactContent(cells, refuse) : writtenContent(cells, refuse);
  checkLengths(content, cells, row, table, refuse);
  const source = sourceOf(row, table, refuse);
  return {
    number: row.number,
    content: source ? { ...content, source } : content,
    ...(table.exchange && identity(cells, refuse)),
    received: cells,
    refusals,
  };
}

const titleColumn = (table: Pick<ImportTable, 'columns'>) => table.columns.find(({ field }) => field === 'title');

function checkLengths(
  content: Said,
  cells: Cells,
  row: RawRow,
  table: Pick<ImportTable, 'columns'>,
  refuse: Refuse,
): void {
  const title = content.title ?? '';
  const checkTitle = (field: Field, text: string) => {
    const count = [...text].length;
    if (count > LONGEST_TITLE)
      refuse(field, text, { key: 'import.title-too-long', values: { count, most: LONGEST_TITLE } });
  };
  const alreadyRefused = row.problems.some(({ column }) => column === '' || column === titleColumn(table)?.header);
  if (title.trim() === '' && !alreadyRefused) refuse('title', textOf(cells.title), { key: 'import.no-title' });
  checkTitle('title', title);
  const checkCell = (field: Field, cell: string) => {
    if (cell.length > LONGEST_CELL)
      refuse(field, cell, { key: 'import.cell-too-long', values: { count: cell.length, most: LONGEST_CELL } });
  };
  for (const field of LONG_TEXTS) checkCell(field, content[field] ?? '');
  for (const field of LIST_COLUMNS) if (field !== 'translations') checkCell(field, encodeList(content[field] ?? []));
  for (const locale of LOCALES)
    for (const field of TRANSLATED) {
      const text = content.translations?.[locale]?.[field] ?? '';
      if (field !== 'title') checkCell(`${field}.${locale}`, text);
      else checkTitle(`title.${locale}`, text);
    }
}

/** The fields that may hold a long text; an owner's name is one of them, for want of a reason to count it apart. */
const LONG_TEXTS = ['summary', 'owner', 'results', 'costs', 'lessons', 'needs'] as const;

/** Where the row came from: its own columns first, then the heading it stands under and the edition of the file. */
function sourceOf(row: RawRow, table: Pick<ImportTable, 'edition' | 'exchange'>, refuse: Refuse): Source | undefined {
  const { sourceEdition, sourceLabel } = row.cells;
  const year = textOf(sourceEdition);
  if (year !== '' && !(/^\d{4}$/.test(year) && isYear(Number(year))))
    refuse('sourceEdition', year, { key: 'import.no-year' });
  const written = textOf(sourceLabel);
  if (table.exchange) {
    const said = sourceEdition !== undefined || sourceLabel !== undefined;
    return said ? { edition: year === '' ? null : Number(year), label: written } : undefined;
  }
  const edition = year === '' ? table.edition : Number(year);
  const label = sourceLabelOf(written === '' ? row.section : written);
  return edition === null && label === '' ? undefined : { edition, label };
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const SLUG = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/;

const MOMENTS = ['confirmedAt', 'createdAt', 'updatedAt'] as const;
type Moment = (typeof MOMENTS)[number];

/** What an export says of the record itself. An empty cell says nothing: the row of a practice added to the file. */
function identity(cells: Cells, refuse: Refuse): Partial<Pick<ImportRow, 'id' | 'slug' | Moment>> {
  const said: Partial<Record<'id' | 'slug' | Moment, string>> = {};
  const take = (field: keyof typeof said & Field, is: (text: string) => boolean) => {
    const text = textOf(cells[field]);
    if (text === '') return;
    if (is(text)) said[field] = text;
    else
      refuse(field, text, {
        key: field === 'id' ? 'import.no-id' : field === 'slug' ? 'import.no-slug' : 'import.no-time',
      });
  };
  take('id', (text) => UUID.test(text));
  take('slug', (text) => SLUG.test(text) && text.length <= 200);
  for (const field of MOMENTS) {
    take(field, (text) => TIME.test(text) && !Number.isNaN(Date.parse(text)));
  }
  return said;
}
