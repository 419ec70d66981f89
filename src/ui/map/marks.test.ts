import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placedMarks, placedNames } from './marks.ts';

const SIZE = { width: 2000, height: 900 };
const places = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: SIZE.width }),
      y: fc.integer({ min: 0, max: SIZE.height }),
      count: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 })),
    }),
    { maxLength: 40 },
  )
  .map((all) => all.map((place, at) => ({ ...place, code: `c${at}` })));

test('every place has one mark, and no mark leaves the map', () => {
  fc.assert(
    fc.property(places, (all) => {
      const marks = placedMarks(all, [], SIZE);
      expect([...marks.keys()].sort()).toEqual(all.map(({ code }) => code).sort());
      for (const { x, y, radius } of marks.values()) {
        expect(x - radius).toBeGreaterThanOrEqual(0);
        expect(x + radius).toBeLessThanOrEqual(SIZE.width);
        expect(y - radius).toBeGreaterThanOrEqual(0);
        expect(y + radius).toBeLessThanOrEqual(SIZE.height);
      }
    }),
  );
});

test('marks of islands close together part, keep off numbers, and one that moved points back to its place', () => {
  const islands = Array.from({ length: 8 }, (_, at) => ({ code: `i${at}`, x: 700, y: 400 + 6 * at, count: at % 3 }));
  const number = { x: 715, y: 410, radius: 14 };
  const marks = [...placedMarks(islands, [number], SIZE).values()];
  for (const [at, one] of marks.entries()) {
    for (const other of [...marks.slice(at + 1), number])
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(one.radius + other.radius);
  }
  expect(marks.some(({ from }) => from !== null)).toBe(true);
});

test('a mark where there is room stays at its place', () => {
  expect(placedMarks([{ code: 'MT', x: 300, y: 200, count: 2 }], [], SIZE).get('MT')).toMatchObject({
    x: 300,
    y: 200,
    from: null,
  });
});

test('names stand on no mark and on no other name, and within the map', () => {
  fc.assert(
    fc.property(places, (all) => {
      const marks = placedMarks(all, [], SIZE);
      const named = all.map(({ code }) => ({ code, name: `Island ${code}`, mark: marks.get(code)! }));
      const names = placedNames(named, [], SIZE);
      for (const [code, { x, side }] of names) {
        const long = `Island ${code}`.length * 13.5;
        const left = side === 'right' ? x : x - long;
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + long).toBeLessThanOrEqual(SIZE.width);
        for (const mark of marks.values()) {
          const clear =
            left >= mark.x + mark.radius ||
            left + long <= mark.x - mark.radius ||
            Math.abs(mark.y - names.get(code)!.y) >= mark.radius;
          expect(clear).toBe(true);
        }
      }
    }),
  );
});
