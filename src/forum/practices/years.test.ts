import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseYears, printYears, type Years } from './years.ts';

const read = (text: string) => {
  const reading = parseYears(text);
  return reading.ok ? [reading.years.start, reading.years.end, reading.years.ongoing] : 'refused';
};

describe('the dates of a practice', () => {
  test.each([
    ['Current', null, null, true],
    ['', null, null, false],
    ['   ', null, null, false],
    ['–', null, null, false],
    ['n/a', null, null, false],
    ['2017 - current', 2017, null, true],
    ['2018 – current', 2018, null, true],
    ['2016 – 2020', 2016, 2020, false],
    ['2016-2020', 2016, 2020, false],
    ['2010—2030', 2010, 2030, false],
    ['2016 − 2020', 2016, 2020, false],
    ['2018\u00a0–\u00a02021', 2018, 2021, false],
    ['2018/2021', 2018, 2021, false],
    ['2018 to 2021', 2018, 2021, false],
    ['from 2018 to 2021', 2018, 2021, false],
    ['2018 through 2021', 2018, 2021, false],
    ['2019', 2019, 2019, false],
    ['2017-', 2017, null, false],
    ['2017 –', 2017, null, false],
    ['from 2017', 2017, null, false],
    ['since 2017', 2017, null, true],
    ['Ongoing since 2017', 2017, null, true],
    ['2017 to date', 2017, null, true],
    ['2017 à ce jour', 2017, null, true],
    ['2017 to present', 2017, null, true],
    ['Current (since 2018)', 2018, null, true],
    ['until 2020', null, 2020, false],
    ['– 2020', null, 2020, false],
    ['2016 – 2020 (ongoing)', 2016, 2020, true],
    ['01/2018 – 12/2021', 2018, 2021, false],
    ['06.2018 - 03.2021', 2018, 2021, false],
    ['1.6.2018 – 31.3.2021', 2018, 2021, false],
    ['2018-06-01 – 2021-03-31', 2018, 2021, false],
    ['June 2018 - March 2021', 2018, 2021, false],
    ['1st June 2018 to 31 Dec. 2021', 2018, 2021, false],
    ['June 1, 2018', 2018, 2018, false],
    ['June – August 2018', 2018, 2018, false],
    ['May 2019', 2019, 2019, false],
    ['En cours', null, null, true],
    ['2017 – en cours', 2017, null, true],
    ['depuis 2017', 2017, null, true],
    ['de 2018 à 2021', 2018, 2021, false],
    ['juin 2018 – février 2021', 2018, 2021, false],
    ['jusqu’en 2020', null, 2020, false],
    ['Vigente', null, null, true],
    ['2017 – en curso', 2017, null, true],
    ['2017 – actual', 2017, null, true],
    ['2017 a la fecha', 2017, null, true],
    ['desde 2017 hasta la actualidad', 2017, null, true],
    ['junio de 2018 a marzo de 2021', 2018, 2021, false],
    ['جارٍ', null, null, true],
    ['حاليًا', null, null, true],
    ['٢٠١٧ – حتى الآن', 2017, null, true],
    ['٢٠١٦ - ٢٠٢٠', 2016, 2020, false],
    ['من 2018 إلى 2021', 2018, 2021, false],
    ['منذ عام ۲۰۱۷', 2017, null, true],
    ['يونيو 2018 – مارس 2021', 2018, 2021, false],
  ])('“%s” is read', (text, start, end, ongoing) => {
    expect(read(text)).toEqual([start, end, ongoing]);
  });

  test.each([
    '2016 – 20',
    '2016-20',
    '2018-06',
    '2020 – 2016',
    '1899',
    '2101',
    '20167',
    '2016 2020',
    '2016, 2018',
    '2016 – 2018 – 2020',
    'soon',
    'current 2019',
    '12',
    'May',
    'c. 2018',
    '10.7',
    'Morocco 2018',
  ])('“%s” is refused, not guessed at', (text) => {
    expect(read(text)).toBe('refused');
  });

  test('are printed as the annex prints them', () => {
    const print = (start: number | null, end: number | null, ongoing: boolean) => printYears({ start, end, ongoing });
    expect(print(null, null, true)).toBe('Current');
    expect(print(2017, null, true)).toBe('2017 – current');
    expect(print(2016, 2020, false)).toBe('2016 – 2020');
    expect(print(2019, 2019, false)).toBe('2019');
    expect(print(null, null, false)).toBe('');
  });

  test('printed and read again are the same, whatever they are', () => {
    const year = fc.option(fc.integer({ min: 1900, max: 2100 }));
    const years = fc
      .record({ start: year, end: year, ongoing: fc.boolean() })
      .filter(({ start, end }) => start === null || end === null || start <= end);
    fc.assert(
      fc.property(years, (given: Years) => {
        expect(parseYears(printYears(given))).toEqual({ ok: true, years: given });
      }),
    );
  });

  test('of any text are years in order, or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'2016 –-/current.,()موé') }), (text) => {
        const reading = parseYears(text);
        if (!reading.ok) return;
        const { start, end } = reading.years;
        for (const year of [start, end])
          if (year !== null) expect(year).toSatisfy((y: number) => y >= 1900 && y <= 2100);
        if (start !== null && end !== null) expect(start).toBeLessThanOrEqual(end);
      }),
    );
  });
});
