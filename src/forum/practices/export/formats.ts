import type { Practice } from '../model.ts';
import { writeCsv } from './csv.ts';
import { toItem } from './item.ts';
import { writeXlsx } from './xlsx.ts';

/** What the catalogue can be written as; each imports again without loss. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'json', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const MEDIA_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

/**
 * The practices as a file, in the order given. The same practices give the same bytes; in JSON and NDJSON each item also
 * carries its status in the year `year` (UTC) and its address under `origin`, which an import leaves aside.
 */
export async function writeExport(
  format: ExportFormat,
  practices: readonly Practice[],
  origin: string,
  year: number,
): Promise<{ body: Uint8Array; mediaType: string }> {
  return { body: await bodyOf(format, practices, origin, year), mediaType: MEDIA_TYPES[format] };
}

async function bodyOf(
  format: ExportFormat,
  practices: readonly Practice[],
  origin: string,
  year: number,
): Promise<Uint8Array> {
  if (format === 'csv') return encode(writeCsv(practices));
  if (format === 'xlsx') return writeXlsx(practices);
  const items = practices.map((practice) => toItem(practice, origin, year));
  if (format === 'json') return encode(`${JSON.stringify(items, null, 2)}\n`);
  return encode(items.map((item) => `${JSON.stringify(item)}\n`).join(''));
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
