import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '#vocab/language.ts';
import { THEMES } from '#vocab/themes.ts';
import {
  emptyPublication,
  formOfPublication,
  LONGEST,
  PUBLICATION_FIELDS,
  type PublicationForm,
  readPublication,
} from './form.ts';
import {
  type LibraryLine,
  LIBRARY_FACETS,
  parseLibraryFilter,
  libraryQuery,
  selectPublications,
  wholeLibrary,
} from './filter.ts';
import { PUBLICATION_KINDS, PUBLICATION_LANGUAGES } from './model.ts';

const EDITIONS = ['2018', '2019'];
const good: PublicationForm = { ...emptyPublication(), 'title-en': 'What cities learnt', kind: 'report' };
const named = (form: PublicationForm) => {
  const read = readPublication(form, EDITIONS);
  return 'complaints' in read ? read.complaints.map(({ name }) => name) : [];
};

/** What people may type anywhere, and what they type where something else is wanted. */
const typed = fc.oneof(
  fc.string({ maxLength: 80, unit: 'grapheme' }),
  fc.constantFrom(
    '2019',
    '10.7, 8.8',
    'https://example.org/a?b=1',
    'Seed, section II https://example.org',
    'report',
    '\n\n',
  ),
);
const form = fc
  .record({
    ...Object.fromEntries(PUBLICATION_FIELDS.map((field) => [field, typed])),
    kind: fc.constantFrom(...PUBLICATION_KINDS),
    year: fc.constantFrom('', '1999', '2020'),
    edition: fc.constantFrom('', ...EDITIONS),
    sdg: fc.constantFrom('', '10.7', '8 & 8.8', '17.18, 3.c'),
    link: fc.constantFrom('', 'https://example.org/report.pdf'),
  })
  .chain((fields) =>
    fc
      .record({
        themes: fc.subarray(THEMES.map(({ code }) => code)),
        languages: fc.subarray([...PUBLICATION_LANGUAGES]),
      })
      .map((lists) => ({ ...fields, ...lists }) as PublicationForm),
  );

describe('What is typed of a publication', () => {
  test('is read the same when it is typed again as it was read', () => {
    let read = 0;
    fc.assert(
      fc.property(form, (one) => {
        const once = readPublication(one, EDITIONS);
        if ('complaints' in once) return;
        read++;
        expect(readPublication(formOfPublication(once), EDITIONS)).toEqual(once);
      }),
      { numRuns: 300 },
    );
    expect(read).toBeGreaterThan(100);
  });

  test('is read, or something is said of a field there is; nothing ends in a fault', () => {
    const anything = fc.record({
      ...Object.fromEntries(PUBLICATION_FIELDS.map((field) => [field, typed])),
      themes: fc.array(typed, { maxLength: 3 }),
      languages: fc.array(typed, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(anything, (one) => {
        for (const name of named(one as PublicationForm)) expect(Object.keys(one)).toContain(name);
      }),
    );
  });

  test.each([
    ['title-en', { 'title-en': '' }],
    ['title-ar', { 'title-ar': 'ع'.repeat(LONGEST.title + 1) }],
    ['summary-fr', { 'summary-fr': 'x'.repeat(LONGEST.summary + 1) }],
    ['kind', { kind: 'leaflet' }],
    ['edition', { edition: '1999' }],
    ['themes', { themes: ['nothing-of-ours'] }],
    ['languages', { languages: ['xx'] }],
    ['sdg', { sdg: '10.7, 99.9' }],
    ['year', { year: '19' }],
    ['link', { link: 'javascript:alert(1)' }],
    ['authors', { authors: Array.from({ length: LONGEST.lines + 1 }, (_, at) => `Author ${at}`).join('\n') }],
  ])('is refused by the name of the field %s', (field, wrong) => {
    expect(named({ ...good, ...wrong } as PublicationForm)).toEqual([field]);
  });

  test('needs a title in any one language, and no more than that and its kind', () => {
    for (const locale of LOCALES)
      expect(named({ ...emptyPublication(), kind: 'study', [`title-${locale}`]: 'Étude' })).toEqual([]);
  });

  test('names sources with their addresses at the end of the line', () => {
    const read = readPublication(
      { ...good, sources: 'Records of 2018\nSeed, section II  https://example.org/a\nhttps://b.org/' },
      [],
    );
    expect(read).toMatchObject({
      sources: [
        { label: 'Records of 2018', url: '' },
        { label: 'Seed, section II', url: 'https://example.org/a' },
        { label: 'https://b.org/', url: 'https://b.org/' },
      ],
    });
  });
});

describe('What publications are chosen by', () => {
  const line = fc.record({
    kind: fc.constantFrom('report', 'study'),
    edition: fc.constantFrom(null, '2018', '2019'),
    themes: fc.subarray(['labour-mobility', 'remittances', 'health']),
    languages: fc.subarray(['en', 'fr', 'ar']),
  });
  const lines = fc
    .array(line, { maxLength: 20 })
    .map((all): LibraryLine[] => all.map((one, at) => ({ ...one, id: `${at}` })));
  const filter = fc.record({
    kind: fc.subarray(['report' as const, 'study' as const]),
    edition: fc.subarray(['2018', '2019']),
    theme: fc.subarray(['labour-mobility', 'remittances', 'health']),
    language: fc.subarray(['en', 'fr', 'ar']),
  });

  test('counts of each value exactly what choosing it alone in its facet would give', () => {
    fc.assert(
      fc.property(lines, filter, (all, chosen) => {
        const { counts } = selectPublications(all, chosen);
        for (const facet of LIBRARY_FACETS)
          for (const [value, count] of counts[facet])
            expect(count).toBe(selectPublications(all, { ...chosen, [facet]: [value] }).ids.length);
      }),
    );
  });

  test('is written into an address and read from it unchanged', () => {
    fc.assert(
      fc.property(filter, fc.integer({ min: 1, max: 9999 }), (chosen, page) => {
        const whole = { ...wholeLibrary(), ...chosen, page };
        const read = parseLibraryFilter(new URLSearchParams(libraryQuery(whole)), EDITIONS, { sized: false });
        expect(read).toEqual({ filter: whole, complaints: [] });
      }),
    );
  });

  test('is refused by name where it cannot be read', () => {
    const read = parseLibraryFilter(
      [
        ['kind', 'leaflet'],
        ['edition', '1900'],
        ['theme', 'x'],
        ['language', 'xx'],
        ['page', '0'],
        ['sort', 'up'],
        ['perPage', '5'],
      ],
      EDITIONS,
      { sized: false },
    );
    expect(read.complaints.map(({ name }) => name)).toEqual([
      'kind',
      'edition',
      'theme',
      'language',
      'page',
      'sort',
      'perPage',
    ]);
  });
});
