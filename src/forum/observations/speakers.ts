import { ADJECTIVES_OF_COUNTRIES } from '#vocab/country-adjectives.ts';
import { PLACE_NAMES } from '#vocab/place-names.ts';
import { fold } from '#forum/search/index.ts';
import { ACCORDING, SAYING, SPEAKERS, THAT } from './speech-words.ts';

/** Words of a text that may tell who spoke. */
export interface NamedSpeaker {
  kind: 'country' | 'person';
  /** As they stand in the text, with the words that make them a speaker. */
  words: string;
}

/** A word of a sentence: as it stands, folded, and where. */
interface Word {
  written: string;
  folded: string;
  start: number;
  end: number;
}

/** A name that stands in a sentence: the numbers of its first and its last word. */
interface Found {
  first: number;
  last: number;
}

/** How many words may stand between whoever speaks and the verb: "Germany, with two other countries of the region, said". */
const NEAR = 8;
/** And between a speaker's office and the country: "the delegate of the Republic of Kenya". */
const BESIDE = 4;

/** "Saint Kitts and Nevis": names are compared without it. */
const AND: ReadonlySet<string> = new Set(['and', 'et', 'y', 'e', 'و']);

const NAMES = new Map<string, string[][]>();
const ADJECTIVES = new Map<string, string[][]>();
for (const [key, { kind }] of PLACE_NAMES) if (kind === 'country') keep(NAMES, key);
for (const { forms } of ADJECTIVES_OF_COUNTRIES) for (const form of forms) keep(ADJECTIVES, form);

function keep(names: Map<string, string[][]>, name: string): void {
  const words = wordsIn(name.replaceAll('&', ' '))
    .map(({ folded }) => (folded === 'st' ? 'saint' : folded))
    .filter((word) => !AND.has(word));
  const [first] = words;
  if (first !== undefined && first.length > 1) names.set(first, [...(names.get(first) ?? []), words]);
}

/**
 * Where a text may tell who spoke (PRODUCT.md, rule 9): a country that stands as the one who says something ("Kenya said", "a déclaré le
 * délégué du Kenya", "según Kenia", "قال مندوب كينيا", "Kenya: …"), in any of the four languages; and anybody of `people` by their full name, who have no place
 * in an observation whatever they did. It asks rather too often than too seldom: a person decides. The same words are given once.
 */
export function namedSpeakers(text: string, people: readonly string[]): NamedSpeaker[] {
  const persons = new Map<string, string[][]>();
  // One word alone, "Mark", is a word of the language too often.
  for (const name of people) if (wordsIn(name).length > 1) keep(persons, name);
  const found = text
    .split(/(?<=[.!?؟。])\s+|[\n\r;؛]+/u)
    .flatMap((sentence) => [...countriesSpeaking(sentence), ...personsIn(sentence, persons)]);
  return [...new Map(found.map((one) => [`${one.kind} ${one.words}`, one])).values()];
}

function personsIn(sentence: string, persons: Map<string, string[][]>): NamedSpeaker[] {
  const words = wordsIn(sentence);
  return words.flatMap((_, at): NamedSpeaker[] => {
    const found = nameAt(words, at, persons);
    return found ? [{ kind: 'person', words: quoted(sentence, words, found) }] : [];
  });
}

function countriesSpeaking(sentence: string): NamedSpeaker[] {
  const words = wordsIn(sentence);
  const speaking: NamedSpeaker[] = [];
  for (let at = 0; at < words.length; at++) {
    const name = nameAt(words, at, NAMES);
    const country = name && isWrittenAsName(words, name) ? name : null;
    const found = country ?? nameAt(words, at, ADJECTIVES);
    if (!found) continue;
    const sign =
      officeBeside(words, found) ??
      (country && (verbNear(words, country) ?? opensTheSentence(sentence, words, country)));
    if (sign) speaking.push({ kind: 'country', words: quoted(sentence, words, sign) });
    at = found.last;
  }
  return speaking;
}

