import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCALES } from '#vocab/language.ts';
import { anyPractice, practice } from './export/practices.fixture.ts';
import { TRANSLATED } from './model.ts';
import { asWritten, readIn } from './reading.ts';

const french = { title: 'Partenariat', summary: '', results: 'Des infirmières', costs: '', lessons: '', needs: '' };
const translated = practice({ translations: { fr: french } });

test('A reader is given each text in her own language where it was translated, and as it was written where not', () => {
  const read = readIn('fr', translated);
  expect(read.title).toEqual({ text: 'Partenariat', language: 'fr' });
  expect(read.summary).toEqual({ text: translated.summary, language: 'en' });
  expect(read.translated).toEqual(['title']);
  expect(read.untranslated).toContain('summary');
  expect(readIn('es', translated).title).toEqual({ text: translated.title, language: 'en' });
});

test('A translation of what is no longer there is not shown', () => {
  expect(readIn('fr', translated).results).toEqual({ text: '', language: 'en' });
});

test('Whatever is written, a text is the original or the translation, and it is said which', () => {
  fc.assert(
    fc.property(anyPractice, fc.constantFrom(...LOCALES), (content, locale) => {
      const read = readIn(locale, content);
      for (const field of TRANSLATED) {
        const { text, language } = read[field];
        expect(text).toBe(language === content.language ? content[field] : content.translations[locale]![field]);
        expect(text === '').toBe(content[field] === '');
      }
      expect([...read.translated, ...read.untranslated].sort()).toEqual(
        TRANSLATED.filter((field) => content[field] !== '').sort(),
      );
      expect(asWritten(content).translated).toEqual([]);
    }),
  );
});
