import type { Locale } from '#vocab/language.ts';

/**
 * A thing people say in the field, and what it speaks for. `says` and `hints` are codes parted by spaces: an SDG goal or
 * target as it is ("10", "10.c"), an objective of the Global Compact with a g ("g20"), a theme by its code. What a concept
 * says is its very subject; what it hints at often goes with it, and needs more than that to be suggested.
 *
 * Phrases of a language are parted by "|"; the words of a phrase stand near one another in one sentence, in any order, and
 * "recognised/recognition" is either word. Case, accents, endings and joining words ("of", "des") do not count.
 */
export interface Concept extends Readonly<Record<Locale, string>> {
  says?: string;
  hints?: string;
}
