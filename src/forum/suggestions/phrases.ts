import type { Locale } from '#vocab/language.ts';
import { wordsOf } from '#forum/search/index.ts';
import { CONCEPTS } from './lexicon/concepts.ts';
import { joins, stemIn, type Word } from './reading.ts';

/** A place in the words where a concept is said: the first and the last of its words. */
export interface Said {
  concept: number;
  first: number;
  last: number;
}

/** A phrase as it is looked for: from the word that is rarest in the lexicon, and what has to stand near it. */
interface Phrase {
  concept: number;
  others: ReadonlySet<string>[];
}

/** How many words besides those of the phrase may stand between them. */
const SLACK = 1;

const phrases: Record<Locale, ReadonlyMap<string, Phrase[]>> = {
  en: compiled('en'),
  fr: compiled('fr'),
  es: compiled('es'),
  ar: compiled('ar'),
};

function compiled(locale: Locale): Map<string, Phrase[]> {
  const all = CONCEPTS.flatMap((concept, number) =>
    concept[locale].split('|').map((phrase) => ({ concept: number, slots: slotsOf(phrase, locale) })),
  );
  const often = new Map<string, number>();
  for (const { slots } of all)
    for (const stem of slots.flatMap((slot) => [...slot])) often.set(stem, (often.get(stem) ?? 0) + 1);
  const frequency = (slot: ReadonlySet<string>) => Math.max(...[...slot].map((stem) => often.get(stem)!));
  const byAnchor = new Map<string, Phrase[]>();
  for (const { concept, slots } of all) {
    const [anchor, ...others] = slots.toSorted((a, b) => frequency(a) - frequency(b));
    for (const stem of anchor!) byAnchor.set(stem, [...(byAnchor.get(stem) ?? []), { concept, others }]);
  }
  return byAnchor;
}

/** The places of a phrase: for each the stems of the words that may stand there. */
function slotsOf(phrase: string, locale: Locale): ReadonlySet<string>[] {
  return phrase
    .split(' ')
    .flatMap((slot) => (slot.includes('/') ? [slot.split('/').flatMap(wordsOf)] : wordsOf(slot).map((word) => [word])))
    .map((slot) => new Set(slot.filter((word) => !joins(word, locale)).map((word) => keyOf(word, phrase, locale))))
    .filter(({ size }) => size > 0);
}

/** A word marked with "=" stands for itself alone: the stem of "cooperatives" is that of "cooperation". */
function keyOf(word: string, phrase: string, locale: Locale): string {
  return phrase.includes('=') ? `=${word}` : stemIn(word, locale);
}

/** Every place where a concept of the lexicon is said, each concept once at each word; the languages are those of the texts. */
export function saidIn(words: readonly Word[], languages: readonly Locale[]): Said[] {
  const said: Said[] = [];
  words.forEach(({ word, stem, text }, at) => {
    const known = phrases[languages[text]!];
    const from = said.length;
    for (const list of [known.get(stem), known.get(`=${word}`)]) {
      for (const { concept, others } of list ?? []) {
        const places = placesNear(words, at, others);
        if (places === null) continue;
        const found = { concept, first: Math.min(at, ...places), last: Math.max(at, ...places) };
        const before = placeOf(concept, said, from);
        if (before < 0) said.push(found);
        else if (found.last - found.first > said[before]!.last - said[before]!.first) said[before] = found;
      }
    }
  });
  return said;
}

/** The place from `from` on at which a concept is said; -1 where it is not. */
function placeOf(concept: number, said: readonly Said[], from: number): number {
  for (let at = from; at < said.length; at++) if (said[at]!.concept === concept) return at;
  return -1;
}

/** Where the other words of a phrase stand, each nearest to the anchor; null where one is not near, in the same sentence. */
function placesNear(words: readonly Word[], at: number, others: readonly ReadonlySet<string>[]): number[] | null {
  if (others.length === 0) return ALONE;
  const places: number[] = [];
  const { sentence } = words[at]!;
  const reach = others.length + SLACK;
  const isOne = (near: number, slot: ReadonlySet<string>): boolean => {
    const word = words[near];
    return word !== undefined && word.sentence === sentence && slot.has(word.stem) && !places.includes(near);
  };
  for (const slot of others) {
    let step = 1;
    while (step <= reach && !isOne(at + step, slot) && !isOne(at - step, slot)) step++;
    if (step > reach) return null;
    places.push(isOne(at + step, slot) ? at + step : at - step);
  }
  return places;
}

const ALONE: number[] = [];
