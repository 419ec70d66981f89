import { wordsOf } from './tokens.ts';

/**
 * Articles, prepositions and conjunctions of the four languages: they join what is asked for and ask for nothing
 * themselves. "Salud y educación" is to find English texts too, in which there is no "y".
 */
const JOINING = new Set(
  [
    'the a an of and or in on for to with by from at',
    'le la les l un une des du de d et ou en dans pour par avec sur au aux à',
    'el la los las un una de del y e o u en para por con al a',
    'و أو في من على إلى عن مع',
  ].flatMap(wordsOf),
);

/** Whether a folded word only joins others. */
export const isJoining = (word: string): boolean => JOINING.has(word);
