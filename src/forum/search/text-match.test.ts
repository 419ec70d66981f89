import { describe, expect, test } from 'vitest';
import { gatherPostings } from './postings.ts';
import { textMatcher } from './text-match.ts';
import { parseQuery } from './tokens.ts';

/** Three documents of 6, 2 and 4 words, of 4 on average, once the title's words count twice. */
const postings = gatherPostings();
postings.add([
  { weight: 2, text: 'Fair recruitment' },
  { weight: 1, text: 'recruits fairly' },
]);
postings.add([{ weight: 1, text: 'fair pay' }]);
postings.add([{ weight: 2, text: 'Pay slips' }]);
const match = textMatcher(postings.finish());

function scoresOf(text: string): [document: number, score: number][] {
  const { documents, scores } = match(parseQuery(text) ?? []);
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

  test('takes all words with the same beginning for one', () => {
    const scores = new Map(scoresOf('fair'));
    expect(scores.get(0)).toBeCloseTo(bm25(2, 3, 6), 12);
    expect(scores.get(1)).toBeCloseTo(bm25(2, 1, 2), 12);
    expect(scores.size).toBe(2);
  });

  test('is the sum of what each word gives', () => {
    const [[document, score] = [], ...others] = scoresOf('pay fair');
    expect(document).toBe(1);
    expect(score).toBeCloseTo(bm25(2, 1, 2) + bm25(2, 1, 2), 12);
    expect(others).toEqual([]);
  });
});
