import type { Crossing } from './cross-count.ts';
import type { CrossRequest, Selected, SearchRequest, SearchResult } from './engine.ts';
import type { Query, QueryWord, Way } from './query.ts';
import type { SearchDocument } from './search-document.ts';
import { stemOf } from './stems.ts';
import { LOCALES } from '#vocab/language.ts';
import { wordsOf } from './tokens.ts';
import { typingErrors } from './typing-errors.ts';

/**
 * The same answers as the engine's, found the plain way: every document is looked at for every question. Shares nothing
 * with the engine but how texts and queries become words and stems. Texts are cut into words once, so that a benchmark is
 * not about that.
 */
export function bruteForce<F extends string>(facets: readonly F[], documents: readonly SearchDocument<F>[]) {
  interface Token {
    word: string;
    language: string;
    stem: string | null;
    weight: number;
  }
  const read = documents.map((document) => ({
    ...document,
    texts: document.texts.map(({ text, weight, language = '' }) =>
      wordsOf(text).map((word): Token => {
        const known = LOCALES.find((locale) => locale === language);
        return { word, language, stem: known ? stemOf(word, known) : null, weight };
      }),
    ),
  }));
  type Read = (typeof read)[number];
  const all = read.map((document) => document.texts.flat());
  const tokensOf = new Map(read.map((document, at) => [document, all[at]!]));
  const lengths = new Map(read.map((document, at) => [document, sum(all[at]!.map(({ weight }) => weight))]));
  const averageLength = sum([...lengths.values()]) / read.length;

  const known = Object.fromEntries(
    facets.map((facet) => [facet, new Set(documents.flatMap(({ values }) => values[facet]))]),
  ) as unknown as Record<F, Set<string>>;

  /** How much a token counts for a word, in tenths; one with which no token begins may be misspelt by one error. */
  function meaningOf({ word, how }: QueryWord): (token: Token) => number {
    const stems = new Map<string, string>(LOCALES.map((locale) => [locale, stemOf(word, locale)]));
    const plain = (token: Token): number => {
      if (token.word === word) return 10;
      if (how === 'exact') return 0;
      if (token.stem !== null && token.stem === stems.get(token.language)) return 9;
      return how === 'begin' && token.word.startsWith(word) ? 6 : 0;
    };
    if (how !== 'begin' || word.length < 5 || !/^\p{L}+$/u.test(word)) return plain;
    if (all.some((tokens) => tokens.some((token) => token.word.startsWith(word)))) return plain;
    return (token) => plain(token) || (typingErrors(token.word, word, 1) === null ? 0 : 5);
  }

  const oftenIn = (document: Read, { words, phrase, weight }: Way, meanings: ((token: Token) => number)[]): number => {
    const stands = (text: Token[]): boolean =>
      text.some((_, at) => meanings.every((meaning, place) => text[at + place] && meaning(text[at + place]!) > 0));
    if (phrase && !document.texts.some(stands)) return 0;
    const counted = words.map((_, at) =>
      sum(tokensOf.get(document)!.map((token) => token.weight * meanings[at]!(token))),
    );
    return Math.min(...counted) * weight;
  };

  function matched(query: Query) {
    const read_ = (way: Way) => ({ way, meanings: way.words.map(meaningOf) });
    const wanted = query.wanted.map((wish) => wish.map(read_));
    const unwanted = query.unwanted.map(read_);
    const often = new Map(
      read.map((document) => [
        document,
        wanted.map((wish) => sum(wish.map(({ way, meanings }) => oftenIn(document, way, meanings)))),
      ]),
    );
    const holding = wanted.map((_, wish) => read.filter((document) => often.get(document)![wish]! > 0).length);
    const hits = read.filter(
      (document) =>
        often.get(document)!.every((times) => times > 0) &&
        !unwanted.some(({ way, meanings }) => oftenIn(document, way, meanings) > 0),
    );
    const scoreOf = (document: Read): number => {
      const held = 1 - 0.75 + (0.75 * lengths.get(document)!) / averageLength;
      return sum(
        often.get(document)!.map((parts, wish) => {
          const rarity = Math.log(1 + (read.length - holding[wish]! + 0.5) / (holding[wish]! + 0.5));
          return (rarity * (parts / 100) * (1.2 + 1)) / (parts / 100 + 1.2 * held);
        }),
      );
    };
    return { hits, scores: new Map(hits.map((document) => [document, scoreOf(document)])) };
  }

  const meeting =
    ({ selections }: Selected<F>) =>
    (document: Read, facet: F): boolean => {
      const selection = selections[facet] ?? [];
      return selection.length === 0 || selection.some((value) => document.values[facet].includes(value));
    };

  function cross({ rows, columns, columnOf, ...selected }: CrossRequest<F>): Crossing {
    const hits = (selected.query === null ? read : matched(selected.query).hits).filter((document) =>
      facets.every((facet) => meeting(selected)(document, facet)),
    );
    const crossing: Crossing = { total: hits.length, placed: 0, rows: new Map(), columns: new Map(), pairs: new Map() };
    const more = (sums: Map<string, number>, name: string) => sums.set(name, (sums.get(name) ?? 0) + 1);
    for (const { values } of hits) {
      const across = new Set(values[columns].map(columnOf));
      if (across.size > 0) crossing.placed++;
      for (const column of across) more(crossing.columns, column);
      for (const row of new Set(values[rows])) {
        more(crossing.rows, row);
        const pairs = crossing.pairs.get(row) ?? new Map<string, number>();
        crossing.pairs.set(row, pairs);
        for (const column of across) more(pairs, column);
      }
    }
    return crossing;
  }

  function search({ query, selections, sort, offset, limit }: SearchRequest<F>): SearchResult<F> {
    const text = query === null ? { hits: read, scores: null } : matched(query);
    const meets = meeting({ query, selections });
    const hits = text.hits.filter((document) => facets.every((facet) => meets(document, facet)));

    const counts = {} as Record<F, Map<string, number>>;
    for (const facet of facets)
      counts[facet] = new Map([...known[facet], ...(selections[facet] ?? [])].map((value) => [value, 0]));
    for (const document of text.hits) {
      const failed = facets.filter((facet) => !meets(document, facet));
      // A facet counts what all the others leave.
      for (const facet of facets.filter((one) => failed.every((other) => other === one))) {
        for (const value of new Set(document.values[facet])) counts[facet].set(value, counts[facet].get(value)! + 1);
      }
    }

    const { scores } = text;
    hits.sort(
      (a, b) =>
        ('descending' in sort
          ? byKey(a, b, sort.by, sort.descending)
          : scores === null
            ? 0
            : scores.get(b)! - scores.get(a)!) || compare(a.id, b.id),
    );
    return { total: hits.length, ids: hits.slice(offset, offset + limit).map(({ id }) => id), counts };
  }

  return { search, cross };
}

function byKey(
  a: { sortKeys: SearchDocument<string>['sortKeys'] },
  b: { sortKeys: SearchDocument<string>['sortKeys'] },
  by: string,
  descending: boolean,
): number {
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
