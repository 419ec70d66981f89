import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneErrorApart, typingErrors } from './typing-errors.ts';

describe('errors of typing', () => {
  test.each([
    ['remittance', 'remitance', 1],
    ['remitance', 'remittance', 1],
    ['labour', 'labuor', 1],
    ['labour', 'lavour', 1],
    ['labour', 'labor', 1],
    ['skills', 'skill', 1],
    ['skills', 'kills', 1],
    ['labour', 'lavoru', 2],
    ['city', 'cities', 3],
    ['same', 'same', 0],
    ['', 'a', 1],
  ])('between %s and %s are %i', (one, other, errors) => {
    expect(typingErrors(one, other, 3)).toBe(errors);
    expect(typingErrors(one, other, errors - 1)).toBeNull();
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

  test('one walk along both words says the same as the whole table', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(oneErrorApart(one, other)).toBe(typingErrors(one, other, 1) !== null);
      }),
      { numRuns: 2000 },
    );
  });
});
