import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { directionOf, type Locale } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { repacked } from '#platform/files/archive.ts';
import { annexIntroduction } from './annex.ts';
import { withoutChance } from './docx-bytes.ts';
import { annexTable, TABLE_WIDTH } from './docx-table.ts';
import { LANGUAGE_TAGS, paragraphOf, textRun } from './docx-text.ts';
import type { Annex } from './model.ts';

/** A4, upright, in twentieths of a point; the landscape page has the two the other way round. */
const A4 = { width: 11906, height: 16838 };
const MARGIN = (A4.height - TABLE_WIDTH) / 2;

/** Named as Office has them; others stand in where they are missing (Carlito and Liberation Sans in LibreOffice). */
const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Calibri', cs: 'Arial' };

/**
 * The annex as a Word document: A4 landscape, a title, a sentence, and a table of six columns whose header repeats on every
 * page and whose rows stay whole. The same annex gives the same bytes.
 */
export async function annexDocx(annex: Annex, locale: Locale): Promise<Uint8Array> {
  const tag = LANGUAGE_TAGS[locale];
  const document = new Document({
    title: annex.title,
    subject: annexIntroduction(annex, locale),
    creator: 'Common Space',
    lastModifiedBy: 'Common Space',
    description: '',
    styles: {
      default: {
        document: {
          run: {
            font: FONT,
            size: 19,
            sizeComplexScript: 19,
            language: { value: tag, bidirectional: LANGUAGE_TAGS.ar },
          },
        },
        heading1: {
          run: { font: FONT, size: 32, sizeComplexScript: 32, bold: true, boldComplexScript: true, color: '0B5C63' },
          paragraph: { spacing: { after: 160 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { ...A4, orientation: PageOrientation.LANDSCAPE },
            margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN, header: 567, footer: 567 },
          },
        },
        footers: { default: new Footer({ children: [pageNumbers(locale)] }) },
        children: [
          paragraphOf(annex.title, locale, { heading: HeadingLevel.HEADING_1 }),
          paragraphOf(annexIntroduction(annex, locale), locale, { spacing: { after: 200 } }),
          annexTable(annex, locale),
        ],
      },
    ],
  });
  return repacked(await Packer.toBuffer(document), withoutChance());
}

/** "Page 1 of 7", counted by whatever shows the document. */
function pageNumbers(locale: Locale): Paragraph {
  const [page, pages] = ['{page}', '{pages}'];
  const text = translate(locale, 'reports.page-of', { page, pages });
  const runs = text.split(/(\{pages?\})/).map((piece) => {
    if (piece === page) return new TextRun({ children: [PageNumber.CURRENT] });
    return piece === pages ? new TextRun({ children: [PageNumber.TOTAL_PAGES] }) : textRun(piece, locale);
  });
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    ...(directionOf(locale) === 'rtl' && { bidirectional: true }),
    children: runs,
  });
}
