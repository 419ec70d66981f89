/** What a text asks for: words, "phrases", and what is -unwanted. */
import { isJoining } from './joining-words.ts';
import { isCode, isOneLetter, wordsOf } from './tokens.ts';

/** A word of a query and how it is compared with the words of a document. */
export interface QueryWord {
  word: string;
  /**
   * 'exact': itself alone; 'whole': also words of the same stem; 'begin': also words that begin with it, and where there is
   * neither the word nor one that begins with it, words one typing error away.
   */
  how: 'exact' | 'whole' | 'begin';
}

/** One way to meet a wish: all of its words, one directly after the other where it is a phrase. */
export interface Way {
  words: QueryWord[];
  phrase: boolean;
  /** How much it counts for relevance: 10 for what was typed, less for what only means the same. */
  weight: number;
}

/** What is wanted: any one of its ways will do. A wish without a way cannot be met. */
export type Wish = Way[];

export interface Query {
  /** All of them have to be met. */
  wanted: Wish[];
  /** None of them may be. */
  unwanted: Way[];
}

/** What the field knows of the words that begin at `at`: how many it has taken, and all the ways to meet them. */
export type Knowledge = (words: readonly string[], at: number) => { taken: number; ways: Way[] } | null;

export const OWN_WEIGHT = 10;
const QUOTES = /[“”„‟«»]/g;
const PIECE = /(?:(?<=^|\s)(-))?(?:"([^"]*)(?:"|$)|([^\s"]+))/gu;

/**
 * Reads a query: every word is wanted, "several words" stand together, -word and -"words" are unwanted. Codes and single
 * letters match exactly, longer words whatever begins with them. Words that only join others ("of", "y") are wanted where
 * nothing else is. Null when nothing is asked (the text is empty but for spaces); where something was typed in which there
 * is no word, a wish that nothing meets.
 */
export function parseQuery(text: string, known: Knowledge = () => null): Query | null {
  if (text.trim() === '') return null;
  const query: Query = { wanted: [], unwanted: [] };
  const joining: Wish[] = [];
  let run: string[] = [];
  const endRun = () => {
    for (const { wish, joins } of wishesOf(run, known)) (joins ? joining : query.wanted).push(wish);
    run = [];
  };
  for (const [, minus, quoted, plain] of text.replace(QUOTES, '"').matchAll(PIECE)) {
    const words = wordsOf(quoted ?? plain ?? '');
    if (words.length === 0) continue;
    if (minus === undefined && quoted === undefined) run.push(...words);
    else {
      const how = quoted === undefined ? wholeOf : exactOf;
      const way = { words: words.map(how), phrase: words.length > 1, weight: OWN_WEIGHT };
      if (minus !== undefined) query.unwanted.push(way);
      else {
        endRun();
        query.wanted.push([way]);
      }
    }
  }
  endRun();
  if (query.wanted.length === 0 && query.unwanted.length === 0) query.wanted = joining;
  query.wanted = unique(query.wanted);
  query.unwanted = unique(query.unwanted);
  if (query.wanted.length === 0 && query.unwanted.length === 0) query.wanted.push([]);
  return query;
}

function wishesOf(words: readonly string[], known: Knowledge): { wish: Wish; joins: boolean }[] {
  const wishes: { wish: Wish; joins: boolean }[] = [];
  for (let at = 0; at < words.length;) {
    const knows = known(words, at);
    const word = words[at]!;
    wishes.push({ wish: knows?.ways ?? [ownWay([word])], joins: knows === null && isJoining(word) });
    at += knows?.taken ?? 1;
  }
  return wishes;
}

/** The words as they were typed: all that ask for something, wherever they stand. */
export function ownWay(words: readonly string[]): Way {
  const asking = words.filter((word) => !isJoining(word));
  return { words: (asking.length > 0 ? asking : words).map(beginOf), phrase: false, weight: OWN_WEIGHT };
}

export const exactOf = (word: string): QueryWord => ({ word, how: 'exact' });
export const wholeOf = (word: string): QueryWord => ({ word, how: isCode(word) ? 'exact' : 'whole' });
const beginOf = (word: string): QueryWord => ({ word, how: isCode(word) || isOneLetter(word) ? 'exact' : 'begin' });

function unique<Item>(items: Item[]): Item[] {
  const seen = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...seen.values()];
}
