import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { borda } from './borda.ts';
import type { Ranking } from './preferences.ts';
import { schulze } from './schulze.ts';

/** Rankings written as in the literature: how many, and the order; "AB" on one place as "(AB)". */
const rankings = (lines: Record<string, number>): Ranking[] =>
  Object.entries(lines).flatMap(([order, count]) =>
    Array<Ranking>(count).fill((order.match(/\(\w+\)|\w/g) ?? []).map((place) => [...place.replace(/[()]/g, '')])),
  );
const points = (all: readonly Ranking[], options: string[]) =>
  Object.fromEntries(borda(all, options).map(({ option, points }) => [option, points]));

describe('what is published comes out as published', () => {
  const SCHULZE_45 = { ACBED: 5, ADECB: 5, BEDAC: 8, CABED: 3, CAEBD: 7, CBADE: 2, DCEBA: 7, EBADC: 8 };

  test('Schulze, example 1 of "A new monotonic …" as in his own list of examples: 45 rankings give E, A, C, B, D', () => {
    const { places, strengths, condorcet, cycles } = schulze(rankings(SCHULZE_45), ['A', 'B', 'C', 'D', 'E']);
    expect(places).toEqual([['E'], ['A'], ['C'], ['B'], ['D']]);
    expect(condorcet).toBeNull();
    expect(cycles).toEqual([['A', 'B', 'C', 'D', 'E']]);
    const row = (from: string) =>
      ['A', 'B', 'C', 'D', 'E'].map((to) => (from === to ? '-' : strengths.get(from)!.get(to)));
    expect(['A', 'B', 'C', 'D', 'E'].map(row)).toEqual([
      ['-', 28, 28, 30, 24],
      [25, '-', 28, 33, 24],
      [25, 29, '-', 29, 24],
      [25, 28, 28, '-', 24],
      [25, 28, 28, 31, '-'],
    ]);
  });

  // Of 100: 42 Memphis, Nashville, Chattanooga, Knoxville, and so on: the capital of Tennessee, as in Wikipedia's "Borda count" and
  // "Condorcet method".
  const TENNESSEE = { MNCK: 42, NCKM: 26, CKNM: 15, KCNM: 17 };
  test('Tennessee: Borda gives Nashville 194, Chattanooga 173, Memphis 126, Knoxville 107', () => {
    expect(points(rankings(TENNESSEE), ['M', 'N', 'C', 'K'])).toEqual({ N: 194, C: 173, M: 126, K: 107 });
  });
  test('Tennessee: more prefer Nashville to each other city, and Schulze puts it first', () => {
    const { condorcet, places, cycles } = schulze(rankings(TENNESSEE), ['M', 'N', 'C', 'K']);
    expect(condorcet).toBe('N');
    expect(cycles).toEqual([]);
    expect(places).toEqual([['N'], ['C'], ['K'], ['M']]);
  });

  test('Condorcet’s circle of three equal thirds has no first: all are level, and it is said among whom', () => {
    const { places, cycles, first } = schulze(rankings({ ABC: 1, BCA: 1, CAB: 1 }), ['A', 'B', 'C']);
    expect({ places, cycles, first }).toEqual({
      places: [['A', 'B', 'C']],
      cycles: [['A', 'B', 'C']],
      first: ['A', 'B', 'C'],
    });
  });

  test('what one ranked comes before what one left out, which shares the points that remain', () => {
    expect(points(rankings({ A: 1 }), ['A', 'B', 'C', 'D'])).toEqual({ A: 3, B: 1, C: 1, D: 1 });
    expect(points(rankings({ '(AB)C': 1 }), ['A', 'B', 'C', 'D'])).toEqual({ A: 2.5, B: 2.5, C: 1, D: 0 });
    expect(schulze(rankings({ A: 1 }), ['A', 'B', 'C']).places).toEqual([['A'], ['B', 'C']]);
  });

  test('being level does not always carry over: then there are no places, only who comes before whom', () => {
    // Both put A before C; on B they differ: B is level with A and with C.
    const { places, before, first } = schulze(rankings({ ACB: 1, BAC: 1 }), ['A', 'B', 'C']);
    expect(places).toBeNull();
    expect([...before].map(([option, behind]) => [option, ...behind])).toEqual([['A', 'C'], ['B'], ['C']]);
    expect(first).toEqual(['A', 'B']);
  });
});

const OPTIONS = ['a', 'b', 'c', 'd', 'e'];
/** Any ranking of some of the options, with ties. */
const ranking: fc.Arbitrary<Ranking> = fc
  .array(fc.integer({ min: 0, max: 5 }), { minLength: OPTIONS.length, maxLength: OPTIONS.length })
  .map((places) =>
    [0, 1, 2, 3, 4]
      .map((place) => OPTIONS.filter((_, option) => places[option] === place))
      .filter((tied) => tied.length > 0),
  );
const ballots = fc.array(ranking, { maxLength: 12 });
/** Where an option stands, told without the code under test. */
const level = (one: Ranking, option: string) => {
  const at = one.findIndex((tied) => tied.includes(option));
  return at < 0 ? Infinity : at;
};
const prefer = (all: readonly Ranking[], one: string, other: string) =>
  all.filter((ballot) => level(ballot, one) < level(ballot, other)).length;

/** Schulze's definition taken literally: every simple path is tried. */
function strongestByTrying(all: readonly Ranking[], from: string, to: string, passed: string[] = [from]): number {
  return Math.max(
    0,
    ...OPTIONS.filter((next) => !passed.includes(next)).map((next) => {
      const here = passed[passed.length - 1]!;
      const votes = prefer(all, here, next);
      if (votes <= prefer(all, next, here)) return 0;
      return next === to ? votes : Math.min(votes, strongestByTrying(all, from, to, [...passed, next]));
    }),
  );
}

