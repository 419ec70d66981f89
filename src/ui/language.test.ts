import { expect, test } from 'vitest';
import { inLanguage } from './language.ts';

test('the language menu keeps the page and the filters', () => {
  expect(inLanguage('fr', '/practices?goal=10&q=a')).toBe('/fr/practices?goal=10&q=a');
});

test('the home page in another language has no trailing slash', () => {
  expect(inLanguage('ar', '/')).toBe('/ar');
  expect(inLanguage('es', '/?q=')).toBe('/es?q=');
});
