import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cityName, cityNames } from './cities.ts';
import { LOCALES } from './language.ts';
import { CITY_LABELS } from './place-data/city-labels.ts';

describe('A city', () => {
  test.each([
    ['Geneva', 'fr', 'Genève'],
    ['Genève', 'es', 'Ginebra'],
    ['geneve', 'ar', 'جنيف'],
    ['Marrakech', 'en', 'Marrakesh'],
    ['Port-Louis', 'en', 'Port Louis'],
    ['United Nations, New York', 'fr', 'Nations Unies, New York'],
    ['United Nations, New York', 'ar', 'الأمم المتحدة، نيويورك'],
    ['Palais des Nations, Geneva', 'es', 'Palais des Nations, Ginebra'],
  ] as const)('written “%s” is told in %s as “%s”', (written, locale, told) => {
    expect(cityName(written, locale)).toBe(told);
  });

  test('that we do not know stays as it was written, to the letter', () => {
    for (const written of ['Cuenca', 'Riohacha ,  La Guajira', '', ', ,'])
      expect(cityName(written, 'ar')).toBe(written);
    const known = new RegExp(CITY_LABELS.flatMap((label) => Object.values(label)).join('|'), 'iu');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...LOCALES), (written, locale) => {
        if (!known.test(written.normalize('NFKD'))) expect(cityName(written, locale)).toBe(written);
      }),
    );
  });

  test('has one name a language, whichever it was written in', () => {
    for (const label of CITY_LABELS)
      for (const written of LOCALES)
        for (const locale of LOCALES) expect(cityName(label[written], locale)).toBe(label[locale]);
  });

  test('is looked for by each of its names', () => {
    expect(cityNames('Brussels')).toEqual(['Brussels', 'Bruxelles', 'Bruselas', 'بروكسل']);
    expect(cityNames('Cuenca')).toEqual(['Cuenca']);
    expect(cityNames('')).toEqual([]);
  });
});
