import { ExternalHyperlink, HeadingLevel, type Paragraph } from 'docx';
import type { Locale } from '#vocab/language.ts';
import { docxOf } from './docx.ts';
import { paragraphOf, quotedParagraph, textRun } from './docx-text.ts';
import type { RecollectedTheme, RecollectionDocument, RecollectionLine } from './recollection.ts';

/** A recollection as a Word document, upright. The same recollection gives the same bytes. */
export function recollectionDocx(document: RecollectionDocument, locale: Locale): Promise<Uint8Array> {
  return docxOf(
    { ...document, landscape: false },
    locale,
    document.themes.flatMap((theme) => paragraphsOf(theme, locale)),
  );
}

function paragraphsOf({ name, href, facts, parts }: RecollectedTheme, locale: Locale): Paragraph[] {
  const link = new ExternalHyperlink({ link: href, children: [textRun(name, locale)] });
  return [
    quotedParagraph(name, [link], locale, { heading: HeadingLevel.HEADING_2 }),
    ...facts.map((fact) => paragraphOf(fact, locale, { spacing: { after: 40 } })),
    ...parts.flatMap(({ heading, lines }) => [
      paragraphOf(heading, locale, { heading: HeadingLevel.HEADING_3 }),
      ...lines.map(lineOf),
    ]),
  ];
}

function lineOf({ text, language, href }: RecollectionLine): Paragraph {
  const run = href === null ? textRun(text, language) : textRun(text, language, { style: 'Hyperlink' });
  const child = href === null ? run : new ExternalHyperlink({ link: href, children: [run] });
  return quotedParagraph(text, [child], language, { spacing: { after: 60 } });
}
