import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildEngine, type SearchDocument, type SearchRequest } from './engine.ts';
import { bruteForce } from './oracle.test-support.ts';

const FACETS = ['target', 'country', 'kind'] as const;
type Facet = (typeof FACETS)[number];

function practice(
  id: string,
  title: string,
  values: Partial<Record<Facet, string[]>> = {},
  more: { summary?: string; start?: number | null } = {},
): SearchDocument<Facet> {
  return {
    id,
    texts: [
      { weight: 4, text: title },
      { weight: 1, text: more.summary ?? '' },
    ],
    values: { target: [], country: [], kind: [], ...values },
    sortKeys: { name: title.toLowerCase(), start: more.start ?? null },
  };
}

const ask = (request: Partial<SearchRequest<Facet>>): SearchRequest<Facet> => ({
  text: '',
  selections: {},
  sort: { by: 'relevance' },
  offset: 0,
  limit: 20,
  ...request,
});

const CATALOGUE = [
  practice('d', 'Triple Win', { target: ['10.7', '8.8'], country: ['DE', 'PH'], kind: ['programme'] }, { start: 2013 }),
  practice('b', 'Égalité au travail', { target: ['8.8'], country: ['FR'], kind: ['law'] }, { start: 2018 }),
  practice('c', 'Migration data portal', { target: ['17.18'], country: ['DE'], kind: ['tool'] }),
  practice(
    'a',
    'Equal pay',
    { target: ['8.8', '10.7'], country: ['FR'] },
    { start: 2013, summary: 'For 10.7. Work, migration, law' },
  ),
];
const engine = buildEngine(FACETS, CATALOGUE);
const found = (request: Partial<SearchRequest<Facet>>) => engine.search(ask(request)).ids;

describe('selecting', () => {
  test('nothing gives the whole catalogue in the order it was given', () => {
    expect(found({})).toEqual(['d', 'b', 'c', 'a']);
  });

  test('two values of one facet give the practices that carry either', () => {
    expect(found({ selections: { kind: ['law', 'tool'] } })).toEqual(['b', 'c']);
  });

  test('values of two facets give the practices that carry both', () => {
    expect(found({ selections: { target: ['8.8'], country: ['DE'] } })).toEqual(['d']);
  });

  test('a chosen target leaves the other targets with the numbers they would give', () => {
    const { total, counts } = engine.search(ask({ selections: { target: ['10.7'] } }));
    expect(total).toBe(2);
    expect([...counts.target].sort()).toEqual([
      ['10.7', 2],
      ['17.18', 1],
      ['8.8', 3],
    ]);
  });

  test('every other facet counts only what is chosen, and shows its values that are left with none', () => {
    const { counts } = engine.search(ask({ selections: { target: ['10.7'] } }));
    expect([...counts.country].sort()).toEqual([
      ['DE', 1],
      ['FR', 1],
      ['PH', 1],
    ]);
    expect(counts.kind.get('tool')).toBe(0);
  });

  test('a value that no practice carries gives none, and is shown with none', () => {
    const { total, counts } = engine.search(ask({ selections: { country: ['XX'] } }));
    expect(total).toBe(0);
    expect(counts.country.get('XX')).toBe(0);
    expect(counts.country.get('DE')).toBe(2);
    expect(counts.kind.get('law')).toBe(0);
  });

  test('a text narrows every facet', () => {
    const { counts } = engine.search(ask({ text: 'migration', selections: { kind: ['tool'] } }));
    expect(counts.target.get('17.18')).toBe(1);
    expect(counts.target.get('8.8')).toBe(0);
    expect(counts.kind.get('programme')).toBe(0);
  });

  test('one search leaves no trace in the next', () => {
    const before = engine.search(ask({ text: 'migration' }));
    engine.search(ask({ text: 'law equal', selections: { target: ['8.8'], country: ['FR'] } }));
    expect(engine.search(ask({ text: 'migration' }))).toEqual(before);
  });
});

describe('searching by text', () => {
  test.each([
    ['egalite', ['b'], 'accents play no part'],
    ['mig', ['c', 'a'], 'the beginning of a word is enough, and a title counts more than a summary'],
    ['migration law', ['a'], 'every word has to be there, wherever'],
    ['10.7', ['a'], 'a code is found as it is written'],
    ['10', [], 'a code is not found by its beginning'],
    ['a', [], 'nor is a word by a single letter'],
    [' ', ['d', 'b', 'c', 'a'], 'spaces ask nothing'],
    [':-)', [], 'signs without a word find nothing'],
    ['migration zebra', [], 'one word that is nowhere is enough to find nothing'],
  ])('%j finds %j: %s', (text, ids) => {
    expect(found({ text })).toEqual(ids);
  });

  test('any text gets an answer, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(found({ text: `${text}\0\ud800${text}\udfff` }).length).toBeLessThanOrEqual(4);
      }),
    );
    for (const text of [
      '\0',
      '\ud800',
      '1.'.repeat(5_000),
      'é'.repeat(10_000),
      'mig '.repeat(2_500),
      `${'1'.repeat(9_999)}a`,
    ]) {
      expect(() => found({ text })).not.toThrow();
    }
  });
});

