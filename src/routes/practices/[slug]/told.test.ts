import { describe, expect, test } from 'vitest';
import { practice } from '#forum/practices/export/practices.fixture.ts';
import { translationView } from './told.ts';

const empty = { title: '', summary: '', results: '', costs: '', lessons: '', needs: '' };
const title = { ...empty, title: 'Une loi' };
const english = practice({ ...empty, title: 'A law', summary: 'What it does', language: 'en' });
const shown = (locale: 'en' | 'fr' | 'es' | 'ar', translations: typeof english.translations, query = '') =>
  translationView(
    { locale, prefix: `/${locale}` },
    new URL(`https://forum.example/${locale}/practices/a-law${query}`),
    { content: { ...english, translations }, original: query.includes('original') },
  );

describe('Who reads a practice is told', () => {
  test('nothing where it was written in the language of the reader', () => {
    expect(shown('en', { fr: title })).toBeNull();
  });

  test('that it is in English where nobody has translated it, and where it can be read', () => {
    expect(shown('ar', { fr: title }, '?version=1')).toEqual({
      text: 'لم يُترجم هذا النص إلى العربية بعد. لغة النص الأصلي: الإنجليزية.',
      turn: null,
      versions: [
        { lang: 'en', label: 'English', href: '/en/practices/a-law?version=1' },
        { lang: 'fr', label: 'Français', href: '/fr/practices/a-law?version=1' },
      ],
    });
  });

  test('which fields are translated where not all are, with the way to the original', () => {
    const view = shown('fr', { fr: title })!;
    expect(view.text).toContain('Traduction partielle\u00a0: Titre.');
    expect(view.turn!.href).toBe('/fr/practices/a-law?original=1');
  });

  test('that it is a translation where all of it is, also where a field has nothing to translate', () => {
    expect(shown('fr', { fr: { ...title, summary: 'Ce qu’elle fait' } })!.text).toContain('Vous lisez une traduction.');
  });

  test('that this is the original where she asked for it, with the way back', () => {
    const view = shown('fr', { fr: title }, '?original=1')!;
    expect(view.text).toContain('Vous lisez l’original, en anglais.');
    expect(view.turn!.href).toBe('/fr/practices/a-law');
  });
});
