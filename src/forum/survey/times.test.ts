import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockIn } from './zoned.ts';
import { proposedReminders, readTimes } from './times.ts';

const now = new Date('2026-11-02T09:00:00Z');
const end = (hours: number) => new Date(now.getTime() + hours * 60 * 60_000);
const read = (hours: number, remind: string) =>
  readTimes(now, { closes: clockIn('UTC', end(hours)), zone: 'UTC', remind });

test('proposed reminders come at least a day after the invitation', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 * 90 }), (hours) => {
      for (const days of proposedReminders(now, end(hours)))
        expect(end(hours).getTime() - days * 24 * 60 * 60_000).toBeGreaterThan(end(24).getTime());
    }),
  );
  expect([21, 8.5, 5, 2.5, 1.5].map((days) => proposedReminders(now, end(days * 24)))).toEqual([
    [7, 2],
    [7, 2],
    [2],
    [1],
    [],
  ]);
});

test('the usual reminders become those that fit; others that cannot be sent are refused by name, with what would do', () => {
  expect(read(5 * 24, '7, 2')).toMatchObject({ remindDays: [2] });
  expect(read(5 * 24, '4, 1')).toMatchObject({ remindDays: [4, 1] });
  expect(read(5 * 24, '')).toMatchObject({ remindDays: [] });
  expect(read(5 * 24, '10, 6, 3')).toMatchObject({
    complaints: [{ name: 'remind', notice: { key: 'survey.remind-past', values: { list: '10, 6', fitting: '2' } } }],
  });
  expect(read(12, '3')).toMatchObject({ complaints: [{ notice: { key: 'survey.remind-past-none' } }] });
});

test('no reminder that is taken lies before the opening', () => {
  const typed = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 * 90 }), typed, (hours, days) => {
      const times = read(hours, days.join(', '));
      if ('complaints' in times) expect(days.some((day) => day * 24 >= hours)).toBe(true);
      else expect(times.remindDays.every((day) => day * 24 < hours)).toBe(true);
    }),
  );
});
