import type { SearchDocument, SearchRequest, SearchResult } from './engine.ts';
import { parseQuery, type QueryWord, wordsOf } from './tokens.ts';

/**
 * The same answers as the engine's, found the plain way: every document is looked at for every question. Shares nothing
 * with the engine but how text becomes words. Texts are cut into words once, so that a benchmark is not about that.
 */
export function bruteForce<F extends string>(facets: readonly F[], documents: readonly SearchDocument<F>[]) {
  const read = documents.map((document) => ({
    ...document,
    words: document.texts.flatMap(({ text, weight }) => wordsOf(text).map((word) => ({ word, weight }))),
  }));
  type Read = (typeof read)[number];

  const occurrences = (document: Read, asked: QueryWord): number =>
    sum(document.words.map(({ word, weight }) => (matches(word, asked) ? weight : 0)));
  const lengthOf = (document: Read): number => sum(document.words.map(({ weight }) => weight));
  const averageLength = sum(read.map(lengthOf)) / read.length;

  function bm25(document: Read, words: readonly { asked: QueryWord; holding: number }[]): number {
    const held = 1.2 * (1 - 0.75 + (0.75 * lengthOf(document)) / averageLength);
    return sum(
      words.map(({ asked, holding }) => {
        const rarity = Math.log(1 + (read.length - holding + 0.5) / (holding + 0.5));
        const often = occurrences(document, asked);
        return (rarity * often * (1.2 + 1)) / (often + held);
      }),
    );
  }

  function search({ text, selections, sort, offset, limit }: SearchRequest<F>): SearchResult<F> {
    const words = parseQuery(text);
    const meetsText = (document: Read): boolean =>
      words === null ||
      (words.length > 0 && words.every((asked) => document.words.some(({ word }) => matches(word, asked))));
    const meets = (document: Read, facet: F): boolean => {
      const selection = selections[facet] ?? [];
      return selection.length === 0 || selection.some((value) => document.values[facet].includes(value));
    };
    const holdingText = read.filter(meetsText);
    const hits = holdingText.filter((document) => facets.every((facet) => meets(document, facet)));

    const counts = {} as Record<F, Map<string, number>>;
    for (const facet of facets) {
      const others = facets.filter((other) => other !== facet);
      const left = holdingText.filter((document) => others.every((other) => meets(document, other)));
      const known = read.flatMap((document) => document.values[facet]);
      counts[facet] = new Map([...known, ...(selections[facet] ?? [])].map((value) => [value, 0]));
      for (const document of left) {
        for (const value of new Set(document.values[facet])) counts[facet].set(value, counts[facet].get(value)! + 1);
      }
    }

    if ('descending' in sort) hits.sort((a, b) => byKey(a, b, sort.by, sort.descending) || compare(a.id, b.id));
    else if (words !== null) {
      const rare = words.map((asked) => ({
        asked,
        holding: read.filter((document) => occurrences(document, asked) > 0).length,
      }));
      const scores = new Map(hits.map((document) => [document, bm25(document, rare)]));
      hits.sort((a, b) => scores.get(b)! - scores.get(a)! || compare(a.id, b.id));
    }
    return { total: hits.length, ids: hits.slice(offset, offset + limit).map(({ id }) => id), counts };
  }

  return { search };
}

function matches(word: string, asked: QueryWord): boolean {
  return asked.exact ? word === asked.word : word.startsWith(asked.word);
}

function byKey(a: SearchDocument<string>, b: SearchDocument<string>, by: string, descending: boolean): number {
  const one = a.sortKeys[by] ?? null;
  const other = b.sortKeys[by] ?? null;
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return descending ? compare(other, one) : compare(one, other);
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
