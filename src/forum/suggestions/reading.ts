import type { Locale } from '#vocab/language.ts';
import { isCode, isJoining, stemOf, wordsOf } from '#forum/search/index.ts';
import type { DraftText } from './model.ts';
import { isSmall } from './small-words.ts';

/** A word that says something, and where it stands. Words that only join others, and single letters, are none. */
export interface Word {
  /** Number of its text. */
  text: number;
  /** From and to, in UTF-16 units of the text. */
  start: number;
  end: number;
  /** Folded: without case, accents, vowel signs. */
  word: string;
  stem: string;
  /**
   * Its stem with its language ("en:remittanc"), where it may tell what a text is about: it is no number, no code, and not one
   * of the words of every text. Null otherwise.
   */
  tells: string | null;
  /** Numbered through all texts: words of two texts never share one. */
  sentence: number;
  /** Nothing but space, hyphens, apostrophes, "&" and joining words stands between it and the word before. */
  joined: boolean;
  /** It begins with a capital letter. */
  capital: boolean;
}

const WORD = /[\p{L}\p{N}](?:(?!\u200b)[\p{L}\p{N}\p{M}\p{Cf}\u0640])*/gu;
/** Longer ones are no words of a language, and not worth folding. */
const LONGEST = 40;
const ENDS_SENTENCE = /[.!?؟;؛\n\r]/;
const PARTS = /[^\s\-‐‑'’ʼ&\p{M}\p{Cf}]/u;
/** The stop of "St. Lucia" ends nothing. */
const SAINT = /^(?:st|ste|sta)$/i;
const ONE_LETTER = /^\P{N}$/u;
const SHORTEST_STEM = 3;
const CAPITAL = /^\p{Lu}/u;

/**
 * Words that were read before, by language: a draft is read again and again while it grows. Hostile texts have no end of
 * words, so all is forgotten once there are too many.
 */
const KNOWN: Record<Locale, Map<string, Read | null>> = { en: new Map(), fr: new Map(), es: new Map(), ar: new Map() };
const MOST_KNOWN = 20_000;

/** The words of some texts in their order. */
export function readWords(texts: readonly DraftText[]): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  texts.forEach(({ text, language }, number) => {
    const known = KNOWN[language];
    if (known.size > MOST_KNOWN) known.clear();
    let end = 0;
    let joined = false;
    let before = '';
    sentence++;
    for (const { 0: written, index: start } of text.matchAll(WORD)) {
      const gap = text.slice(end, start);
      end = start + written.length;
      // Most gaps are one space, and say nothing.
      if (gap !== ' ' && (gap !== '. ' || !SAINT.test(before))) {
        if (ENDS_SENTENCE.test(gap)) sentence++;
        if (PARTS.test(gap)) joined = false;
      }
      before = written;
      let read = known.get(written);
      if (read === undefined) known.set(written, (read = readWord(written, language)));
      if (read === null) continue;
      const { word, stem, tells, capital } = read;
      words.push({ text: number, start, end, word, stem, tells, sentence, joined, capital });
      joined = true;
    }
  });
  return words;
}

type Read = Pick<Word, 'word' | 'stem' | 'tells' | 'capital'>;

function readWord(written: string, language: Locale): Read | null {
  if (written.length > LONGEST) return null;
  const [word] = wordsOf(written);
  if (word === undefined || joins(word, language) || ONE_LETTER.test(word)) return null;
  const stem = stemIn(word, language);
  const telling = stem.length >= SHORTEST_STEM && !isCode(word) && !isSmall(word, language);
  return { word, stem, tells: telling ? `${language}:${stem}` : null, capital: CAPITAL.test(written) };
}

/** Whether a folded word only joins others. "Sur" does in French; in Spanish it is the South. */
export function joins(word: string, language: Locale): boolean {
  return isJoining(word) && !(language === 'es' && word === 'sur');
}

/** The stem of a folded word; the spellings of English on both sides of the Atlantic have one. */
export function stemIn(word: string, language: Locale): string {
  if (language !== 'en' || isCode(word)) return stemOf(word, language);
  const british = word
    .replace(/iz(?=e|i|a)/, 'is')
    .replace(/^labor/, 'labour')
    .replace(/^program$|^programs$/, 'programme');
  return stemOf(british, language);
}
