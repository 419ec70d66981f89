import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutYear, LINE_WIDTH } from './year-line.ts';

const day = fc
  .integer({ min: 18_000, max: 18_900 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const entry = fc.tuple(day, day).map(([a, b]) => ({ from: a < b ? a : null, due: a < b ? b : a }));
const entries = fc
  .array(entry, { minLength: 1, maxLength: 30 })
  .map((list) => list.map((one, at) => ({ id: String(at), ...one })));

test('nothing on the line covers anything else, or stands beside the line, in either direction', () => {
  fc.assert(
    fc.property(entries, day, fc.boolean(), (list, today, rightToLeft) => {
      const { marks, today: now } = layOutYear(list, today, rightToLeft)!;
      expect(marks).toHaveLength(list.length);
      for (const { x, width } of marks) {
        expect(x).toBeGreaterThanOrEqual(-0.001);
        expect(x + width).toBeLessThanOrEqual(LINE_WIDTH + 0.001);
      }
      for (const one of marks)
        for (const other of marks)
          if (one.id < other.id && one.row === other.row)
            expect(one.x + one.width <= other.x + 0.001 || other.x + other.width <= one.x + 0.001).toBe(true);
      if (now !== null) expect(now >= 0 && now <= LINE_WIDTH).toBe(true);
    }),
  );
});

test('a year is read from left to right, and from right to left in Arabic', () => {
  const list = [
    { id: 'survey', from: null, due: '2020-01-15' },
    { id: 'summit', from: '2020-10-19', due: '2020-10-23' },
  ];
  const line = layOutYear(list, '2020-06-01', false)!;
  expect(line.months).toHaveLength(10);
  expect(line.marks[0]!.x).toBeLessThan(line.marks[1]!.x);
  const mirrored = layOutYear(list, '2020-06-01', true)!;
  expect(mirrored.marks[0]!.x).toBeGreaterThan(mirrored.marks[1]!.x);
  expect(mirrored.today! + line.today!).toBeCloseTo(LINE_WIDTH, 0);
  expect(layOutYear(list, '2031-06-01', false)!.today).toBeNull();
  expect(layOutYear([], '2020-06-01', false)).toBeNull();
});
