import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildEngine } from './engine.ts';
import type { SearchDocument } from './search-document.ts';
import { wordsOf } from './tokens.ts';

const FACETS = ['target', 'country'] as const;
type Facet = (typeof FACETS)[number];

const document = (id: string, text: string, values: Partial<Record<Facet, string[]>>): SearchDocument<Facet> => ({
  id,
  texts: [
    { weight: 1, text, language: 'en' },
    { weight: 1, text: 'never looked at' },
  ],
  values: { target: [], country: [], ...values },
  sortKeys: {},
});
const request = { facets: FACETS, texts: 1, limit: 4 };

const CATALOGUE = [
  document('a', 'Insurance for workers abroad', { target: ['8.8', '10.7'], country: ['ID', 'AE'] }),
  document('b', 'Insurance that follows them', { target: ['8.8'], country: ['ID', 'AE'] }),
  document('c', 'Visas on line', { target: ['10.7'], country: ['GE'] }),
  document('d', 'Insurance of boats', { target: ['14.4'], country: ['PT'] }),
  ...Array.from({ length: 20 }, (_, at) => document(`z${at}`, 'Something else', { target: ['10.7'], country: ['XX'] })),
];

describe('what is like a practice', () => {
  const engine = buildEngine(FACETS, CATALOGUE);

  test('is first what shares rare values and words with it, with the reasons', () => {
    const [first, ...others] = engine.similar({ ...request, id: 'a' });
    expect(first).toEqual({ id: 'b', values: { target: ['8.8'], country: ['ID', 'AE'] }, words: ['insurance'] });
    expect(others.map(({ id }) => id)).toContain('c');
  });

  test('is nothing that shares words alone', () => {
    expect(engine.similar({ ...request, id: 'a', limit: 100 }).map(({ id }) => id)).not.toContain('d');
  });

  test('follows what changes', () => {
    const changing = buildEngine(FACETS, CATALOGUE);
    changing.put([document('b', 'Boats', { country: ['PT'] }), document('e', 'Insurance', { target: ['8.8'] })]);
    expect(changing.similar({ ...request, id: 'a' })[0]).toMatchObject({ id: 'e', words: ['insurance'] });
    expect(changing.similar({ ...request, id: 'b' })).toEqual([
      { id: 'd', values: { country: ['PT'] }, words: ['boats'] },
    ]);
  });

  test('of a practice that is not there is nothing', () => {
    expect(engine.similar({ ...request, id: 'nobody' })).toEqual([]);
  });

  test('always for reasons that are true of both, never of itself', () => {
    const text = fc.array(fc.constantFrom('fair', 'skills', 'remittances', 'card', 'cities'), { maxLength: 5 });
    const codes = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4'), { maxLength: 3 });
    const some = fc.record({ words: text, target: codes, country: codes });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 20 }), fc.nat(19), (list, cut) => {
        const documents = list.map(({ words, target, country }, at) =>
          document(String(at), words.join(' '), { target, country }),
        );
        const engine = buildEngine(FACETS, documents.slice(0, cut));
        engine.put(documents.slice(cut));
        const found = engine.similar({ ...request, id: '0' });
        expect(found.length).toBeLessThanOrEqual(4);
        for (const { id, values, words } of found) {
          expect(id).not.toBe('0');
          const both = [documents[0]!, documents[Number(id)]!];
          expect(Object.keys(values).length).toBeGreaterThan(0);
          for (const one of both) {
            for (const facet of FACETS) expect(one.values[facet]).toEqual(expect.arrayContaining(values[facet] ?? []));
            expect(wordsOf(one.texts[0]!.text)).toEqual(expect.arrayContaining(words));
          }
        }
      }),
    );
  });
});
