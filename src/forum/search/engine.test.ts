import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildEngine, type Engine, type SearchRequest } from './engine.ts';
import { piecesOf } from './highlight.ts';
import { bruteForce } from './oracle.test-support.ts';
import { ownWay, parseQuery, wholeOf } from './query.ts';
import type { SearchDocument } from './search-document.ts';

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

const ask = ({ text = '', ...request }: Partial<SearchRequest<Facet>> & { text?: string }): SearchRequest<Facet> => ({
  query: parseQuery(text),
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
const found = (request: Parameters<typeof ask>[0]) => engine.search(ask(request)).ids;

describe('selecting', () => {
  test('nothing gives the whole catalogue in the order of its ids', () => {
    expect(found({})).toEqual(['a', 'b', 'c', 'd']);
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
    [' ', ['a', 'b', 'c', 'd'], 'spaces ask nothing'],
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

describe('a query of more than words', () => {
  const english = (id: string, title: string, summary = ''): SearchDocument<Facet> => ({
    ...practice(id, title),
    texts: [
      { weight: 6, text: title, language: 'en' },
      { weight: 2, text: summary, language: 'en' },
    ],
  });
  const texts = buildEngine(FACETS, [
    english('a', 'Remittances by phone', 'Migrant workers send money home'),
    english('b', 'Fair recruitment', 'No fees for migrant workers, whose work is protected'),
    english('c', 'Working in the city', 'A city remits no fee'),
    { ...english('d', ''), texts: [{ weight: 6, text: 'Les envois de fonds des travailleuses', language: 'fr' }] },
  ]);
  const foundBy = (text: string, known?: Parameters<typeof parseQuery>[1]) =>
    texts.search({ ...ask({}), query: parseQuery(text, known) }).ids;

  test.each([
    ['remitting', ['c'], 'one stem, whether remitting or remits'],
    ['travaillant', ['d'], 'a stem is one of the language of the text'],
    ['remitances', ['a', 'c'], 'one error of typing is forgiven'],
    ['rmeittances', ['a'], 'so are two letters exchanged'],
    ['recrutmant', [], 'but not two errors'],
    ['fonf', [], 'nor one in a short word'],
    ['"migrant workers send"', ['a'], 'quoted words stand together'],
    ['“migrant workers”', ['a', 'b'], 'whatever the quotation marks'],
    ['"workers migrant"', [], 'in their order'],
    ['"phone migrant"', [], 'and within one text'],
    ['"work"', ['b'], 'a quoted word is itself alone'],
    ['work', ['c', 'b', 'a'], 'a title before a summary, the word itself before what begins with it'],
    ['work -fee', ['a'], 'what is unwanted is left out'],
    ['-fee', ['a', 'd'], 'from everything, where nothing else is asked'],
    ['work -"migrant workers"', ['c'], 'also where it is a phrase'],
    ['fee work -', ['c', 'b'], 'a dash alone is none'],
  ])('%s finds %j: %s', (text, ids) => {
    expect(foundBy(text)).toEqual(ids);
  });

  test('words that the field knows for the same thing find each other, those that were typed first', () => {
    const known = (words: readonly string[], at: number) =>
      words[at] === 'remittances'
        ? {
            taken: 1,
            ways: [
              ownWay(['remittances']),
              { words: ['envois', 'de', 'fonds'].map(wholeOf), phrase: true, weight: 7 },
              { words: [wholeOf('money')], phrase: false, weight: 7 },
            ],
          }
        : null;
    expect(foundBy('remittances', known)).toEqual(['a', 'd']);
  });

  test('says which words it found, for a reader to see', () => {
    const marked = (query: string, text: string) =>
      piecesOf(text, texts.hits(parseQuery(query)!))
        .map(({ text, hit }) => (hit ? `[${text}]` : text))
        .join('');
    expect(marked('remitting', 'Rémittances, and who remits.')).toBe('Rémittances, and who [remits].');
    expect(marked('migr -fee', 'Migrants pay no fee')).toBe('[Migrants] pay no fee');
    expect(marked('remitances', 'Remittances')).toBe('[Remittances]');
    expect(marked('emploi', 'De l’emploi')).toBe('De [l’emploi]');
  });

  test('knows the word most like one that is nowhere', () => {
    expect(texts.wordLike('recruitmant')).toBe('recruitment');
    expect(texts.wordLike('xyzzyx')).toBeNull();
  });
});

/** Words in which the first are much more frequent than the last, as in any language. */
const WORDS =
  'mi migrant migration migrants é école ecole écoles 10 10.7 10.c 2030 هجرة هِجْرَة mié x migrent migrnat'.split(' ');
const word = fc.oneof(
  ...WORDS.map((one, rank) => ({ weight: Math.ceil(60 / (rank + 1)), arbitrary: fc.constant(one) })),
);
// Left to itself fast-check keeps to short lists, among which there is little to rank.
const listOf = <T>(one: fc.Arbitrary<T>, maxLength: number) => fc.array(one, { maxLength, size: 'max' });
const text = (most: number) => listOf(word, most).map((words) => words.join(' '));
const asked = listOf(
  fc.oneof(
    { weight: 6, arbitrary: word },
    { weight: 1, arbitrary: word.map((one) => `-${one}`) },
    { weight: 1, arbitrary: fc.tuple(word, word).map((words) => `"${words.join(' ')}"`) },
    { weight: 1, arbitrary: fc.tuple(word, word).map((words) => `-"${words.join(' ')}"`) },
  ),
  4,
).map((words) => words.join(' '));
const value = fc.constantFrom('1', '2', '3', '4', '5');
const language = fc.constantFrom('en', 'fr', 'ar', undefined);
const document = fc.record({
  id: fc.integer({ min: 0, max: 99 }).map(String),
  texts: fc.tuple(text(4), text(12), language).map(([title, summary, language]) => [
    { weight: 4, text: title, ...(language && { language }) },
    { weight: 1, text: summary, ...(language && { language }) },
  ]),
  values: fc.record({ target: listOf(value, 4), country: listOf(value, 2), kind: listOf(value, 1) }),
  sortKeys: fc.record({
    name: fc.constantFrom('a', 'b', 'ba', 'é', '\ud83d\ude00', '\uffee', null),
    start: fc.constantFrom(2016, 2018, null, 950),
  }),
});
const corpus = (maxLength: number) => fc.uniqueArray(document, { maxLength, size: 'max', selector: ({ id }) => id });
const selection = listOf(fc.constantFrom('1', '2', '3', '4', '5', 'unknown'), 3);
/** “migrant” also means “école”, and “10 2030” is a name. */
const known: Parameters<typeof parseQuery>[1] = (words, at) => {
  const other = { words: [wholeOf('ecole')], phrase: false, weight: 7 };
  if (words[at] === 'migrant') return { taken: 1, ways: [ownWay(['migrant']), other] };
  const name = { words: ['10', '2030'].map(wholeOf), phrase: true, weight: 7 };
  return words[at] === 'x' ? { taken: 1, ways: [ownWay(['x']), name, other] } : null;
};
const request = fc.record({
  query: fc
    .oneof(
      { weight: 3, arbitrary: fc.constant('') },
      { weight: 8, arbitrary: asked },
      { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
    )
    .map((text) => parseQuery(text, known)),
  selections: fc.record({ target: selection, country: selection, kind: selection }, { requiredKeys: [] }),
  sort: fc.oneof(
    fc.constant({ by: 'relevance' } as const),
    fc.record({ by: fc.constantFrom('name', 'start', 'nothing'), descending: fc.boolean() }),
  ),
  limit: fc.integer({ min: 1, max: 25 }),
});

describe('every total, every count, every page and its order are those of the plain way of looking at each document', () => {
  function expectSame(ours: Engine<Facet>, documents: SearchDocument<Facet>[], requests: SearchRequest<Facet>[]) {
    const oracle = bruteForce(FACETS, documents);
    expect(ours.size).toBe(documents.length);
    for (const one of requests) {
      for (let offset = 0; offset <= documents.length; offset += one.limit)
        expect(ours.search({ ...one, offset })).toEqual(oracle.search({ ...one, offset }));
    }
  }
  const requests = listOf(
    request.map((one) => ({ ...one, offset: 0 })),
    6,
  );

  test('of what was there from the first', () => {
    fc.assert(
      fc.property(corpus(60), requests, (documents, asked) =>
        expectSame(buildEngine(FACETS, documents), documents, asked),
      ),
      { numRuns: 400 },
    );
  });

  test('of what came, changed and went since', () => {
    const step = fc.record({ put: corpus(12), removed: fc.array(fc.nat()) });
    fc.assert(
      fc.property(corpus(40), listOf(step, 3), requests, (documents, steps, asked) => {
        const engine = buildEngine(FACETS, documents);
        const now = new Map(documents.map((one) => [one.id, one]));
        for (const { put, removed } of steps) {
          engine.put(put);
          for (const one of put) now.set(one.id, one);
          const gone = removed.map((at) => [...now.keys()][at % Math.max(now.size, 1)] ?? 'nothing');
          engine.remove(gone);
          for (const id of gone) now.delete(id);
          expectSame(engine, [...now.values()], asked);
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('any selection is counted by any two facets as the plain way counts it, whatever changed since', () => {
  const crossed = request.chain(({ query, selections }) =>
    fc.record({
      query: fc.constant(query),
      selections: fc.constant(selections),
      rows: fc.constantFrom(...FACETS),
      columns: fc.constantFrom(...FACETS),
      // Each value in a column of its own, or some together.
      columnOf: fc.constantFrom(
        (value: string) => value,
        (value: string) => (value < '3' ? 'before' : value),
      ),
    }),
  );
  fc.assert(
    fc.property(corpus(40), listOf(corpus(8), 2), listOf(crossed, 6), (documents, changes, asked) => {
      const engine = buildEngine(FACETS, documents);
      const now = new Map(documents.map((one) => [one.id, one]));
      for (const changed of [[], ...changes]) {
        engine.put(changed);
        for (const one of changed) now.set(one.id, one);
        const oracle = bruteForce(FACETS, [...now.values()]);
        for (const one of asked) expect(engine.cross(one)).toEqual(oracle.cross(one));
      }
    }),
    { numRuns: 300 },
  );
});

test('a text cut into pieces is the text, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, all) => {
      expect(
        piecesOf(text, () => all)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
