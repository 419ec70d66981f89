import { expect, test } from 'vitest';
import { AREAS, isCountry } from './countries.ts';
import { ADJECTIVES_OF_COUNTRIES } from './country-adjectives.ts';
import { LOCALES } from './language.ts';

const formsOf = (code: string, language: string) =>
  ADJECTIVES_OF_COUNTRIES.filter((one) => one.code === code && one.language === language).flatMap(({ forms }) => forms);

test('are those of countries that exist, and every member state has one in most of the four languages', () => {
  expect(ADJECTIVES_OF_COUNTRIES.filter(({ code }) => !isCountry(code))).toEqual([]);
  const without = AREAS.filter(({ state }) => state === 'member').filter(
    ({ code }) => LOCALES.filter((language) => formsOf(code, language).length > 0).length < 2,
  );
  // Saint Kitts and Nevis has none in use; that of the Marshall Islands and the like is missing in Arabic alone.
  expect(without.map(({ code }) => code)).toEqual(['FM', 'KN', 'NR']);
});

test.each([
  ['KE', 'fr', ['kényan', 'kényans', 'kényane', 'kényanes']],
  ['TN', 'fr', ['tunisien', 'tunisiens', 'tunisienne', 'tunisiennes']],
  ['FR', 'fr', ['français', 'française', 'françaises']],
  ['TR', 'fr', ['turc', 'turcs', 'turque', 'turques']],
  ['BE', 'fr', ['belge', 'belges']],
  ['JP', 'es', ['japonés', 'japoneses', 'japonesa', 'japonesas']],
  ['DE', 'es', ['alemán', 'alemanes', 'alemana', 'alemanas']],
  ['ES', 'es', ['español', 'españoles', 'española', 'españolas']],
  ['MA', 'es', ['marroquí', 'marroquíes', 'marroquís']],
  ['CA', 'es', ['canadiense', 'canadienses']],
  ['CN', 'en', ['chinese']],
  ['KE', 'en', ['kenyan', 'kenyans']],
  ['KE', 'ar', ['كيني', 'كينيون', 'كينيين', 'كينيات', 'كينية']],
])('%s in %s: %j', (code, language, forms) => {
  expect(formsOf(code, language)).toEqual(forms);
});