/** Borda by all the ways in which ties could be broken: the average of the points of plain orders. */
function bordaByOrders(one: Ranking): Record<string, number> {
  const orders = (list: string[]): string[][] =>
    list.length === 0
      ? [[]]
      : list.flatMap((first) => orders(list.filter((x) => x !== first)).map((x) => [first, ...x]));
  const fitting = orders(OPTIONS).filter((order) =>
    order.every((option, at) => order.slice(at + 1).every((later) => level(one, option) <= level(one, later))),
  );
  return Object.fromEntries(
    OPTIONS.map((option) => [
      option,
      fitting.reduce((sum, order) => sum + OPTIONS.length - 1 - order.indexOf(option), 0) / fitting.length,
    ]),
  );
}

describe('against the definitions taken literally', () => {
  test('Schulze: the strongest of all paths', () => {
    fc.assert(
      fc.property(ballots, (all) => {
        const { strengths, before } = schulze(all, OPTIONS);
        for (const from of OPTIONS)
          for (const to of OPTIONS.filter((option) => option !== from)) {
            const there = strongestByTrying(all, from, to);
            expect(strengths.get(from)!.get(to)).toBe(there);
            expect(before.get(from)!.has(to)).toBe(there > strongestByTrying(all, to, from));
          }
      }),
      { numRuns: 60 },
    );
  });

  test('Borda: the average over all orders that a ranking leaves open', () => {
    fc.assert(
      fc.property(ballots, (all) => {
        const found = points(all, OPTIONS);
        const single = all.map(bordaByOrders);
        for (const option of OPTIONS)
          expect(found[option]).toBeCloseTo(
            single.reduce((sum, one) => sum + one[option]!, 0),
            9,
          );
      }),
      { numRuns: 60 },
    );
  });
});

describe('what must hold of any rankings', () => {
  test('who is preferred to each other one comes first alone', () => {
    fc.assert(
      fc.property(ballots, (all) => {
        const preferred = OPTIONS.filter((one) =>
          OPTIONS.every((other) => one === other || prefer(all, one, other) > prefer(all, other, one)),
        );
        const { condorcet, first, places } = schulze(all, OPTIONS);
        expect(condorcet).toBe(preferred[0] ?? null);
        if (condorcet !== null) {
          expect(first).toEqual([condorcet]);
          if (places) expect(places[0]).toEqual([condorcet]);
        }
      }),
    );
  });

  test('somebody is always first, and nobody comes before themselves by any way', () => {
    fc.assert(
      fc.property(ballots, (all) => {
        const { first, before } = schulze(all, OPTIONS);
        expect(first.length).toBeGreaterThan(0);
        for (const a of OPTIONS) {
          expect(before.get(a)!.has(a)).toBe(false);
          for (const b of before.get(a)!) for (const c of before.get(b)!) expect(before.get(a)!.has(c)).toBe(true);
        }
      }),
    );
  });

  test('places are told only where they say neither more nor less than who comes before whom', () => {
    fc.assert(
      fc.property(ballots, (all) => {
        const { before, places } = schulze(all, OPTIONS);
        if (places === null) return;
        const at = (option: string) => places.findIndex((tied) => tied.includes(option));
        for (const a of OPTIONS) for (const b of OPTIONS) expect(before.get(a)!.has(b)).toBe(at(a) < at(b));
      }),
    );
  });

  test('the order in which answers came and the names of options change nothing', () => {
    const order = ballots.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.shuffledSubarray(OPTIONS, { minLength: OPTIONS.length }),
      ),
    );
    fc.assert(
      fc.property(order, ([all, shuffled, names]) => {
        const called = new Map(OPTIONS.map((option, at) => [option, names[at]!]));
        const renamed = shuffled.map((one) => one.map((tied) => tied.map((option) => called.get(option)!)));
        const [was, is] = [schulze(all, OPTIONS), schulze(renamed, OPTIONS)];
        const [pointsWere, pointsAre] = [points(all, OPTIONS), points(renamed, OPTIONS)];
        for (const a of OPTIONS) {
          expect(pointsAre[called.get(a)!]).toBe(pointsWere[a]);
          for (const b of OPTIONS)
            expect(is.before.get(called.get(a)!)!.has(called.get(b)!)).toBe(was.before.get(a)!.has(b));
        }
        expect(is.cycles.length).toBe(was.cycles.length);
      }),
    );
  });

  test('raising an option in one ranking, all else as it was, never harms it', () => {
    const raised = fc.tuple(fc.array(ranking, { minLength: 1, maxLength: 9 }), fc.constantFrom(...OPTIONS), fc.nat());
    fc.assert(
      fc.property(raised, ([all, option, which]) => {
        const at = which % all.length;
        const better = all.map((one, index) =>
          index === at ? [[option], ...one.map((tied) => tied.filter((other) => other !== option))] : one,
        );
        const [was, is] = [schulze(all, OPTIONS), schulze(better, OPTIONS)];
        expect(points(better, OPTIONS)[option]!).toBeGreaterThanOrEqual(points(all, OPTIONS)[option]!);
        if (was.first.includes(option)) expect(is.first).toContain(option);
        for (const other of was.before.get(option)!) {
          // Monotonicity of the relation (Schulze 2011, section 4.5): nobody it came before comes before it now.
          expect(is.before.get(other)!.has(option)).toBe(false);
        }
      }),
    );
  });

  test('every ranking gives away the same number of points', () => {
    fc.assert(
      fc.property(ballots, (all) => {
        const sum = borda(all, OPTIONS).reduce((total, { points }) => total + points, 0);
        expect(sum).toBe((all.length * OPTIONS.length * (OPTIONS.length - 1)) / 2);
      }),
    );
  });
});
