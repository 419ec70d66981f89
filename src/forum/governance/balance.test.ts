import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AREAS } from '#vocab/countries.ts';
import { GROUPS } from '#vocab/groups.ts';
import { apportion, balanceOf } from './balance.ts';

const MEMBERS = AREAS.filter(({ state }) => state === 'member').map(({ code }) => code);
const states = fc.subarray(AREAS.map(({ code }) => code));
const sum = (numbers: number[]) => numbers.reduce((whole, number) => whole + number, 0);

describe('The balance of a Steering Group', () => {
  test('of all members of the United Nations is even, with 193 seats', () => {
    const { seats, groups, apart } = balanceOf(MEMBERS);
    expect([seats, apart]).toEqual([193, []]);
    expect(groups.map(({ membership }) => membership)).toEqual([54, 54, 23, 33, 29]);
    expect(groups.every(({ over }) => over === 0)).toBe(true);
  });

  test('of ten seats is worked out by hand', () => {
    // Shares: 2.798, 2.798, 1.192, 1.710, 1.503. Whole parts 2, 2, 1, 1, 1; three left for .798, .798, .710.
    const { groups } = balanceOf(['DE', 'FR', 'SE', 'CH', 'CA', 'MA', 'KE', 'PH', 'BD', 'MX']);
    expect(groups.map(({ group, states: { length }, due, over }) => [group, length, due, over])).toEqual([
      ['african', 2, 3, -1],
      ['asia-pacific', 2, 3, -1],
      ['eastern-european', 0, 1, -1],
      ['grulac', 1, 2, -1],
      ['weog', 5, 1, 4],
    ]);
  });

  test('counts every seat once: what is there, what is due and what is over all add up', () => {
    fc.assert(
      fc.property(states, (members) => {
        const { seats, groups, apart } = balanceOf(members);
        expect(seats + apart.length).toBe(members.length);
        expect(sum(groups.map((group) => group.states.length))).toBe(seats);
        expect(sum(groups.map(({ due }) => due))).toBe(seats);
        expect(sum(groups.map(({ over }) => over))).toBe(0);
        expect(sum(groups.map(({ share }) => share))).toBeCloseTo(seats);
      }),
    );
  });

  test('gives each group its share to the seat above or below', () => {
    fc.assert(
      fc.property(states, (members) => {
        for (const { due, share } of balanceOf(members).groups) expect(Math.abs(due - share)).toBeLessThan(1);
      }),
    );
  });

  test('is the same in whatever order the states are named, and however often', () => {
    fc.assert(
      fc.property(
        states.chain((members) =>
          fc.tuple(fc.constant(members), fc.shuffledSubarray(members, { minLength: members.length })),
        ),
        ([members, shuffled]) => {
          expect(balanceOf([...shuffled, ...shuffled])).toEqual(balanceOf(members));
        },
      ),
    );
  });

  test('counts a state of no regional group apart, and Friends only where they are written down', () => {
    const { seats, apart, groups } = balanceOf(['VA', 'KE'], ['KE', 'MA', 'VA', 'KE']);
    expect([seats, apart]).toEqual([1, ['VA']]);
    expect(groups.find(({ group }) => group === 'african')!.friends).toBe(2);
    expect(balanceOf(['KE']).groups.every(({ friends }) => friends === null)).toBe(true);
  });
});

describe('The largest remainder', () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 500 }), { minLength: GROUPS.length, maxLength: GROUPS.length })
    .filter((all) => all.some((one) => one > 0));

  test('gives away all seats, never less than the whole part of a share nor more than one above', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), weights, (seats, all) => {
        const given = apportion(seats, new Map(GROUPS.map(({ code }, at) => [code, all[at]!])));
        expect(sum([...given.values()])).toBe(seats);
        GROUPS.forEach(({ code }, at) => {
          const share = (seats * all[at]!) / sum(all);
          expect(given.get(code)).toBeGreaterThanOrEqual(Math.floor(share + 1e-9));
          expect(given.get(code)).toBeLessThanOrEqual(Math.ceil(share - 1e-9));
        });
      }),
    );
  });

  test('does not depend on the order of the groups, even where fractions are equal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), weights, (seats, all) => {
        const entries = GROUPS.map(({ code }, at) => [code, all[at]!] as const);
        const one = apportion(seats, new Map(entries));
        const other = apportion(seats, new Map(entries.toReversed()));
        for (const { code } of GROUPS) expect(other.get(code)).toBe(one.get(code));
      }),
    );
  });

  test('reproduces the textbook case of ten seats over 47, 16, 15.8, 12, 6.1 and 3.1 per cent', () => {
    // The example of Hamilton’s method for 10 seats and votes 47000, 16000, 15800, 12000, 6100, 3100 (in encyclopaedias).
    const given = apportion(
      10,
      new Map([
        ['a', 47_000],
        ['b', 16_000],
        ['c', 15_800],
        ['d', 12_000],
        ['e', 6_100],
        ['f', 3_100],
      ]),
    );
    expect([...given.values()]).toEqual([5, 2, 1, 1, 1, 0]);
  });
});
