import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edition } from '#forum/editions/index.ts';
import { byRecurrence, type Recurrence, recurrenceOf, tally } from './model.ts';

describe('The recurrence of a theme', () => {
  const edition = fc.record({ chosen: fc.boolean(), sessions: fc.nat(4), current: fc.boolean() });
  const made = (list: { chosen: boolean; sessions: number }[]): Recurrence => {
    const editions = list.map(({ chosen }, at) => ({
      id: String(at),
      number: at + 1,
      stage: at === list.length - 1 ? 'current' : 'past',
      subThemes: [{ title: {}, themes: chosen ? ['health', 'x'] : ['x'] }],
    })) as unknown as Edition[];
    return recurrenceOf('health', editions, (id) => list[Number(id)]!.sessions);
  };

  test('counts each edition once, and is new only where nobody took it up before the present one', () => {
    fc.assert(
      fc.property(fc.array(edition, { maxLength: 15 }), (list) => {
        const { chosen, takenUp, sessions, isNew, first, occurrences } = made(list);
        const up = list.map((one, at) => ({ ...one, at })).filter((one) => one.chosen || one.sessions > 0);
        expect(occurrences.length).toBe(list.length);
        expect([chosen, takenUp]).toEqual([list.filter((one) => one.chosen).length, up.length]);
        expect(sessions).toBe(list.reduce((sum, one) => sum + one.sessions, 0));
        expect(first?.number ?? null).toBe(up.length > 0 ? up[0]!.at + 1 : null);
        expect(isNew).toBe(up.length > 0 && up[0]!.at === list.length - 1);
      }),
    );
  });

  test('orders themes so that none stands before one that came back more often, and loses none', () => {
    fc.assert(
      fc.property(fc.array(fc.array(edition, { minLength: 5, maxLength: 5 }), { maxLength: 10 }), (lists) => {
        const sorted = byRecurrence(lists.map(made));
        expect(sorted.length).toBe(lists.length);
        for (const [at, one] of sorted.entries()) expect(one.chosen).toBeLessThanOrEqual(sorted[at - 1]?.chosen ?? 99);
      }),
    );
  });

  test('codes are counted over practices and sessions, a code twice in one session once', () => {
    const counted = tally(
      new Map([
        ['8.8', 2],
        ['1.1', 0],
      ]),
      [['8.8', '8.8'], ['10.7']],
      (a, b) => a.localeCompare(b),
    );
    expect(counted).toEqual([
      { code: '8.8', practices: 2, sessions: 1 },
      { code: '10.7', practices: 0, sessions: 1 },
    ]);
  });
});
