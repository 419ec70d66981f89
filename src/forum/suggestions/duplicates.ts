import { mayBeSamePlace, type Practice } from '#forum/practices/index.ts';
import type { Neighbour } from './memory.ts';
import type { Duplicate } from './model.ts';
import { pointerTo, type Quoter } from './quotes.ts';
import type { Topics } from './topics.ts';

/** A practice that is like a draft in its title or in its words. */
export interface Like {
  practice: Practice;
  alike: number;
  titleIsAlike: boolean;
  /** What both say, the most telling first (memory.ts). */
  shared: readonly string[];
}

/** From this share of the words of the shorter of the two on, texts are alike. Two of the 42 practices are below 0.4. */
const ALIKE = 0.5;
/** Fewer words than these are in each other's texts by chance. */
const FEWEST_WORDS = 12;
const DUPLICATES = 5;

/** The neighbours whose words are much the same as those of a draft, in what may be the same place. */
export function likeInWords(
  said: Topics['said'],
  neighbours: readonly Neighbour[],
  countries: readonly string[],
): Like[] {
  const own = stemsIn(said);
  if (own.size < FEWEST_WORDS) return [];
  return neighbours.flatMap(({ practice, says, shared }) => {
    const theirs = stemsIn(says);
    if (theirs.size < FEWEST_WORDS || !mayBeSamePlace(practice.countries, countries)) return [];
    const both = [...own].filter((thing) => theirs.has(thing)).length;
    const alike = both / Math.min(own.size, theirs.size);
    return alike < ALIKE ? [] : [{ practice, alike, titleIsAlike: false, shared }];
  });
}

const isStem = (thing: string) => !thing.startsWith('#');
const stemsIn = (said: Topics['said']) => new Set([...said.keys()].filter(isStem));

/** What is alike, each practice once, the likest first. */
export function duplicatesAmong(
  likes: readonly Like[],
  countries: readonly string[],
  { where }: Topics,
  quote: Quoter,
): Duplicate[] {
  const byId = new Map<string, Like>();
  for (const like of likes) {
    const before = byId.get(like.practice.id);
    const both = before && {
      alike: Math.max(before.alike, like.alike),
      titleIsAlike: before.titleIsAlike || like.titleIsAlike,
    };
    byId.set(like.practice.id, { ...like, ...both });
  }
  return [...byId.values()]
    .sort((a, b) => b.alike - a.alike || (a.practice.id < b.practice.id ? -1 : 1))
    .slice(0, DUPLICATES)
    .map(({ practice, alike, titleIsAlike, shared }) => ({
      ...pointerTo(practice),
      alike,
      titleIsAlike,
      words: quote(shared.filter(isStem).map((thing) => where.get(thing)!)),
      countries: practice.countries.filter((code) => countries.includes(code)),
    }));
}
