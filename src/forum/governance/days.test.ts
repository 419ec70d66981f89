import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayBefore, firstDayOf, isInOrder, lastDayOf, overlap, readRoughDay, readWholeDay, takesIn } from './days.ts';

const wholeDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const roughDay = fc.tuple(wholeDay, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length));
const span = fc.record({ from: roughDay, last: fc.option(roughDay) }).filter((one) => isInOrder(one));

describe('A day as far as it is known', () => {
  test.each(['2009', '2020-02', '2020-02-29', ' 2018-12-05 '])('“%s” is read', (text) => {
    expect(readRoughDay(text)).toBe(text.trim());
  });

  test.each(['', '20', '2019-02-29', '2018-13', '2018-00', '2018-6-1', '01/06/2018', '1899', '2200', '2018-06-01T00'])(
    '“%s” is refused',
    (text) => {
      expect(readRoughDay(text)).toBeNull();
    },
  );

  test('a page is asked for a whole day', () => {
    expect(readWholeDay('2018-06-01')).toBe('2018-06-01');
    expect(readWholeDay('2018-06')).toBeNull();
  });

  test('means every day from its first to its last, and none beside them', () => {
    expect([firstDayOf('2020-02'), lastDayOf('2020-02')]).toEqual(['2020-02-01', '2020-02-29']);
    expect([firstDayOf('2009'), lastDayOf('2009')]).toEqual(['2009-01-01', '2009-12-31']);
    fc.assert(
      fc.property(roughDay, wholeDay, (rough, day) => {
        expect(firstDayOf(rough) <= day && day <= lastDayOf(rough)).toBe(day.startsWith(rough));
      }),
    );
  });

  test('is in the calendar, whatever it is read from', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readRoughDay(text);
        if (read !== null) expect(Number.isNaN(Date.parse(firstDayOf(read)))).toBe(false);
      }),
    );
  });
});

describe('Two times', () => {
  test('overlap where there is a day in both, and only there', () => {
    fc.assert(
      fc.property(span, span, (one, other) => {
        // If any day is in both, then the later of the two first days is.
        const later = [firstDayOf(one.from), firstDayOf(other.from)].sort()[1]!;
        expect(overlap(one, other)).toBe(takesIn(one, later) && takesIn(other, later));
        expect(overlap(one, other)).toBe(overlap(other, one));
      }),
    );
  });

  test('do not overlap where one ends the day before the other begins', () => {
    fc.assert(
      fc.property(wholeDay, (day) => {
        expect(overlap({ from: '1900', last: dayBefore(day) }, { from: day, last: null })).toBe(false);
        expect(overlap({ from: '1900', last: day }, { from: day, last: null })).toBe(true);
      }),
    );
  });
});
