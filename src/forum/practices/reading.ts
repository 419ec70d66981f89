import type { Locale } from '#vocab/language.ts';
import { type PracticeContent, TRANSLATED, type TranslatedField } from './model.ts';

/** A text as a reader is given it, and the language it is in. */
export interface ReadText {
  text: string;
  language: Locale;
}

/** The texts of a practice as a reader is given them. */
export interface Reading extends Record<TranslatedField, ReadText> {
  /** The fields that are a translation, and those that have a text and none; an empty field is in neither. */
  translated: TranslatedField[];
  untranslated: TranslatedField[];
}

type Written = Pick<PracticeContent, TranslatedField | 'translations' | 'language'>;

/** The texts in the reader's language, each where somebody has translated it; all others as they were written. */
export function readIn(locale: Locale, content: Written): Reading {
  const translation = content.translations[locale];
  const read = (field: TranslatedField): ReadText =>
    translation && translation[field] !== '' && content[field] !== ''
      ? { text: translation[field], language: locale }
      : { text: content[field], language: content.language };
  const texts = Object.fromEntries(TRANSLATED.map((field) => [field, read(field)])) as Record<
    TranslatedField,
    ReadText
  >;
  const written = TRANSLATED.filter((field) => content[field] !== '');
  return {
    ...texts,
    translated: written.filter((field) => texts[field].language !== content.language),
    untranslated: written.filter((field) => texts[field].language === content.language),
  };
}

/** The texts as they were written. */
export function asWritten(content: Written): Reading {
  return readIn(content.language, content);
}
