/** Stems of words, by the language of the text in which they stand. */
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { LOCALES, type Locale } from '#vocab/language.ts';
import { fold, isCode } from './tokens.ts';

const STEMMERS: Record<Locale, (word: string) => string> = { en: english, fr: french, es: spanish, ar: arabic };
/** Longer ones are no words of a language. */
const LONGEST = 40;

/** The languages that have stems. */
export const STEMMED: readonly Locale[] = LOCALES;

/**
 * The stem (Snowball) of a folded word in a language. Words are folded before they are stemmed, those asked for and those
 * found alike, so that an accent left out changes nothing. A code is its own stem.
 */
export function stemOf(word: string, language: Locale): string {
  if (isCode(word) || word.length > LONGEST) return word;
  return fold(STEMMERS[language](word)) || word;
}
