import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGuarded, LEAST, showable, type Sum } from './withholding.ts';

const NOBODY = new Set<string>();
/** A group of so many respondents. */
const group = (name: string, size: number): Sum =>
  new Map(Array.from({ length: size }, (_, at) => [`${name}${at}`, 'first']));
const together = (...sums: Sum[]): Sum => new Map(sums.flatMap((sum) => [...sum]));
const shownOf = (sizes: Record<string, number>, named = NOBODY) => {
  const parts = new Map(Object.entries(sizes).map(([name, size]) => [name, group(name, size)]));
  return showable(together(...parts.values()), parts, [], named);
};

describe('what may be shown', () => {
  test('a group with five answers is shown, one with four is not', () => {
    expect(shownOf({ a: 9, b: 5, c: 4, d: 3 }).parts).toEqual(['a', 'b']);
  });
  test('where one group alone would be withheld, the smallest other is withheld with it, or the whole would give it away', () => {
    expect(shownOf({ a: 9, b: 6, c: 4 }).parts).toEqual(['a']);
  });
  test('two small groups hide each other only where they are five together', () => {
    expect(shownOf({ a: 9, b: 6, c: 2, d: 2 }).parts).toEqual(['a']);
    expect(shownOf({ a: 9, b: 6, c: 3, d: 2 }).parts).toEqual(['a', 'b']);
  });
  test('a whole of four is not shown', () => {
    expect(shownOf({ a: 4 })).toEqual({ whole: false, parts: [] });
  });
  test('who chose to be named hides nobody: the answers of a group of six with two named rest on four', () => {
    expect(shownOf({ a: 9, b: 6 }, new Set(['b0', 'b1'])).parts).toEqual([]);
    expect(shownOf({ a: 9, b: 6 }, new Set(['b0'])).parts).toEqual(['a', 'b']);
  });
  test('a late answer is not told by the difference between two counts', () => {
    const before = group('a', 9);
    const after = together(before, group('late', 1));
    expect(showable(after, new Map(), [before], NOBODY).whole).toBe(false);
    expect(showable(together(before, group('late', 5)), new Map(), [before], NOBODY).whole).toBe(true);
  });
  test('an answer that was changed is not told by the difference between two counts', () => {
    const before = group('a', 9);
    const changed = new Map([...before, ['a0', 'second']]);
    expect(showable(changed, new Map(), [before], NOBODY).whole).toBe(false);
  });
  test('a count that was shown earlier may hold back a group later: the two together would tell too much', () => {
    const [a, b] = [group('a', 6), group('b', 6)];
    const five = new Map([...a].slice(0, 5));
    expect(showable(together(a, b), new Map(Object.entries({ a, b })), [five], NOBODY).parts).toEqual([]);
  });
});

/** Rank, by another way than the code under test: exact whole numbers. */
function rank(matrix: bigint[][]): number {
  const rows = matrix.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = rows.findIndex((row, index) => index >= found && row[column] !== 0n);
    if (at < 0) continue;
    [rows[found], rows[at]] = [rows[at]!, rows[found]!];
    for (let index = found + 1; index < rows.length; index += 1) {
      const [above, below] = [rows[found]![column]!, rows[index]![column]!];
      rows[index] = rows[index]!.map((value, k) => value * above - rows[found]![k]! * below);
    }
    found += 1;
  }
  return found;
}

/**
 * Tries to work out something about a few: for each set of one to four respondents, whether some combination of what was shown cancels everybody
 * else out and does not vanish. That is so exactly when taking their columns away lowers the rank.
 */
function givesAway(sums: readonly Sum[], known: ReadonlySet<string>): string[] | null {
  const answers = [...new Set(sums.flatMap((sum) => [...sum].map((entry) => entry.join('|'))))]
    .map((entry) => entry.split('|') as [string, string])
    .filter(([respondent]) => !known.has(respondent));
  const without = (few: readonly string[]) =>
    rank(
      sums.map((sum) =>
        answers
          .filter(([respondent]) => !few.includes(respondent))
          .map(([respondent, answer]) => (sum.get(respondent) === answer ? 1n : 0n)),
      ),
    );
  const whole = without([]);
  const respondents = [...new Set(answers.map(([respondent]) => respondent))];
  const tried = (few: string[], from: number): string[] | null => {
    if (few.length > 0 && without(few) < whole) return few;
    if (few.length === LEAST - 1) return null;
    for (let next = from; next < respondents.length; next += 1) {
      const found = tried([...few, respondents[next]!], next + 1);
      if (found) return found;
    }
    return null;
  };
  return tried([], 0);
}

describe('somebody tries to work out what was withheld', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 });
  const parted = (numbers: number[]) => new Map(numbers.map((size, at) => [`g${at}-`, group(`g${at}-`, size)]));

  test('from all groups shown and the whole, knowing who is named: never about fewer than five', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (numbers, salt) => {
        const parts = parted(numbers);
        const whole = together(...parts.values());
        const named = new Set([...whole.keys()].filter((_, at) => ((salt >> (at % 16)) & 1) === 1));
        const shown = showable(whole, parts, [], named);
        const sums = [...(shown.whole ? [whole] : []), ...shown.parts.map((code) => parts.get(code)!)];
        expect(givesAway(sums, NOBODY)).toBeNull();
        expect(givesAway(sums, named)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  test('and no group is withheld that could be shown by itself beside those that are', () => {
    fc.assert(
      fc.property(sizes, (numbers) => {
        const parts = parted(numbers);
        const whole = together(...parts.values());
        const shown = showable(whole, parts, [], NOBODY);
        expect(shown.whole).toBe(whole.size >= LEAST);
        if (!shown.whole) return;
        const sums = [whole, ...shown.parts.map((code) => parts.get(code)!)];
        for (const [code, part] of parts)
          if (!shown.parts.includes(code) && part.size >= LEAST)
            expect(givesAway([...sums, part], NOBODY)).not.toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  test('from counts before and after answers came late, were changed or taken back', () => {
    const answer = fc.constantFrom(null, 'first', 'second');
    const story = fc.array(fc.tuple(fc.constantFrom('a', 'b'), answer, answer), { minLength: 8, maxLength: 16 });
    let shownTwice = 0;
    fc.assert(
      fc.property(story, (people) => {
        const at = (when: 1 | 2, of?: string): Sum =>
          new Map(
            people.flatMap((person, index) => {
              const answer = person[when];
              return answer === null || (of && person[0] !== of) ? [] : [[`r${index}`, answer] as const];
            }),
          );
        const sums: Sum[] = [];
        for (const when of [1, 2] as const) {
          const parts = new Map(['a', 'b'].map((of) => [of, at(when, of)]));
          const shown = showable(at(when), parts, sums, NOBODY);
          if (shown.whole) sums.push(at(when), ...shown.parts.map((of) => parts.get(of)!));
          if (shown.whole && when === 2) shownTwice += 1;
        }
        expect(givesAway(sums, NOBODY)).toBeNull();
      }),
      { numRuns: 60 },
    );
    expect(shownTwice).toBeGreaterThan(0);
  });

  test('and the attempt does succeed where nothing is withheld', () => {
    const parts = parted([6, 3]);
    expect(givesAway([together(...parts.values()), parts.get('g0-')!], NOBODY)).not.toBeNull();
    expect(isGuarded([together(...parts.values()), parts.get('g0-')!], NOBODY)).toBe(false);
  });
});
