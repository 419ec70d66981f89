import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, wordsOf } from './tokens.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

describe('words of a text', () => {
  test.each([
    ['Égalité des CHANCES', ['egalite', 'des', 'chances']],
    ['Türkiye, Perú & Côte d’Ivoire', ['turkiye', 'peru', 'cote', 'ivoire']],
    ["l’emploi, l'emploi, the migrant’s rights", ['emploi', 'emploi', 'the', 'migrant', 'rights']],
    ['co-ope\u00adration\u00a0project', ['co', 'operation', 'project']],
    ['ﬁnance', ['finance']],
    ['ΟΔΟΣ', ['οδοσ']],
    ['', []],
    [' … — !', []],
  ])('%j reads %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test.each([
    ['SDG 10.7, 8.8 and 10.c.', ['sdg', '10.7', '8.8', 'and', '10.c']],
    ['10.C & 17.18', ['10.c', '17.18']],
    ['the 2030 Agenda. 4. 8, 2016–2020', ['the', '2030', 'agenda', '4', '8', '2016', '2020']],
    ['in 2030.The', ['in', '2030', 'the']],
    ['COVID-19 and 5G', ['covid', '19', 'and', '5g']],
  ])('codes stay in one piece: %j reads %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test.each([
    ['الهِجْرَة', 'الهجره', 'vowel signs and the two ways to end a feminine noun'],
    ['أإآٱ', 'اااا', 'every alef'],
    ['مستشفى', 'مستشفي', 'alef maksura and ya'],
    ['هجـــرة', 'هجره', 'a stretched word'],
    ['٢٠٣٠', '2030', 'Arabic digits'],
    ['١٠٫٧', '10.7', 'a code in Arabic digits'],
  ])('in Arabic %s reads %s: %s', (text, word) => {
    expect(wordsOf(text)).toEqual([word]);
  });

  test('folding twice is folding once, for any text', () => {
    fc.assert(fc.property(anyText, (text) => fold(fold(text)) === fold(text)));
  });

  test('a word of a text is one word by itself, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of wordsOf(text)) expect(wordsOf(word)).toEqual([word]);
      }),
    );
  });
});
