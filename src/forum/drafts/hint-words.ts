import type { Locale } from '#vocab/language.ts';

/**
 * Words that a curator looks at twice, by language, as patterns of whole words. Written without accents and in small letters: texts
 * are held against them in that form. What only looks like one is left out beside it: "best practice", "guichet unique".
 */
export const LOOKED_AT: Record<'non-binding' | 'balanced', Record<Locale, readonly string[]>> = {
  // The Forum is voluntary and without commitment: a practice tells what is done, not what a state is bound to.
  'non-binding': {
    en: [
      'vot(?:e|es|ed|ing)',
      'decisions?(?![- ]mak(?:ing|ers?))',
      'pledg(?:e|es|ed|ing)',
      'commit(?:s|ted|ting|ments?)?',
      'undertakes? to',
      '(?<!non-|not )binding',
    ],
    fr: [
      'vot(?:e|es|ent|er)',
      '(?<!prises? de )decisions?',
      'engagements?',
      "s'engag(?:e|ent|er)(?= a )",
      'promesses?',
      '(?<!non )contraignante?s?',
    ],
    es: [
      'vot(?:o|os|ar|aron|acion|aciones)',
      '(?<!tomas? de )decision(?:es)?',
      'compromisos?',
      'se compromet(?:e|en|io|ieron)',
      'promesas?',
      '(?<!no )vinculantes?',
    ],
    ar: [
      'تصويت',
      '(?<!(?:صنع|اتخاذ) (?:ال)?)قرار(?:ات)?',
      'تعهد(?:ات|ت)?',
      'التزام(?:ات)?',
      'تلتزم',
      '(?<!غير (?:ال)?)ملزمة?',
    ],
  },
  // Praise persuades nobody: what came of it does.
  balanced: {
    en: [
      'best(?![- ](?:practices?|interests?))',
      'unique',
      'world[- ]class',
      'world[- ]leading',
      'cutting[- ]edge',
      'state[- ]of[- ]the[- ]art',
      'ground[- ]?breaking',
      'game[- ]chang(?:er|ers|ing)',
      'revolutionary',
      'unprecedented',
      'unparalleled',
      'unrivalled',
      'outstanding',
      'exceptional(?:ly)?',
      'most successful',
    ],
    fr: [
      'l[ea]s? meilleure?s?(?! (?:pratiques?|interets?))',
      '(?<!guichets? )uniques?',
      'exceptionnel(?:le)?s?',
      'revolutionnaires?',
      'inegalee?s?',
      'incomparables?',
      'sans precedent',
      'de pointe',
      'de classe mondiale',
      'remarquables?',
    ],
    es: [
      '(?:el|la|los|las) mejor(?:es)?(?! (?:practicas?|interes))',
      '(?<!ventanillas? )unic[oa]s?',
      'excepcional(?:es)?',
      'revolucionari[oa]s?',
      'inigualables?',
      'sin precedentes?',
      'de vanguardia',
      'de clase mundial',
      'extraordinari[oa]s?',
    ],
    ar: [
      '(?:ال)?افضل(?! الممارسات| ممارسات)',
      'فريدة?',
      'غير مسبوقة?',
      'استثنائية?',
      'ثورية?',
      'لا مثيل له[ام]?',
      'الاول(?:ى)? من نوعه[ا]?',
    ],
  },
};

/** What an Arabic word may begin with that is written on to it: and, so, by, to, as, the. */
export const ARABIC_BEFORE = '[وف]?[بلك]?(?:ال)?';
