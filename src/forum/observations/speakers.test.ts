import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AREAS, countryName } from '#vocab/countries.ts';
import { LOCALES } from '#vocab/language.ts';
import { namedSpeakers } from './speakers.ts';

const found = (text: string, people: string[] = []) => namedSpeakers(text, people).map(({ words }) => words);

describe('A text that names a country as its speaker is flagged', () => {
  test.each([
    ['Kenya said that recruitment fees should end.', 'Kenya said'],
    ['Skills should be recognised earlier, said Germany.', 'said Germany'],
    ['According to the delegate of Sri Lanka, fees fell.', 'delegate of Sri Lanka'],
    ['According to Mexico, fees fell.', 'According to Mexico'],
    ['The German delegation welcomed the pilot.', 'German delegation'],
    ['The US noted progress.', 'The US noted'],
    ['Kenya: skills should be recognised.', 'Kenya'],
    ['Ecuador, with two others of the region, stressed data.', 'Ecuador, with two others of the region, stressed'],
    ['Le Maroc a déclaré que les frais baissent.', 'Maroc a déclaré'],
    ['Les frais baissent, a souligné le délégué du Maroc.', 'délégué du Maroc'],
    ['Selon l’Allemagne, les frais baissent.', 'Selon l’Allemagne'],
    ['La délégation marocaine propose un registre.', 'délégation marocaine'],
    ['México señaló que faltan datos.', 'México señaló'],
    ['Según el Ecuador, faltan datos.', 'Según el Ecuador'],
    ['La delegada de El Salvador pidió más datos.', 'delegada de El Salvador'],
    ['قالت كينيا إن الرسوم انخفضت.', 'قالت كينيا'],
    ['وأكد مندوب المغرب أهمية البيانات.', 'مندوب المغرب'],
    ['وفقاً للإمارات العربية المتحدة انخفضت الرسوم.', 'وفقاً للإمارات العربية المتحدة'],
  ])('%s', (text, words) => {
    expect(found(text).join(' | ')).toContain(words.replace(/^The /, ''));
  });

  test('whatever the country and the language', () => {
    const said = { en: 'NAME said so.', fr: 'NAME a dit cela.', es: 'NAME dijo eso.', ar: 'قالت NAME ذلك.' };
    for (const { code } of AREAS)
      for (const locale of LOCALES) {
        const name = countryName(code, locale);
        expect(found(said[locale].replace('NAME', name)), `${code} ${locale} ${name}`).not.toEqual([]);
      }
  });
});

describe('A text in which nobody is named as its speaker is not', () => {
  test.each([
    'Several participants said that fees should end.',
    'It was said that Germany has changed its law, and that others look at it.',
    'A practice of Kenya shows how fees can be ended.',
    'Let us begin with data, one participant said.',
    'On a dit que le Maroc avait changé sa loi.',
    'Se dijo que México ha cambiado su ley.',
    'قيل إن المغرب غيّر قانونه.',
    'Corridors between Nepal and Jordan were given as an example.',
    '',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});

describe('A registered person', () => {
  const person = fc
    .tuple(fc.stringMatching(/^[A-Z][a-zé]{2,8}$/), fc.stringMatching(/^[A-Z][a-z]{3,9}$/))
    .map(([first, last]) => `${first} ${last}`);
  test('is found by the full name wherever it stands, whatever the case and the accents', () => {
    fc.assert(
      fc.property(person, fc.lorem(), fc.lorem(), (name, before, behind) => {
        const text = `${before} ${name.toUpperCase()} ${behind}`;
        const persons = namedSpeakers(text, [name]).filter(({ kind }) => kind === 'person');
        expect(persons.map(({ words }) => words)).toContain(name.toUpperCase());
      }),
    );
  });

  test('who is not named is not found, nor one whose name is a single word', () => {
    expect(found('We should mark the corridor.', ['Mark', 'Amina Odhiambo'])).toEqual([]);
    expect(found('Amina came, and Odhiambo left.', ['Amina Odhiambo'])).toEqual([]);
  });
});

test('any text is read, and what is found stands in it', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('Kenya', 'said', 'دون', 'المغرب', 'قال', ':', '. ', '\n', 'délégué', 'Ana Paz'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join(' ');
      for (const { words } of namedSpeakers(text, ['Ana Paz'])) expect(text).toContain(words);
    }),
  );
});
