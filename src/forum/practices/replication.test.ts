import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { circling } from './replication.ts';

const replications = (list: [string, string[]][]) => new Map(list);

describe('A practice taken over from itself', () => {
  test('directly, or by way of others, is found; what only leads there or comes from there is not', () => {
    const found = circling(
      replications([
        ['a', ['b']],
        ['b', ['c', 'gone']],
        ['c', ['a']],
        ['behind', ['a']],
        ['self', ['self']],
        ['c2', ['before']],
        ['before', []],
      ]),
    );
    expect([...found].sort()).toEqual(['a', 'b', 'c', 'self']);
  });

  test('is nowhere where each is taken over from earlier ones, however many', () => {
    const edges = fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 })), { maxLength: 120 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const list = Map.groupBy(
          pairs
            .filter(([one, other]) => one !== other)
            .map(([one, other]) => [Math.max(one, other), Math.min(one, other)]),
          ([later]) => String(later),
        );
        expect(
          circling(new Map([...list].map(([id, of]) => [id, of.map(([, earlier]) => String(earlier))]))).size,
        ).toBe(0);
      }),
    );
  });

  test('is found wherever a walk comes back to where it began', () => {
    const edges = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { maxLength: 25 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const of = (id: string) => pairs.filter(([one]) => String(one) === id).map(([, other]) => String(other));
        const reach = (from: string) => {
          const seen = new Set<string>();
          const walk = (id: string): void => of(id).forEach((next) => seen.has(next) || (seen.add(next), walk(next)));
          walk(from);
          return seen;
        };
        const ids = [...new Set(pairs.map(([one]) => String(one)))];
        const found = circling(new Map(ids.map((id) => [id, of(id)])));
        for (const id of ids) if (reach(id).has(id)) expect(found.has(id)).toBe(true);
        for (const id of found) expect([...reach(id)].some((other) => reach(other).has(other))).toBe(true);
      }),
    );
  });
});
