import { ExternalHyperlink, HeadingLevel, type Paragraph } from 'docx';
import type { Locale } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { docxOf } from './docx.ts';
import { paragraphOf, quotedParagraph, textRun } from './docx-text.ts';
import type { Handout, HandoutPractice } from './handout.ts';

/** The handout as a Word document, upright. The same handout gives the same bytes. */
export function handoutDocx(handout: Handout, locale: Locale): Promise<Uint8Array> {
  const references = translate(locale, 'reports.references');
  return docxOf({ ...handout, landscape: false }, locale, [
    ...handout.practices.flatMap((practice) => paragraphsOf(practice, locale)),
    paragraphOf(references, locale, { heading: HeadingLevel.HEADING_2 }),
    ...handout.practices.map(referenceOf),
  ]);
}

function paragraphsOf(
  { title, href, facts, summary, language, summaryLanguage, told }: HandoutPractice,
  locale: Locale,
): Paragraph[] {
  const link = new ExternalHyperlink({ link: href, children: [textRun(title, language)] });
  return [
    quotedParagraph(title, [link], language, { heading: HeadingLevel.HEADING_2 }),
    ...facts.map(({ label, value }) =>
      paragraphOf(`${label} `, locale, {
        style: { bold: true, boldComplexScript: true },
        more: [textRun(value, locale)],
        spacing: { after: 40 },
      }),
    ),
    ...summary.map((line) => quotedLine(line, summaryLanguage)),
    ...told.flatMap((one) => [
      paragraphOf(one.heading, locale, { heading: HeadingLevel.HEADING_3 }),
      ...one.text.map((line) => quotedLine(line, one.language)),
    ]),
  ];
}

const quotedLine = (line: string, language: Locale): Paragraph =>
  quotedParagraph(line, [textRun(line, language)], language, { spacing: { before: 120, after: 80 } });

function referenceOf({ reference, href, referenceLanguage: language }: HandoutPractice): Paragraph {
  const link = new ExternalHyperlink({ link: href, children: [textRun(href, 'en', { style: 'Hyperlink' })] });
  return quotedParagraph(reference, [textRun(`${reference} `, language), link], language, { spacing: { after: 80 } });
}
