import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLES } from '../model.ts';
import { directoryQuery, isListed, parseDirectoryFilter } from './filter.ts';
import {
  admits,
  AUDIENCES,
  type Audiences,
  type Contact,
  DIRECTORY_FIELDS,
  type DirectoryReader,
  NOTHING_SHOWN,
  seenBy,
} from './model.ts';

const READERS: DirectoryReader[] = ['reader', 'anybody'];
/** What is known of each part, so peculiar that it is found wherever it stands. */
const known = Object.fromEntries(DIRECTORY_FIELDS.map((field) => [field, `secret-${field}`])) as Contact['known'];
const audiences = fc.record(
  Object.fromEntries(DIRECTORY_FIELDS.map((field) => [field, fc.constantFrom(...AUDIENCES)])),
) as unknown as fc.Arbitrary<Audiences>;
const contact: fc.Arbitrary<Contact> = fc.record({
  roles: fc.array(fc.record({ role: fc.constantFrom(...ROLES), of: fc.constantFrom(null, 'KE', 'business') }), {
    maxLength: 3,
  }),
  organisations: fc.constant(['organisation']),
  known: fc.constant(known),
  shownTo: audiences,
});
const everybody = { q: '', country: '', mechanism: '', page: 1 };

describe('The directory', () => {
  test('shows of anybody to any reader exactly what they opted into for that reader, and nothing else', () => {
    fc.assert(
      fc.property(contact, fc.constantFrom(...READERS), (one, reader) => {
        const said = JSON.stringify(seenBy(reader, one));
        for (const field of DIRECTORY_FIELDS)
          expect(said.includes(`secret-${field}`)).toBe(admits(one.shownTo[field], reader));
        expect(said).not.toContain('"organisation"]');
      }),
    );
  });

  test.each(
    READERS.flatMap((reader) =>
      DIRECTORY_FIELDS.flatMap((field) => AUDIENCES.map((audience) => ({ reader, field, audience }))),
    ),
  )('for $reader, $field shown to $audience', ({ reader, field, audience }) => {
    const entry = seenBy(reader, {
      roles: [{ role: 'focal-point', of: 'KE' }],
      organisations: [],
      known,
      shownTo: { ...NOTHING_SHOWN, [field]: audience },
    });
    const shows = audience === 'public' || (audience === 'readers' && reader === 'reader');
    expect(entry?.shown ?? {}).toEqual(shows ? { [field]: known[field] } : {});
  });

  test('tells readers that a focal point or a coordinator is there who shows nothing, and nobody else', () => {
    fc.assert(
      fc.property(contact, (one) => {
        const silent = { ...one, shownTo: NOTHING_SHOWN };
        const office = one.roles.filter(({ role }) => ['focal-point', 'mechanism-coordinator'].includes(role));
        expect(seenBy('reader', silent)).toEqual(office.length > 0 ? { roles: office, shown: {} } : null);
        expect(seenBy('anybody', silent)).toBeNull();
      }),
    );
  });

  test('shows a part that is not known to nobody, whoever may see it', () => {
    const shownTo = Object.fromEntries(DIRECTORY_FIELDS.map((field) => [field, 'public'])) as Audiences;
    const entry = seenBy('anybody', {
      roles: [{ role: 'chair', of: null }],
      organisations: [],
      known: { ...known, phone: '' },
      shownTo,
    });
    expect(entry?.shown).not.toHaveProperty('phone');
  });

  test('cannot be made to tell what it does not show by searching for it', () => {
    fc.assert(
      fc.property(contact, fc.constantFrom(...READERS), fc.constantFrom(...DIRECTORY_FIELDS), (one, reader, field) => {
        const entry = seenBy(reader, one);
        fc.pre(entry !== null);
        const found = isListed(entry, [], { ...everybody, q: `secret-${field}` });
        const shows = DIRECTORY_FIELDS.some((other) => other === field && admits(one.shownTo[other], reader));
        expect(found).toBe(shows);
      }),
    );
  });

  test('finds by country and by mechanism, by words of what is shown and of the role', () => {
    const entry = { roles: [{ role: 'focal-point', of: 'KE' }], shown: { name: 'Amina Otieno' } };
    const find = (more: object) => isListed(entry, ['Focal point: Kenya'], { ...everybody, ...more });
    expect([find({}), find({ q: 'otie AMINA' }), find({ q: 'kenya' }), find({ country: 'KE' })]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([find({ q: 'tieno' }), find({ q: '!' }), find({ country: 'MA' }), find({ mechanism: 'business' })]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('has addresses that give the selection they were made of, and refuses others by name', () => {
    const selection = { q: 'labour', country: 'KE', mechanism: 'mayors', page: 2 };
    expect(parseDirectoryFilter(new URLSearchParams(directoryQuery(selection)))).toEqual({
      filter: selection,
      complaints: [],
    });
    for (const query of ['sort=name', 'country=ZZ', 'mechanism=KE', 'page=0'])
      expect(parseDirectoryFilter(new URLSearchParams(query)).complaints.map(({ name }) => name)).toEqual([
        query.split('=')[0],
      ]);
  });
});