/** "The delegate of Kenya", "la délégation marocaine", "German officials": whoever speaks for a country, whatever they do. */
function officeBeside(words: readonly Word[], { first, last }: Found): Found | null {
  for (let at = Math.max(0, first - BESIDE); at <= Math.min(words.length - 1, last + 2); at++)
    if ((at < first || at > last) && SPEAKERS.has(bare(words[at]!.folded)))
      return { first: Math.min(first, at), last: Math.max(last, at) };
  return null;
}

/** A verb of saying behind the country, or before it with nothing between that begins what was said; or "according to". */
function verbNear(words: readonly Word[], { first, last }: Found): Found | null {
  for (let at = last + 1; at <= Math.min(words.length - 1, last + NEAR); at++) {
    if (THAT.has(words[at]!.folded)) break;
    if (SAYING.has(bare(words[at]!.folded))) return { first, last: at };
  }
  for (let at = first - 1; at >= Math.max(0, first - NEAR); at--) {
    if (THAT.has(words[at]!.folded)) break;
    if (isSource(words, at) || (SAYING.has(bare(words[at]!.folded)) && isSubject(words, at, first)))
      return { first: at, last };
  }
  return null;
}

/** Whether a country behind a verb is its subject: next to it, or with an article between. "Participants asked for help from Kenya" has another. */
function isSubject(words: readonly Word[], verb: number, name: number): boolean {
  return words.slice(verb + 1, name).every(({ folded }) => folded.length <= 3);
}

const isSource = (words: readonly Word[], at: number): boolean =>
  ACCORDING.some((phrase) => phrase.every((word, step) => words[at + step]?.folded === word));

/** "Kenya: skills should be recognised", "Kenya – …". */
function opensTheSentence(sentence: string, words: readonly Word[], { first, last }: Found): Found | null {
  return first <= 1 && /^\s*\)?\s*(?::|–|—|«|“|")/u.test(sentence.slice(words[last]!.end)) ? { first, last } : null;
}

/** The name whose words begin here; the longest of them. */
function nameAt(words: readonly Word[], at: number, names: Map<string, string[][]>): Found | null {
  const here = formsOf(words[at]!.folded).flatMap((form) => names.get(form) ?? []);
  const lasts = here.flatMap((name) => lastWordOf(words, at, name) ?? []);
  return lasts.length > 0 ? { first: at, last: Math.max(...lasts) } : null;
}

/** Where a name ends whose first word stands here; null where it is another. */
function lastWordOf(words: readonly Word[], first: number, name: readonly string[]): number | null {
  let at = first;
  for (const word of name.slice(1)) {
    do at++;
    while (AND.has(words[at]?.folded ?? ''));
    if (words[at]?.folded !== word) return null;
  }
  return at;
}

/** A word as it is, and in Arabic without what is written together with it: "and", "in", "for", and the article that "for" swallows. */
function formsOf(word: string): string[] {
  if (!ARABIC.test(word)) return [word === 'st' ? 'saint' : word];
  const rest = /^[وفبكل]{1,2}(?=.{3})/u.exec(word)?.[0] ?? '';
  const without = Array.from({ length: rest.length }, (_, at) => word.slice(at + 1));
  return [word, ...without, ...without.filter((one) => one.startsWith('ل')).map((one) => `ا${one}`)].flatMap((one) =>
    one.startsWith('ال') ? [one, one.slice(2)] : [one],
  );
}

const ARABIC = /\p{Script=Arabic}/u;

/** An Arabic word without "and" before and the article. */
const bare = (word: string): string => (ARABIC.test(word) ? word.replace(/^[وف]?(?:ال)?(?=.{3})/u, '') : word);

/** Names have a capital letter where the script has any, abbreviations nothing else: "us" is no country. */
function isWrittenAsName(words: readonly Word[], { first, last }: Found): boolean {
  const { written } = words[first]!;
  if (first === last && written.length <= 3 && /\p{Script=Latin}/u.test(written))
    return written === written.toUpperCase();
  return !/^\p{Ll}/u.test(written);
}

const quoted = (sentence: string, words: readonly Word[], { first, last }: Found): string =>
  sentence.slice(words[first]!.start, words[last]!.end);

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}\u0640]+/gu)].map(({ 0: written, index }) => ({
    written,
    folded: fold(written),
    start: index,
    end: index + written.length,
  }));
}
