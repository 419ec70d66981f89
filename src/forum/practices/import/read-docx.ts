import { ANNEX, editionOf } from './edition.ts';
import { checkedHeader, headerOf, importTable, rowReader, stepsOf } from './grid.ts';
import type { HeaderReading } from './headers.ts';
import { MOST_COLUMNS, MOST_WORD_TAGS, MOST_WORD_XML_BYTES } from './limits.ts';
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
    const reader = rowReader(grid[at]!, reading, sections[order] ?? rows.at(-1)?.section ?? '');
    for (const row of grid.slice(at + 1)) {
      const read = reader.read(row);
      if (read?.ok === false) return read;
      if (read) rows.push({ ...read.value, number: counted + row.number });
    }
    counted += grid.length;
    for (const name of reader.nameless()) nameless.add(name);
  }
  const before = tables.slice(0, alike[0]!.order + 1);
  const edition = editionOf(
    before.flatMap((table) => table.linesBefore),
    before.flatMap((table) => table.headingsBefore),
    fileName,
  );
  return importTable(header.value, edition, () => [...nameless], stepsOf(rows));
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
