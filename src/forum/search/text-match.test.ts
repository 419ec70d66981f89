import { describe, expect, test } from 'vitest';
import { expansionsOf } from './expansion.ts';
import { parseQuery } from './query.ts';
import { gatherSegment } from './segment.ts';
import { textMatcher } from './text-match.ts';

/** Three documents of 6, 2 and 4 words, of 4 on average, once the title's words count twice. */
const gathered = gatherSegment([]);
const add = (id: string, texts: [weight: number, text: string][]) =>
  gathered.add({ id, texts: texts.map(([weight, text]) => ({ weight, text })), values: {}, sortKeys: {} });
add('0', [
  [2, 'Fair recruitment'],
  [1, 'recruits fairly'],
]);
add('1', [[1, 'fair pay']]);
add('2', [[2, 'Pay slips']]);
const segment = gathered.finish();
const matcher = textMatcher(segment);

function scoresOf(text: string): [document: number, score: number][] {
  const wanted = parseQuery(text)!.wanted.map((wish) =>
    wish.map((way) => ({ ...way, words: way.words.map((word) => expansionsOf(segment, word)) })),
  );
  const { documents, holding } = matcher.match({ wanted, unwanted: [] });
  const scores = matcher.score({ size: 3, averageLength: 4, holding });
  return [...documents].map((document) => [document, scores[document]!]);
}

/** BM25 by hand: rarity by the number of documents of three, then the word's weighted occurrences and the document's length. */
const bm25 = (holding: number, often: number, length: number): number =>
  (Math.log(1 + (3 - holding + 0.5) / (holding + 0.5)) * often * 2.2) / (often + 1.2 * (0.25 + (0.75 * length) / 4));

describe('the score of a document', () => {
  test('is BM25 over the weighted words', () => {
    const [[document, score] = []] = scoresOf('slips');
    expect(document).toBe(2);
    expect(score).toBeCloseTo(bm25(1, 2, 4), 12);
  });

  test('counts a word that only begins with what was typed for less', () => {
    const scores = new Map(scoresOf('fair'));
    expect(scores.get(0)).toBeCloseTo(bm25(2, 2 + 0.6, 6), 12);
    expect(scores.get(1)).toBeCloseTo(bm25(2, 1, 2), 12);
    expect(scores.size).toBe(2);
  });

  test('is the sum of what each word gives', () => {
    const [[document, score] = [], ...others] = scoresOf('pay fair');
    expect(document).toBe(1);
    expect(score).toBeCloseTo(bm25(2, 1, 2) + bm25(2, 1, 2), 12);
    expect(others).toEqual([]);
  });

  test('leaves no trace in the next', () => {
    const first = scoresOf('fair pay');
    scoresOf('"fair recruitment" slips');
    expect(scoresOf('fair pay')).toEqual(first);
  });
});
