import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isReminderDue, isStale, monthsBefore } from './currency.ts';

const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const said = (confirmedAt: string | null, updatedAt = '2020-01-01T00:00:00Z') =>
  ({ standing: 'published', confirmedAt, updatedAt, remindedAt: null }) as const;

describe('A practice', () => {
  test('is taken to be current for twelve months after it was confirmed', () => {
    expect(isStale(said('2025-03-08T10:00:00Z'), new Date('2026-03-08T09:59:59Z'))).toBe(false);
    expect(isStale(said('2025-03-08T10:00:00Z'), new Date('2026-03-08T10:00:00Z'))).toBe(true);
  });

  test('that nobody confirmed counts from when it was last changed', () => {
    expect(isStale(said(null, '2025-01-01T00:00:00Z'), new Date('2025-12-31T00:00:00Z'))).toBe(false);
    expect(isStale(said(null, '2025-01-01T00:00:00Z'), new Date('2026-01-01T00:00:00Z'))).toBe(true);
  });

  test('that is not published is nobody’s to confirm', () => {
    for (const standing of ['withdrawn', 'archived', 'merged'] as const)
      expect(isStale({ ...said(null), standing }, new Date('2030-01-01'))).toBe(false);
  });

  test('is asked about again after three months, and never before it is twelve months old', () => {
    const stale = said('2025-01-01T00:00:00Z');
    const asked = { ...stale, remindedAt: '2026-01-10T00:00:00.000Z' };
    expect(isReminderDue(stale, new Date('2025-12-31T00:00:00Z'))).toBe(false);
    expect(isReminderDue(asked, new Date('2026-04-09T23:00:00Z'))).toBe(false);
    expect(isReminderDue(asked, new Date('2026-04-10T00:00:00Z'))).toBe(true);
  });
});

test('Months go back to the same day, or to the last one of a shorter month', () => {
  expect(monthsBefore(new Date('2026-03-31T10:00:00Z'), 1)).toEqual(new Date('2026-02-28T10:00:00Z'));
  expect(monthsBefore(new Date('2024-02-29T10:00:00Z'), 12)).toEqual(new Date('2023-02-28T10:00:00Z'));
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 40 }), (now, months) => {
      const before = monthsBefore(now, months);
      const apart = (now.getUTCFullYear() - before.getUTCFullYear()) * 12 + now.getUTCMonth() - before.getUTCMonth();
      expect(apart).toBe(months);
      expect(before.toISOString().slice(10)).toBe(now.toISOString().slice(10));
      expect(before.getUTCDate()).toBeLessThanOrEqual(now.getUTCDate());
    }),
  );
});
