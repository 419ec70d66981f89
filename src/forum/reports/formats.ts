import type { Locale } from '#vocab/language.ts';
import { annexDocx } from './docx.ts';
import { annexDocument } from './html.ts';
import type { Annex } from './model.ts';
import { annexXlsx } from './xlsx.ts';

/** What an annex can be written as. */
export const ANNEX_FORMATS = ['docx', 'html', 'xlsx'] as const;
export type AnnexFormat = (typeof ANNEX_FORMATS)[number];

/** Those that stand at an address of their own; the annex as HTML is a page of the site. */
export const ANNEX_FILE_FORMATS = ['docx', 'xlsx'] as const satisfies readonly AnnexFormat[];

const MEDIA_TYPES: Record<AnnexFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The annex as a file in the language it was made for. The same annex gives the same bytes. */
export async function writeAnnex(
  format: AnnexFormat,
  annex: Annex,
  locale: Locale,
): Promise<{ body: Uint8Array; mediaType: string }> {
  return { body: await bodyOf(format, annex, locale), mediaType: MEDIA_TYPES[format] };
}

async function bodyOf(format: AnnexFormat, annex: Annex, locale: Locale): Promise<Uint8Array> {
  if (format === 'docx') return annexDocx(annex, locale);
  if (format === 'xlsx') return annexXlsx(annex, locale);
  return new TextEncoder().encode(annexDocument(annex, locale));
}
