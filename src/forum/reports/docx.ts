import {
  AlignmentType,
  Document,
  type FileChild,
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
import { withoutChance } from './docx-bytes.ts';
import { TABLE_WIDTH } from './docx-table.ts';
import { LANGUAGE_TAGS, paragraphOf, textRun } from './docx-text.ts';

/** A4, upright, in twentieths of a point; the landscape page has the two the other way round. */
const A4 = { width: 11906, height: 16838 };
const MARGIN = (A4.height - TABLE_WIDTH) / 2;
const UPRIGHT_MARGIN = 1247;

/** Named as Office has them; others stand in where they are missing (Carlito and Liberation Sans in LibreOffice). */
const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Calibri', cs: 'Arial' };

/** What stands above a document's body. */
export interface DocxHead {
  title: string;
  /** A paragraph each. */
  introduction: string[];
  landscape: boolean;
}

/**
 * A Word document on A4: its title, its introduction, its body, and the numbers of its pages. The same words give the same
 * bytes.
 */
export async function docxOf(head: DocxHead, locale: Locale, body: FileChild[]): Promise<Uint8Array> {
  const tag = LANGUAGE_TAGS[locale];
  const margin = head.landscape ? MARGIN : UPRIGHT_MARGIN;
  const document = new Document({
    title: head.title,
    subject: head.introduction.join(' '),
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
        heading2: {
          run: { font: FONT, size: 26, sizeComplexScript: 26, bold: true, boldComplexScript: true, color: '0B5C63' },
          paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
        },
        heading3: {
          run: { font: FONT, size: 22, sizeComplexScript: 22, bold: true, boldComplexScript: true, color: '0B5C63' },
          paragraph: { spacing: { before: 200, after: 60 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { ...A4, ...(head.landscape && { orientation: PageOrientation.LANDSCAPE }) },
            margin: { top: margin, right: margin, bottom: margin, left: margin, header: 567, footer: 567 },
          },
        },
        footers: { default: new Footer({ children: [pageNumbers(locale)] }) },
        children: [
          paragraphOf(head.title, locale, { heading: HeadingLevel.HEADING_1 }),
          ...head.introduction.map((sentence) => paragraphOf(sentence, locale, { spacing: { after: 200 } })),
          ...body,
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
