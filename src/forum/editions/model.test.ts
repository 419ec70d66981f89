import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '#vocab/language.ts';
import { emptyEdition, formOfEdition, readEdition, readYears } from './form.ts';
import { troikaOf } from './model.ts';
import { isDay } from './typed.ts';

describe('The Troika', () => {
  const states = fc.uniqueArray(fc.constantFrom('BE', 'PH', 'DE', 'MA', 'EC', 'AE'), { minLength: 1, maxLength: 3 });
  const history = fc
    .array(states, { minLength: 1, maxLength: 12 })
    .map((chairs) => chairs.map((one, at) => ({ number: at + 1, chairs: one })));

  test('names no state twice, and leaves out none that chairs the edition before, the present one or the next', () => {
    fc.assert(
      fc.property(history, fc.nat(), (editions, at) => {
        const number = (at % editions.length) + 1;
        const { previous, current, next } = troikaOf(editions, number);
        const named = [...previous, ...current, ...next];
        expect(new Set(named).size).toBe(named.length);
        const chairing = editions.filter((one) => Math.abs(one.number - number) <= 1).flatMap((one) => one.chairs);
        expect(new Set(named)).toEqual(new Set(chairing));
        expect(current).toEqual(editions[number - 1]!.chairs);
      }),
    );
  });

  test('does not depend on the order in which editions are given', () => {
    fc.assert(
      fc.property(history, fc.nat(), (editions, at) => {
        const number = (at % editions.length) + 1;
        expect(troikaOf(editions.toReversed(), number)).toEqual(troikaOf(editions, number));
      }),
    );
  });
});

describe('What is typed of an edition', () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 30 });
  const texts = fc.record(Object.fromEntries(LOCALES.map((locale) => [locale, line])) as Record<'en', typeof line>);
  const source = fc.record({ label: line, url: fc.constantFrom('', 'https://www.gfmd.org/', 'gfmd.org') });
  const typed = fc.record({
    number: fc.oneof(fc.integer({ min: 1, max: 999 }).map(String), fc.constantFrom('', '0', 'one', '1000')),
    years: fc.constantFrom('2019', '2013, 2014', '2013–2014', '', 'next year', '2019, 2025'),
    chairs: fc.array(fc.constantFrom('DE', 'ma', '', 'ZZ'), { maxLength: 3 }),
    theme: texts,
    outcome: texts,
    from: fc.constantFrom('', '2020-01-20', '2020-02-30', 'soon'),
    until: fc.constantFrom('', '2020-01-24', '2019-01-01'),
    innovations: fc.array(fc.record({ text: texts, source }), { maxLength: 2 }),
    subThemes: fc.array(
      fc.record({ title: texts, themes: fc.array(fc.constantFrom('education', 'nothing', ''), { maxLength: 2 }) }),
      { maxLength: 2 },
    ),
  });

  test('reads the same again once it was read, and is else refused by the name of a field', () => {
    fc.assert(
      fc.property(typed, (form) => {
        const read = readEdition({ ...emptyEdition(), ...(form as object) });
        if ('complaints' in read) expect(read.complaints.every(({ name }) => name !== '')).toBe(true);
        else expect(readEdition(formOfEdition(read))).toEqual(read);
      }),
    );
  });

  test.each([
    ['2019', [2019]],
    ['2014, 2013', [2013, 2014]],
    [' 2013–2014 ', [2013, 2014]],
    ['2013، 2014', [2013, 2014]],
    ['2017 2018', [2017, 2018]],
    ['2017, 2019', null],
    ['19', null],
    ['', null],
    ['2019a', null],
    ['2010 2011 2012 2013', null],
  ])('the years “%s” are %j', (text, years) => {
    expect(readYears(text)).toEqual(years);
  });

  test('what cannot be kept is named by its row and language', () => {
    const read = readEdition({
      ...emptyEdition(),
      number: '14',
      years: '2022',
      chairs: ['FR'],
      subThemes: [
        { title: { en: '', fr: '', es: '', ar: '' }, themes: ['education'] },
        { title: { en: 'x'.repeat(301), fr: '', es: '', ar: '' }, themes: ['no-theme'] },
      ],
      sources: [{ label: 'Report', url: 'javascript:alert(1)' }],
      until: '2022-01-01',
    });
    expect('complaints' in read && read.complaints.map(({ name }) => name)).toEqual([
      'from',
      'subThemes.0.title.en',
      'subThemes.1.title.en',
      'subThemes.1.themes',
      'sources.0.url',
    ]);
  });

  test('a day is one of the calendar', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true }), (date) =>
        isDay(date.toISOString().slice(0, 10)),
      ),
    );
    for (const text of ['2020-02-30', '2020-13-01', '20-01-01', '2020-1-1', '2020-01-20T10:00', ''])
      expect(isDay(text)).toBe(false);
  });
});
