import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isReminderDue, isStale, knownSince, monthsBefore } from './currency.ts';
import { practice } from './export/practices.fixture.ts';

const ongoing = practice({
  start: 2018,
  end: null,
  ongoing: true,
  confirmedAt: null,
  createdAt: '2026-03-01T10:00:00.000Z',
  source: { edition: null, label: '' },
});
const at = (day: string) => new Date(`${day}T10:00:00Z`);

describe('Nobody knows any more whether a practice is current', () => {
  test('twelve months after it came, to the day', () => {
    expect(isStale(ongoing, at('2027-02-28'))).toBe(false);
    expect(isStale(ongoing, at('2027-03-01'))).toBe(true);
  });

  test('twelve months after somebody last confirmed it, however long ago it came', () => {
    const confirmed = { ...ongoing, createdAt: '2020-01-01T00:00:00.000Z', confirmedAt: '2026-11-24T10:00:00.000Z' };
    expect(isStale(confirmed, new Date('2027-11-24T09:59:59Z'))).toBe(false);
    expect(isStale(confirmed, at('2027-11-24'))).toBe(true);
  });

  test('when it came with an edition of long ago: an annex imported today does not make it current', () => {
    const of2020 = { ...ongoing, source: { edition: 2020, label: 'Call for inputs' } };
    expect(knownSince(of2020).getUTCFullYear()).toBe(2020);
    expect(isStale(of2020, at('2026-03-02'))).toBe(true);
    const ofThisYear = { ...ongoing, source: { edition: 2026, label: '' } };
    expect(isStale(ofThisYear, at('2027-02-28'))).toBe(false);
  });

  test('unless it is over: what it was does not change', () => {
    expect(isStale({ ...ongoing, ongoing: false, end: 2025 }, at('2030-01-01'))).toBe(false);
    expect(isStale({ ...ongoing, ongoing: false, end: 2026 }, at('2026-12-31'))).toBe(false);
  });

  test('unless it is not published: then it is nobody’s to confirm', () => {
    for (const standing of ['withdrawn', 'archived', 'merged'] as const)
      expect(isStale({ ...ongoing, standing }, at('2030-01-01'))).toBe(false);
  });

  test('and once so, it stays so until somebody confirms it', () => {
    const day = fc.date({ min: at('2015-01-01'), max: at('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, day, fc.option(fc.integer({ min: 2007, max: 2035 })), (came, one, other, edition) => {
        const told = { ...ongoing, createdAt: came.toISOString(), source: { edition, label: '' } };
        const [earlier, later] = one < other ? [one, other] : [other, one];
        if (isStale(told, earlier)) expect(isStale(told, later)).toBe(true);
        expect(isStale({ ...told, confirmedAt: later.toISOString() }, later)).toBe(false);
      }),
    );
  });
});

test('Its owner is asked again after three months, and never before it is twelve months old', () => {
  const stale = { ...ongoing, confirmedAt: '2025-01-01T00:00:00.000Z' };
  const asked = { ...stale, remindedAt: '2026-01-10T00:00:00.000Z' };
  expect(isReminderDue(stale, new Date('2025-12-31T00:00:00Z'))).toBe(false);
  expect(isReminderDue(asked, new Date('2026-04-09T23:00:00Z'))).toBe(false);
  expect(isReminderDue(asked, new Date('2026-04-10T00:00:00Z'))).toBe(true);
});

test('Months go back to the same day, or to the last one of a shorter month', () => {
  const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
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
