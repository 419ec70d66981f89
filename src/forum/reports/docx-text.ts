import { AlignmentType, type IParagraphOptions, type IRunOptions, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { directionOf, type Locale } from '#vocab/language.ts';

/** Our languages as Word names them. */
export const LANGUAGE_TAGS: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES', ar: 'ar-SA' };

type Direction = 'ltr' | 'rtl';

/** A text in `language`, in the script's own direction. */
export function textRun(text: string, language: Locale, style: Partial<IRunOptions> = {}): TextRun {
  const tag = LANGUAGE_TAGS[language];
  const rightToLeft = ownDirection(text) === 'rtl';
  return new TextRun({
    text,
    ...(rightToLeft && { rightToLeft }),
    language: rightToLeft ? { bidirectional: tag } : { value: tag },
    ...style,
  });
}

/** A paragraph of the document itself, in the direction of its language. */
export function paragraphOf(text: string, locale: Locale, options: ParagraphOptions = {}): Paragraph {
  const { style, more = [], ...rest } = options;
  return directed(directionOf(locale), { children: [textRun(text, locale, style), ...more], ...rest });
}

/** A paragraph of a practice, in the direction of its text: an English name stays left to right in an Arabic annex. */
export function quotedParagraph(
  text: string,
  children: ParagraphChild[],
  language: Locale,
  options: Omit<ParagraphOptions, 'style' | 'more'> = {},
): Paragraph {
  return directed(ownDirection(text) ?? directionOf(language), { children, ...options });
}

/** A paragraph of codes such as "10.c", which are left to right in every language, on the side where the reader begins. */
export function codeParagraph(text: string, locale: Locale): Paragraph {
  const side = directionOf(locale) === 'rtl' ? { alignment: AlignmentType.RIGHT } : {};
  return directed('ltr', { children: [textRun(text, locale)], ...side });
}

type ParagraphOptions = Partial<Omit<IParagraphOptions, 'style' | 'children'>> & {
  style?: Partial<IRunOptions>;
  /** What follows the text in the same paragraph. */
  more?: ParagraphChild[];
};

const directed = (direction: Direction, options: IParagraphOptions): Paragraph =>
  new Paragraph({ ...(direction === 'rtl' && { bidirectional: true }), ...options });

/** Where a text runs: what its first letter says (Unicode Standard Annex 9, rules P2 and P3); undefined without a letter. */
function ownDirection(text: string): Direction | undefined {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return undefined;
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter) ? 'rtl' : 'ltr';
}
