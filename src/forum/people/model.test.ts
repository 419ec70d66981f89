import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, endedOn, handedOver, type RoleTerm, ROLES, rolesOn, runsOn, scopeOf } from './model.ts';

const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }).map(dayOf);
const term: fc.Arbitrary<RoleTerm> = fc
  .record({ role: fc.constantFrom(...ROLES), of: fc.constantFrom(null, 'KE', 'MA'), a: day, b: fc.option(day) })
  .map(({ role, of, a, b }) => ({ role, of, from: b !== null && b < a ? b : a, until: b !== null && b < a ? a : b }));

describe('A role held for a time', () => {
  const kenya: RoleTerm = { role: 'focal-point', of: 'KE', from: '2024-03-01', until: '2026-09-01' };

  test.each([
    ['2024-02-29', false],
    ['2024-03-01', true],
    ['2026-08-31', true],
    ['2026-09-01', false],
  ])('from 1 March 2024 until 1 September 2026: on %s it is held: %s', (on, held) =>
    expect(runsOn(kenya, on)).toBe(held),
  );

  test('is held exactly on the days of one of its terms, and told once', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 6 }), day, (terms, on) => {
        const held = rolesOn(terms, on);
        for (const { role, of } of held)
          expect(terms.some((one) => one.role === role && one.of === of && runsOn(one, on))).toBe(true);
        for (const one of terms.filter((each) => runsOn(each, on)))
          expect(held.filter(({ role, of }) => role === one.role && of === one.of)).toHaveLength(1);
      }),
    );
  });

  test('that was ended is held on no later day, and on earlier ones as before', () => {
    fc.assert(
      fc.property(term, day, day, (one, end, on) => {
        const ended = endedOn(one, end);
        expect(runsOn(ended, on)).toBe(runsOn(one, on) && on < end);
        expect(ended.until! >= ended.from).toBe(true);
      }),
    );
  });

  test('that is handed over is held by exactly one of the two on every day from then on', () => {
    fc.assert(
      fc.property(term, day, day, (one, on, later) => {
        const { ended, begun } = handedOver(one, on);
        expect([begun.role, begun.of]).toEqual([one.role, one.of]);
        if (later >= on) expect([runsOn(ended, later), runsOn(begun, later)]).toEqual([false, true]);
        else expect([runsOn(ended, later), runsOn(begun, later)]).toEqual([runsOn(one, later), false]);
      }),
    );
  });

  test('is of one state for a focal point, of one mechanism for its coordinator', () => {
    expect(scopeOf('focal-point')).toEqual({ kind: 'state', needed: true });
    expect(scopeOf('mechanism-coordinator')).toEqual({ kind: 'mechanism', needed: true });
    expect(scopeOf('chair')).toBeNull();
  });
});
