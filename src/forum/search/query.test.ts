import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownOf } from './knowledge.ts';
import { parseQuery, type Way } from './query.ts';

const shown = ({ words, phrase }: Way) =>
  phrase ? `"${words.map(({ word }) => word).join(' ')}"` : words.map(({ word }) => word).join(' ');
const read = (text: string) => {
  const query = parseQuery(text)!;
  return { wanted: query.wanted.map((wish) => wish.map(shown).join('|')), unwanted: query.unwanted.map(shown) };
};

describe('a query', () => {
  test('asks for each of its words once', () => {
    expect(read('Labour labour MOBILITY').wanted).toEqual(['labour', 'mobility']);
  });

  test('takes words of two letters and more as beginnings, codes and single letters as they are', () => {
    const how = parseQuery('mi 10.7 10.c 2030 b 19 5g')!.wanted.map(([way]) => way!.words[0]!.how);
    expect(how).toEqual(['begin', 'exact', 'exact', 'exact', 'exact', 'exact', 'begin']);
  });

  test.each([
    ['"fair work" now', ['"fair work"', 'now'], []],
    ['«travail décent» -law', ['"travail decent"'], ['law']],
    ['-"money transfers"', [], ['"money transfers"']],
    ['South-South', ['south'], []],
    ['salud y educación para la niñez', ['salud', 'educacion', 'ninez'], []],
    ['de la', ['de', 'la'], []],
    ['never closed "fair work', ['never', 'closed', '"fair work"'], []],
    ['- -', [''], []],
    ['""', [''], []],
  ])('%s asks for %j and not for %j', (text, wanted, unwanted) => {
    expect(read(text)).toEqual({ wanted, unwanted });
  });

  test('of nothing but spaces asks nothing', () => {
    expect(parseQuery('')).toBeNull();
    expect(parseQuery(' \u00a0\t')).toBeNull();
  });

  test('of signs alone asks for something that nothing can be', () => {
    expect(parseQuery(':-)')).toEqual({ wanted: [[]], unwanted: [] });
  });

  test('can be any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const query = parseQuery(text, knownOf);
        expect(query === null).toBe(text.trim() === '');
      }),
    );
  });
});

describe('the field knows', () => {
  const waysOf = (text: string) => parseQuery(text, knownOf)!.wanted.map((wish) => wish.map(shown));

  test.each([
    ['SDG 10', 'sdg10'],
    ['sdg 10.7', 'sdg10x7'],
    ['Goal 8', 'sdg8'],
    ['ODD 10.c', 'sdg10xc'],
    ['objetivo 17', 'sdg17'],
    ['الهدف ١٠', 'sdg10'],
    ['GCM 20', 'gcm20'],
    ['PMM 5', 'gcm5'],
  ])('%s for a code', (text, code) => {
    expect(waysOf(text)).toEqual([[code]]);
  });

  test.each(['SDG 18', 'goal 2030', 'GCM 24', 'sdg'])('that %s is none', (text) => {
    expect(waysOf(text).flat().join()).not.toMatch(/sdg\d|gcm\d/);
  });

  test.each([
    ['money transfers', 'remittances'],
    ['money transfer', 'remittances'],
    ['envois de fonds', 'remittances'],
    ['envio de dinero', 'remittances'],
    ['التحويلات المالية', 'remittances'],
    ['remittance', '"money transfers"'],
    ['sans-papiers', '"irregular migration"'],
    ['villes', 'cities'],
  ])('%s for what is also called %s', (text, other) => {
    const [ways, ...others] = waysOf(text);
    expect(others).toEqual([]);
    expect(ways).toContain(other);
  });

  test('nothing of the words between', () => {
    expect(waysOf('zebra money transfers stripe').map(([own]) => own)).toEqual(['zebra', 'money transfers', 'stripe']);
  });
});
