import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Locale, LOCALES } from '#vocab/language.ts';
import { NOTHING } from './model.ts';
import { whenSaid } from './years.ts';

const said = (text: string, language: Locale = 'en', already: Partial<typeof NOTHING> = {}) =>
  whenSaid([{ field: 'summary', text, language }], { ...NOTHING, ...already });

describe('The year a text begins with', () => {
  test.each([
    [
      'en',
      'The fund was launched by two ministries in March 2015.',
      '2015',
      'launched by two ministries in March 2015',
    ],
    ['en', 'Since 2012 the city has run a help desk.', '2012', 'Since 2012'],
    ['fr', 'Le dispositif, créé en 2016, accompagne les familles.', '2016', 'créé en 2016'],
    ['es', 'La ley se adoptó en 2018, y desde 2019 se aplica.', '2018', 'adoptó en 2018'],
    ['ar', 'أطلقت الوزارة المنصة في عام ٢٠١٧.', '2017', 'أطلقت الوزارة المنصة في عام ٢٠١٧'],
    ['en', 'The project (2014–2018) trained nurses.', '2014', '2014–2018'],
  ] as const)('%s: “%s”', (language, text, code, words) => {
    expect(said(text, language).start).toMatchObject([{ code, explicit: true, words: [{ words }] }]);
  });

  test('is none where a year is that of a plan or of a number, where no word says that it began, or where one is given', () => {
    expect(said('In line with the 2030 Agenda, 2015 people were trained.').start).toEqual([]);
    expect(said('It was launched. In 2016 there was a fair.').start).toEqual([]);
    expect(said('Launched in 1815.').start).toEqual([]);
    expect(said('Launched in 2015.', 'en', { start: 2014 }).start).toEqual([]);
  });
});

test('What goes on is said to, in four languages, but not where an end is known', () => {
  for (const [language, text] of [
    ['en', 'The programme is ongoing.'],
    ['fr', 'Le programme est en cours.'],
    ['es', 'El programa sigue en curso.'],
    ['ar', 'البرنامج لا يزال يعمل.'],
    ['en', 'Since 2012 the city has run a help desk.'],
  ] as const) {
    expect(said(text, language).ongoing).toMatchObject([{ code: 'yes' }]);
    expect(said(text, language, { end: 2019 }).ongoing).toEqual([]);
    expect(said(text, language, { ongoing: true }).ongoing).toEqual([]);
  }
  expect(said('The programme ended.').ongoing).toEqual([]);
});

test('Whatever is written, at most one year is found, and its words stand in the text', () => {
  const piece = fc.constantFrom(
    'since',
    '2015',
    'launched in',
    '٢٠١٧',
    'منذ',
    'depuis',
    '–',
    '. ',
    'ongoing',
    ' 20',
    'x',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom(...LOCALES), (pieces, language) => {
      const text = pieces.join(' ');
      const { start, ongoing } = said(text, language);
      expect(start.length).toBeLessThanOrEqual(1);
      for (const { code } of start) expect(code).toMatch(/^(19|20)\d\d$/);
      for (const one of [...start, ...ongoing])
        for (const { words, start: from, end } of one.words) expect(text.slice(from, end)).toBe(words);
    }),
  );
});