describe('the order', () => {
  test('by a key puts the same keys in the order of their ids and missing keys last, in both directions', () => {
    expect(found({ sort: { by: 'start', descending: false } })).toEqual(['a', 'd', 'b', 'c']);
    expect(found({ sort: { by: 'start', descending: true } })).toEqual(['b', 'a', 'd', 'c']);
  });

  test('by a key that no practice has is the order of ids', () => {
    expect(found({ sort: { by: 'size', descending: true } })).toEqual(['a', 'b', 'c', 'd']);
  });

  test('goes on from page to page, and a page after the last is empty', () => {
    const sort = { by: 'name', descending: false };
    expect(found({ sort, limit: 3 })).toEqual(['a', 'c', 'd']);
    expect(found({ sort, offset: 3, limit: 3 })).toEqual(['b']);
    expect(found({ sort, offset: 999_998 * 20 })).toEqual([]);
  });
});

describe('building', () => {
  test('from nothing gives an engine that finds nothing', () => {
    expect(buildEngine(FACETS, []).search(ask({ text: 'migration' }))).toMatchObject({ total: 0, ids: [] });
    expect(buildEngine(FACETS, []).search(ask({}))).toMatchObject({ total: 0, ids: [] });
  });

  test('refuses two practices with one id, and a weight that is no whole number', () => {
    expect(() => buildEngine(FACETS, [practice('a', 'One'), practice('a', 'Two')])).toThrow(RangeError);
    const halved = { ...practice('a', 'One'), texts: [{ weight: 0.5, text: 'One' }] };
    expect(() => buildEngine(FACETS, [halved])).toThrow(RangeError);
  });

  test('takes up to 32 facets, all of which can be selected at once', () => {
    const many = Array.from({ length: 32 }, (_, facet) => `f${facet}`);
    const values = (value: string) => Object.fromEntries(many.map((facet) => [facet, [value]]));
    const wide = ['x', 'y'].map((value) => ({ id: value, texts: [], values: values(value), sortKeys: {} }));
    const almost = { id: 'z', texts: [], values: { ...values('x'), f31: ['y'] }, sortKeys: {} };
    const { ids, counts } = buildEngine(many, [...wide, almost]).search({ ...ask({}), selections: values('x') });
    expect(ids).toEqual(['x']);
    expect(counts['f31']).toEqual(new Map(Object.entries({ x: 1, y: 1 })));
    expect(() => buildEngine([...many, 'f32'], [])).toThrow(RangeError);
  });
});

/** Words in which the first are much more frequent than the last, as in any language. */
const WORDS = 'mi migrant migration é école ecole 10 10.7 10.c 2030 هجرة هِجْرَة mié x'.split(' ');
const word = fc.oneof(
  ...WORDS.map((one, rank) => ({ weight: Math.ceil(60 / (rank + 1)), arbitrary: fc.constant(one) })),
);
// Left to itself fast-check keeps to short lists, among which there is little to rank.
const listOf = <T>(one: fc.Arbitrary<T>, maxLength: number) => fc.array(one, { maxLength, size: 'max' });
const text = (most: number) => listOf(word, most).map((words) => words.join(' '));
const value = fc.constantFrom('1', '2', '3', '4', '5');
const corpus = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 9_999 }).map(String),
    texts: fc.tuple(text(4), text(12)).map(([title, summary]) => [
      { weight: 4, text: title },
      { weight: 1, text: summary },
    ]),
    values: fc.record({ target: listOf(value, 4), country: listOf(value, 2), kind: listOf(value, 1) }),
    sortKeys: fc.record({
      name: fc.constantFrom('a', 'b', 'ba', 'é', '\ud83d\ude00', '\uffee', null),
      start: fc.constantFrom(2016, 2018, null, 950),
    }),
  }),
  { maxLength: 60, size: 'max', selector: ({ id }) => id },
);
const selection = listOf(fc.constantFrom('1', '2', '3', '4', '5', 'unknown'), 3);
const request = fc.record({
  text: fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    { weight: 8, arbitrary: text(3) },
    { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
  ),
  selections: fc.record({ target: selection, country: selection, kind: selection }, { requiredKeys: [] }),
  sort: fc.oneof(
    fc.constant({ by: 'relevance' } as const),
    fc.record({ by: fc.constantFrom('name', 'start', 'nothing'), descending: fc.boolean() }),
  ),
  limit: fc.integer({ min: 1, max: 25 }),
});

test('every total, every count, every page and its order are those of the plain way of looking at each document', () => {
  fc.assert(
    fc.property(corpus, listOf(request, 6), (documents, requests) => {
      const ours = buildEngine(FACETS, documents);
      const oracle = bruteForce(FACETS, documents);
      for (const asked of requests) {
        for (let offset = 0; offset <= documents.length; offset += asked.limit) {
          expect(ours.search({ ...asked, offset })).toEqual(oracle.search({ ...asked, offset }));
        }
      }
    }),
    { numRuns: 500 },
  );
});
