import type { Locale } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { pdfOf } from '#platform/files/pdf.ts';
import { annexIntroduction, columnHeadings } from './annex.ts';
import type { Handout } from './handout.ts';
import type { Annex } from './model.ts';
import type { RecollectionDocument } from './recollection.ts';

/** The annex as a PDF: A4 landscape, tagged, its header on every page. */
export function annexPdf(annex: Annex, locale: Locale): Promise<Uint8Array> {
  return pdfOf({
    template: template('annex'),
    data: {
      locale,
      title: annex.title,
      introduction: annexIntroduction(annex, locale),
      headings: columnHeadings(locale),
      parts: annex.parts,
      pages: pageNumbers(locale),
    },
  });
}

/** The handout as a PDF: A4 upright, tagged. */
export function handoutPdf(handout: Handout, locale: Locale): Promise<Uint8Array> {
  return pdfOf({
    template: template('handout'),
    data: {
      locale,
      ...handout,
      'references-title': translate(locale, 'reports.references'),
      pages: pageNumbers(locale),
    },
  });
}

/** A recollection as a PDF: A4 upright, tagged. */
export function recollectionPdf(document: RecollectionDocument, locale: Locale): Promise<Uint8Array> {
  return pdfOf({ template: template('recollection'), data: { locale, ...document, pages: pageNumbers(locale) } });
}

const template = (name: string): string => `src/forum/reports/templates/${name}.typ`;

/** "Page 1 of 7" in pieces; the template puts the numbers in. */
function pageNumbers(locale: Locale): string[] {
  return translate(locale, 'reports.page-of', { page: '{page}', pages: '{pages}' }).split(/(\{pages?\})/);
}
