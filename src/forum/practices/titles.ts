import { foldedWords, slugFrom } from '#platform/slugs.ts';

/** The title without what people write differently: case, accents, punctuation, spaces. */
export function titleKey(title: string): string {
  return foldedWords(title).join(' ');
}

/** The title as the last part of an address; "practice" where it has no letter at all. */
export function slugOf(title: string): string {
  return slugFrom(title, 'practice');
}

/**
 * Gives one free address after the other, none twice: the one that is wanted, or with the lowest number from 2 behind it that
 * is free. `taken` says of an address whether it is somebody else's already.
 */
export function slugGiver(): (wanted: string, taken: (slug: string) => boolean) => string {
  const given = new Set<string>();
  /** By address: the number to go on with, so that a thousand rows of one name are not a million looks. */
  const next = new Map<string, number>();
  return (wanted, taken) => {
    let number = next.get(wanted) ?? 1;
    let slug = number === 1 ? wanted : `${wanted}-${number}`;
    while (taken(slug) || given.has(slug)) slug = `${wanted}-${++number}`;
    next.set(wanted, number + 1);
    given.add(slug);
    return slug;
  };
}

const trigramsOf = (key: string): Set<string> => {
  const padded = `  ${key} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
};

/**
 * How alike two title keys are, from 0 to 1: Dice's coefficient of their letter trigrams. Titles that both carry numbers,
 * and not the same ("Strategy 2016-2020", "Strategy 2021-2025"), name different things, however alike their letters: 0.
 */
export function likeness(one: string, other: string): number {
  const numbers = [numbersOf(one), numbersOf(other)];
  if (numbers[0] !== numbers[1] && !numbers.includes('')) return 0;
  const a = trigramsOf(one);
  const b = trigramsOf(other);
  let shared = 0;
  for (const trigram of a) if (b.has(trigram)) shared++;
  return (2 * shared) / (a.size + b.size);
}

const numbersOf = (key: string): string => (key.match(/\p{N}+/gu) ?? []).join(' ');

/** Whether two lists of countries may mean one place: they share a country, or one of them names none. */
export function mayBeSamePlace(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((country) => other.includes(country));
}
