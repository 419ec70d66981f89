import type { Locale } from '#vocab/language.ts';
import { annexIntroduction } from './annex.ts';
import { annexTable } from './docx-table.ts';
import { docxOf } from './docx.ts';
import type { Annex } from './model.ts';

/**
 * The annex as a Word document: A4 landscape, a title, a sentence, and a table of six columns whose header repeats on every
 * page and whose rows stay whole. The same annex gives the same bytes.
 */
export function annexDocx(annex: Annex, locale: Locale): Promise<Uint8Array> {
  const introduction = annexIntroduction(annex, locale);
  return docxOf({ title: annex.title, introduction: [introduction], landscape: true }, locale, [
    annexTable(annex, locale),
  ]);
}
