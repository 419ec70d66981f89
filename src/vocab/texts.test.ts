import { expect, test } from 'vitest';
import { isWritten, textIn } from './texts.ts';

test('a reader is given a text in their language, else in English, else as there is one', () => {
  expect(textIn({ en: 'Work', fr: 'Travail' }, 'fr')).toEqual({ text: 'Travail', language: 'fr' });
  expect(textIn({ en: 'Work', fr: '' }, 'fr')).toEqual({ text: 'Work', language: 'en' });
  expect(textIn({ ar: 'عمل' }, 'fr')).toEqual({ text: 'عمل', language: 'ar' });
  expect(textIn({}, 'es')).toEqual({ text: '', language: 'es' });
  expect([isWritten({ en: '' }), isWritten({ ar: 'عمل' })]).toEqual([false, true]);
});
