import { ANNEX, editionOf } from './edition.ts';
import { checkedHeader, headerOf, importTable, namelessColumns, rowsBelow } from './grid.ts';
import type { HeaderReading } from './headers.ts';
import { MOST_COLUMNS, MOST_ROWS, MOST_WORD_TAGS, MOST_WORD_XML_BYTES } from './limits.ts';
import { openOfficeFile } from './office-file.ts';
import { refused, type RawRow, type ReadResult } from './table.ts';
import { type WordTable, wordTables } from './word-tables.ts';
import { wordText } from './word-text.ts';

/** Reads the tables of practices of a Word document: the first that has the header of one, and all with the same columns. */
export async function readDocx(bytes: Uint8Array, fileName: string): Promise<ReadResult> {
  const parts = await openOfficeFile(bytes, 'docx', { bytes: MOST_WORD_XML_BYTES, tags: MOST_WORD_TAGS });
  if (!parts.ok) return parts;
  return practicesIn(wordTables(await wordText(parts.value)), fileName);
}

function practicesIn(tables: WordTable[], fileName: string): ReadResult {
  const headed = tables.map((table, order) => ({ ...table, order, found: headerOf(table.rows) }));
  const best = headed
    .filter(({ found }) => found !== undefined)
    .sort((one, other) => other.found!.reading.score - one.found!.reading.score || one.order - other.order)[0];
  const header = checkedHeader(best?.found?.reading);
  if (!header.ok) return header;
  const alike = headed.filter(({ found }) => found && fieldsOf(found.reading) === fieldsOf(header.value));

  const rows: RawRow[] = [];
  const nameless = new Set<string>();
  const sections = sectionsOf(alike);
  let counted = 0;
  for (const [order, { rows: grid, found }] of alike.entries()) {
    const { at, reading } = found!;
    if (grid[at]!.cells.length > MOST_COLUMNS) {
      return refused('import.too-many-columns', { most: MOST_COLUMNS, row: grid[at]!.number });
    }
    const below = rowsBelow(grid, at, reading, sections[order] ?? rows.at(-1)?.section ?? '');
    if (!below.ok) return below;
    rows.push(...below.value.map((row) => ({ ...row, number: counted + row.number })));
    counted += grid.length;
    if (rows.length > MOST_ROWS) return refused('import.too-many-rows', { most: MOST_ROWS });
    for (const name of namelessColumns(grid, at)) nameless.add(name);
  }
  const before = tables.slice(0, alike[0]!.order + 1);
  const edition = editionOf(
    before.flatMap((table) => table.linesBefore),
    before.flatMap((table) => table.headingsBefore),
    fileName,
  );
  return { ok: true, table: importTable(header.value, [...nameless], rows, edition) };
}

/** Where each part of an annex has a table of its own, the heading above it names the part; a document's title does not. */
function sectionsOf(tables: WordTable[]): (string | undefined)[] {
  const headings = tables.map(({ headingsBefore }) => headingsBefore.at(-1)?.trim());
  if (!headings.slice(1).some((heading) => heading !== undefined)) return [];
  return headings.map((heading, at) =>
    at === 0 && heading !== undefined && ANNEX.test(heading) ? undefined : heading,
  );
}

const fieldsOf = ({ columns }: HeaderReading): string =>
  columns
    .map(({ field }) => field)
    .sort()
    .join();
