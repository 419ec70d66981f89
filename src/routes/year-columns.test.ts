import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_YEARS, yearColumns } from './year-columns.ts';

const span = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);
const codes = (years: number[], thisYear: number) => yearColumns(years, thisYear).map(({ code }) => code);

describe('the columns for years', () => {
  test('are the years themselves while these can be read', () => {
    expect(codes(span(2017, 2020), 2020)).toEqual(['2017', '2018', '2019', '2020']);
    expect(codes([], 2020)).toEqual([]);
  });

  test('put years to come together, and then the earliest', () => {
    const columns = codes(span(1974, 2030), 2026);
    expect(columns.slice(0, 2)).toEqual(['1974–2006', '2007']);
    expect(columns.slice(-2)).toEqual(['2026', '2027–2030']);
    expect(codes(span(2040, 2090), 2026)).toEqual(['2040–2090']);
  });

  test('hold every year once, in its order, and are never many', () => {
    const years = fc.uniqueArray(fc.integer({ min: 1900, max: 2100 }), { maxLength: 201, size: 'max' });
    fc.assert(
      fc.property(years, fc.integer({ min: 1900, max: 2100 }), (asked, thisYear) => {
        const sorted = asked.toSorted((a, b) => a - b);
        const columns = yearColumns(sorted, thisYear);
        expect(columns.flatMap((column) => column.years)).toEqual(sorted);
        expect(columns.length).toBeLessThanOrEqual(MOST_YEARS + 2);
        expect(new Set(columns.map(({ code }) => code)).size).toBe(columns.length);
      }),
    );
  });
});
