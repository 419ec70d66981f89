/** How a text becomes words: the same way for what is indexed and for what is asked. */

/**
 * Characters that NFKD keeps apart though readers take one for the other. The Arabic letters are those that Lucene's
 * ArabicNormalizer folds; an alef, waw or ya with a hamza or madda is one already once its mark is gone.
 */
const SAME = new Map([
  ['\u0671', '\u0627'], // alef wasla: alef
  ['\u0649', '\u064a'], // alef maksura: ya
  ['\u0629', '\u0647'], // ta marbuta: ha
  ['\u066b', '.'], // the Arabic decimal separator
  ['\u03c2', '\u03c3'], // the sigma that ends a word: sigma
  ['\u2019', "'"],
  ['\u02bc', "'"],
  ...[...'0123456789'].flatMap((digit, value): [string, string][] => [
    [String.fromCodePoint(0x0660 + value), digit],
    [String.fromCodePoint(0x06f0 + value), digit],
  ]),
]);
const FOLDED = new RegExp(`[${[...SAME.keys()].join('')}]`, 'gu');
/** Accents, tashkeel, tatweel and invisible signs (soft hyphens, joiners); not the zero-width space, which parts words. */
const DROPPED = /(?!\u200b)[\p{M}\p{Cf}\u0640]/gu;
/** What an apostrophe cuts to one letter: "l’emploi", "migrant’s". It says nothing, and would have to be found otherwise. */
const ELIDED = /(?<![\p{L}\p{N}])\p{L}'(?=\p{L})|(?<=\p{L})'\p{L}(?![\p{L}\p{N}])/gu;
/** A code ("10.7", "10.c") before a run of letters and digits. */
const WORD = /(?<![\p{L}\p{N}])\d+(?:\.\d+)*\.(?:\d+|[a-z])(?![\p{L}\p{N}])|[\p{L}\p{N}]+/gu;
const CODE = /^\d+(?:\.\d+)*(?:\.[a-z])?$/;
const ONE_LETTER = /^.$/su;

/**
 * A text with case, accents, vowel signs and forms of the same letter taken away: "Égalité" and "EGALITE" both give
 * "egalite". Folding twice is folding once. Any string will do, lone surrogates included.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(DROPPED, '')
    .replace(FOLDED, (character) => SAME.get(character) ?? character);
}

/** The words of a text in their order, folded: runs of letters and digits, and codes ("10.7", "10.c", "2030") in one piece. */
export function wordsOf(text: string): string[] {
  return fold(text).replace(ELIDED, ' ').match(WORD) ?? [];
}

/** Whether a word is a number or a code such as "10.7" or "10.c", which stands for itself alone. */
export function isCode(word: string): boolean {
  return CODE.test(word);
}

/** Whether a word is a single letter, with which too many others begin. */
export function isOneLetter(word: string): boolean {
  return ONE_LETTER.test(word);
}
