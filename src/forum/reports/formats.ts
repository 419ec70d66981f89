import type { Locale } from '#vocab/language.ts';
import { annexDocx } from './annex-docx.ts';
import { annexDocument } from './html.ts';
import { type Handout } from './handout.ts';
import { handoutDocx } from './handout-docx.ts';
import type { Annex } from './model.ts';
import { annexPdf, handoutPdf, recollectionPdf } from './pdf.ts';
import type { RecollectionDocument } from './recollection.ts';
import { recollectionDocx } from './recollection-docx.ts';
import { annexXlsx } from './xlsx.ts';

/** What an annex can be written as. */
export const ANNEX_FORMATS = ['docx', 'html', 'pdf', 'xlsx'] as const;
export type AnnexFormat = (typeof ANNEX_FORMATS)[number];

/** Those that stand at an address of their own; the annex as HTML is a page of the site. */
export const ANNEX_FILE_FORMATS = ['docx', 'pdf', 'xlsx'] as const satisfies readonly AnnexFormat[];

const MEDIA_TYPES: Record<AnnexFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
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
  if (format === 'pdf') return annexPdf(annex, locale);
  if (format === 'xlsx') return annexXlsx(annex, locale);
  return new TextEncoder().encode(annexDocument(annex, locale));
}

/** What a handout can be written as. */
export const HANDOUT_FORMATS = ['pdf', 'docx'] as const;
export type HandoutFormat = (typeof HANDOUT_FORMATS)[number];

/** The handout as a file in the language it was made for. The same handout gives the same bytes. */
export async function writeHandout(
  format: HandoutFormat,
  handout: Handout,
  locale: Locale,
): Promise<{ body: Uint8Array; mediaType: string }> {
  const body = format === 'pdf' ? await handoutPdf(handout, locale) : await handoutDocx(handout, locale);
  return { body, mediaType: MEDIA_TYPES[format] };
}

/** A recollection as a file in the language it was made for, in the formats of handouts. The same recollection gives the same bytes. */
export async function writeRecollection(
  format: HandoutFormat,
  document: RecollectionDocument,
  locale: Locale,
): Promise<{ body: Uint8Array; mediaType: string }> {
  const body = format === 'pdf' ? await recollectionPdf(document, locale) : await recollectionDocx(document, locale);
  return { body, mediaType: MEDIA_TYPES[format] };
}
