import { CONCEPTS } from './lexicon/concepts.ts';
import { isOrdinary } from './ordinary-words.ts';
import type { DraftText } from './model.ts';
import { type Said, saidIn } from './phrases.ts';
import { type Mention, placesIn } from './places.ts';
import { QUOTES } from './limits.ts';
import { readWords, type Word } from './reading.ts';

/** A stretch of words, from the first to the last. */
export interface Stretch {
  first: number;
  last: number;
}

/** What some texts are about. */
export interface Topics {
  words: Word[];
  /** The places they name. */
  mentions: Mention[];
  /** Where each concept of the lexicon is said, in a few of the ways in which it is. */
  concepts: ReadonlyMap<number, Stretch[]>;
  /** Everything said, as a memory takes it (memory.ts): how much each stem and concept is said, from 0 to 1, and where first. */
  said: ReadonlyMap<string, number>;
  where: ReadonlyMap<string, Stretch>;
}

/** What is said in the title counts as often as if it were said so many times. */
const TITLE = 2;
/** Said once in a short text, a concept is a subject of it; in a long one it has to come back, once in so many words. */
const SUBJECT = { always: 0.6, words: 150 };

/** What texts are about, in the words of the lexicon and in their own. */
export function topicsOf(texts: readonly DraftText[]): Topics {
  const words = readWords(texts);
  const languages = texts.map(({ language }) => language);
  const concepts = new Map<number, Stretch[]>();
  const said = new Map<string, number>();
  const where = new Map<string, Stretch>();
  for (const [concept, stretches] of byConcept(saidIn(words, languages))) {
    const times = stretches.reduce(
      (sum, { first }) => sum + (texts[words[first]!.text]!.field === 'title' ? TITLE : 1),
      0,
    );
    said.set(conceptKey(concept), Math.min(1, times / (SUBJECT.always + words.length / SUBJECT.words)));
    where.set(conceptKey(concept), stretches[0]!);
    concepts.set(concept, differing(stretches, words));
  }
  const mentions = placesIn(words, texts);
  const places = new Set(mentions.flatMap(({ first, last }) => [first, last]));
  words.forEach(({ stem, text, tells }, at) => {
    // Where something is says nothing of what it is.
    if (tells === null || isOrdinary(stem, languages[text]!) || said.has(tells) || places.has(at)) return;
    said.set(tells, 1);
    where.set(tells, { first: at, last: at });
  });
  return { words, mentions, concepts, said, where };
}

const conceptKey = (concept: number): string => `#${concept}`;

/** The places of each concept; of two that overlap, the shorter. */
function byConcept(said: readonly Said[]): Map<number, Stretch[]> {
  const concepts = new Map<number, Stretch[]>();
  for (const { concept, first, last } of said.toSorted((a, b) => a.first - b.first || a.last - b.last)) {
    const stretches = concepts.get(concept) ?? [];
    const before = stretches.at(-1);
    if (!before || first > before.last) stretches.push({ first, last });
    else if (last - first < before.last - before.first) stretches[stretches.length - 1] = { first, last };
    concepts.set(concept, stretches);
  }
  return concepts;
}

/** Of stretches those that are worded in different ways, a few. */
function differing(stretches: readonly Stretch[], words: readonly Word[]): Stretch[] {
  const ways = new Map<string, Stretch>();
  for (const stretch of stretches) {
    if (ways.size === QUOTES) break;
    const way = words
      .slice(stretch.first, stretch.last + 1)
      .map(({ word }) => word)
      .join(' ');
    if (!ways.has(way)) ways.set(way, stretch);
  }
  return [...ways.values()];
}

/** How much a concept speaks for a code where it is the subject. */
const STRENGTH = { says: 0.6, hints: 0.25 };

/** What a concept speaks for, and how much: codes of the lexicon, as `Concept` writes them. */
export const SPEAKS_FOR: readonly ReadonlyMap<string, number>[] = CONCEPTS.map(
  ({ says = '', hints = '' }) => new Map([...codesIn(hints, STRENGTH.hints), ...codesIn(says, STRENGTH.says)]),
);

function codesIn(list: string, strength: number): [string, number][] {
  return list
    .split(' ')
    .filter(Boolean)
    .map((code) => [code, strength]);
}
