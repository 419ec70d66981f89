import { describe, expect, test } from 'vitest';
import { editionOn, troikaOn } from './troika.ts';

const edition = (
  number: number,
  years: number[],
  chairs: string[],
  until: string | null,
  stage: 'past' | 'current' | 'planned' = 'past',
) => ({ number, years, chairs, until, stage });

const EDITIONS = [
  edition(9, [2016], ['BD'], '2016-12-12'),
  edition(10, [2017], ['DE', 'MA'], '2017-06-30'),
  edition(11, [2018], ['DE', 'MA'], '2018-12-07'),
  edition(12, [2019], ['EC'], '2020-01-24'),
  edition(13, [2020], ['AE'], '2021-01-26', 'current'),
  edition(14, [2022, 2023], ['FR'], null, 'planned'),
];

describe('The Troika on a day', () => {
  test.each([
    ['2016-06-01', 9, [], ['BD'], ['DE', 'MA']],
    ['2018-06-01', 11, [], ['DE', 'MA'], ['EC']],
    ['2018-12-07', 11, [], ['DE', 'MA'], ['EC']],
    ['2018-12-08', 12, ['DE', 'MA'], ['EC'], ['AE']],
    ['2020-01-24', 12, ['DE', 'MA'], ['EC'], ['AE']],
    ['2020-01-25', 13, ['EC'], ['AE'], ['FR']],
    // The present edition leads until it is said to be past.
    ['2026-11-24', 13, ['EC'], ['AE'], ['FR']],
  ])('%s: edition %i, %j, %j, %j', (day, number, previous, current, next) => {
    for (const editions of [EDITIONS, EDITIONS.toReversed()])
      expect(troikaOn(editions, day)).toMatchObject({ edition: number, troika: { previous, current, next } });
  });

  test('is nobody before the first edition, and where there is none', () => {
    expect(troikaOn(EDITIONS, '2015-12-31')).toBeNull();
    expect(troikaOn([], '2020-01-01')).toBeNull();
    expect(editionOn([EDITIONS[5]!], '2023-01-01')).toBeNull();
  });

  test('an edition whose Summit has no day leads to the end of its last year', () => {
    const editions = [edition(1, [2013, 2014], ['SE'], null), edition(2, [2015], ['TR'], null)];
    expect(editionOn(editions, '2014-12-31')?.number).toBe(1);
    expect(editionOn(editions, '2015-01-01')?.number).toBe(2);
    expect(editionOn(editions, '2030-01-01')?.number).toBe(2);
  });
});
