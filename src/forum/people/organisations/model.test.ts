import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STAKEHOLDERS } from '#vocab/stakeholders.ts';
import { MECHANISMS } from '../model.ts';
import { organisationQuery, parseOrganisationFilter } from './filter.ts';
import { emptyOrganisation, formOf, ORGANISATION_FIELDS, readOrganisation } from './form.ts';
import { goesBy, mechanismOf, nameIn, organisationSubject, searchTextOf } from './model.ts';

const kinds = STAKEHOLDERS.map(({ code }) => code);
const form = (more: Partial<ReturnType<typeof emptyOrganisation>>) => ({ ...emptyOrganisation(), ...more });
const read = (more: Partial<ReturnType<typeof emptyOrganisation>>) => {
  const content = readOrganisation(form(more));
  if ('complaints' in content) throw new Error(JSON.stringify(content.complaints));
  return content;
};

describe('An organisation', () => {
  test.each([
    ['local-authority', 'mayors'],
    ['business', 'business'],
    ['civil-society', 'civil-society'],
    ['trade-union', 'civil-society'],
    ['faith-based', 'civil-society'],
    ['diaspora', 'civil-society'],
    ['youth', 'youth'],
    ['state', null],
    ['international-organisation', null],
    ['rcp', null],
  ])('of the kind %s takes part through the mechanism %s, whatever else it says', (kind, mechanism) => {
    for (const said of [null, ...MECHANISMS]) expect(mechanismOf({ kind, mechanism: said })).toBe(mechanism);
  });

  test.each(['academia', 'foundation', 'media'])('of the kind %s says itself which mechanism it is of', (kind) => {
    for (const said of [null, ...MECHANISMS]) expect(mechanismOf({ kind, mechanism: said })).toBe(said);
  });

  test('that is of several states is no state’s to describe, wherever it sits', () => {
    for (const kind of kinds) {
      const { state } = organisationSubject({ kind, country: 'CH', mechanism: null });
      expect(state).toBe(['international-organisation', 'rcp'].includes(kind) ? null : 'CH');
    }
  });

  test('goes by its name, its acronym and its names in other languages, however they are typed', () => {
    const iom = read({
      name: 'International Organization for Migration',
      acronym: 'IOM',
      'name-fr': 'Organisation internationale pour les migrations',
      kind: 'international-organisation',
    });
    for (const asked of [
      'iom',
      'INTERNATIONAL organization, for migration',
      'Organisation internationale pour les migrations ',
    ])
      expect(goesBy(iom, asked)).toBe(true);
    for (const asked of ['', '!', 'Migration', 'IO']) expect(goesBy(iom, asked)).toBe(false);
    expect([nameIn(iom, 'fr'), nameIn(iom, 'ar')]).toEqual([
      'Organisation internationale pour les migrations',
      'International Organization for Migration',
    ]);
    expect(searchTextOf(iom).split('\n')).toContain('iom');
  });
});

describe('What is typed of an organisation', () => {
  test.each([
    ['name', { name: ' ! ' }],
    ['name', { name: 'x'.repeat(201) }],
    ['kind', { kind: 'ministry' }],
    ['kind', { kind: '' }],
    ['country', { country: 'ZZ' }],
    ['country', { kind: 'state', country: '' }],
    ['country', { kind: 'local-authority', country: '' }],
    ['website', { website: 'javascript:alert(1)' }],
    ['website', { website: 'data:text/html,x' }],
    ['website', { website: 'nowhere' }],
    ['website', { website: 'https://user:secret@example.org' }],
    ['mechanism', { kind: 'academia', mechanism: 'KE' }],
    ['acronym', { acronym: 'x'.repeat(31) }],
    ['name-fr', { 'name-fr': 'x'.repeat(201) }],
  ])('is refused by its %s: %j', (field, more) => {
    const refused = readOrganisation(form({ name: 'A', kind: 'business', country: 'KE', ...more }));
    expect('complaints' in refused && refused.complaints.map(({ name }) => name)).toEqual([field]);
  });

  test('is read the same again when it is written into the form', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(
        fc.record({
          name: text,
          acronym: text,
          'name-en': text,
          'name-ar': text,
          city: text,
          kind: fc.constantFrom(...kinds),
          country: fc.constantFrom('', 'KE', 'ma'),
          website: fc.constantFrom('', 'www.example.org', 'https://example.org/a b', 'http://example.org'),
          mechanism: fc.constantFrom('', ...MECHANISMS),
        }),
        (typed) => {
          const once = readOrganisation(form(typed));
          fc.pre(!('complaints' in once));
          expect(readOrganisation(formOf(once))).toEqual(once);
        },
      ),
    );
  });

  test('whatever it is, is read or refused by name, and never throws', () => {
    const fields = Object.fromEntries(
      ORGANISATION_FIELDS.map((field) => [field, fc.string({ unit: 'binary', maxLength: 12 })]),
    );
    fc.assert(
      fc.property(fc.record(fields), (typed) => {
        const content = readOrganisation(typed as ReturnType<typeof emptyOrganisation>);
        if ('complaints' in content)
          for (const { name } of content.complaints) expect(ORGANISATION_FIELDS).toContain(name);
        else expect(content.name).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

describe('The address of a list of organisations', () => {
  test('that is made of a selection gives that selection', () => {
    fc.assert(
      fc.property(
        fc.record({
          q: fc.string({ maxLength: 40 }).map((text) => text.trim()),
          kind: fc.uniqueArray(fc.constantFrom(...kinds), { maxLength: 3 }),
          country: fc.uniqueArray(fc.constantFrom('KE', 'MA', 'DE'), { maxLength: 3 }),
          page: fc.integer({ min: 1, max: 99 }),
        }),
        (selection) => {
          const { filter, complaints } = parseOrganisationFilter(
            new URLSearchParams(organisationQuery({ ...selection, perPage: 50 })),
            { sized: false },
          );
          expect([filter, complaints]).toEqual([{ ...selection, perPage: 50 }, []]);
        },
      ),
    );
  });

  test.each([
    'sort=name',
    'kind=ministry',
    'country=ZZ',
    'page=0',
    'page=x',
    'q=a&q=b',
    'q=%00',
    'perPage=10',
    `q=${'x'.repeat(201)}`,
  ])('refuses %s by name', (query) => {
    const { complaints } = parseOrganisationFilter(new URLSearchParams(query), { sized: false });
    expect(complaints.map(({ name }) => name)).toEqual([query.split('=')[0]]);
  });
});
