import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GCM_OBJECTIVES } from '#vocab/gcm.ts';
import { LOCALES } from '#vocab/language.ts';
import { REGIONS } from '#vocab/regions.ts';
import { GOALS, TARGETS } from '#vocab/sdg.ts';
import { STAKEHOLDERS } from '#vocab/stakeholders.ts';
import { THEMES } from '#vocab/themes.ts';
import { canonical, EMPTY_CONTENT, KINDS, type PracticeContent, tidied, TRANSLATED } from '#forum/practices/index.ts';
import { emptyForm, formOf, readForm } from './form.ts';
import { ITEM_FIELDS, itemOf, readItem } from './item.ts';

const codes = (list: readonly { code: string }[]) =>
  fc.subarray(
    list.map(({ code }) => code),
    { maxLength: 6 },
  );
const words = fc.string({ unit: fc.constantFrom(...'aé ب\n文.'), maxLength: 40 }).map(tidied);
const line = words.map((text) => text.replaceAll('\n', ' '));
const lines = fc.array(
  line.filter((text) => text !== ''),
  { maxLength: 4 },
);
const address = fc.webUrl({ validSchemes: ['https', 'http'] });
const year = fc.option(fc.integer({ min: 1950, max: 2050 }));

/** A practice as the catalogue may hold it. */
const content: fc.Arbitrary<PracticeContent> = fc
  .record({
    title: line,
    summary: words,
    kind: fc.option(fc.constantFrom(...KINDS)),
    sdg: codes([...GOALS, ...TARGETS]),
    gcm: codes(GCM_OBJECTIVES),
    countries: fc.subarray(['KE', 'MA', 'DE', 'FJ', 'BR']),
    places: lines,
    regions: codes(REGIONS),
    global: fc.boolean(),
    years: fc.tuple(year, year),
    ongoing: fc.boolean(),
    partners: lines,
    themes: codes(THEMES),
    stakeholders: codes(STAKEHOLDERS),
    links: fc.array(address, { maxLength: 3 }),
    language: fc.constantFrom(...LOCALES),
    owner: line,
    results: words,
    evaluations: fc.array(address, { maxLength: 2 }),
    costs: words,
    lessons: words,
    needs: words,
    replicates: fc.array(fc.uuid(), { maxLength: 2 }),
    translations: fc.dictionary(
      fc.constantFrom(...LOCALES),
      fc.record({ title: line, summary: words, results: words, costs: words, lessons: words, needs: words }),
    ),
  })
  .map(({ years: [one, other], ...said }) => {
    const [start, end] = one !== null && other !== null && one > other ? [other, one] : [one, other];
    return canonical({ ...EMPTY_CONTENT, ...said, start, end } as PracticeContent);
  });

const typedIn = (sent: unknown, before = emptyForm('en')) => {
  const read = readItem(sent, before);
  if ('complaints' in read) throw new Error(JSON.stringify(read.complaints));
  return { ...before, ...read.typed };
};
const wrongIn = (sent: unknown, before = emptyForm('en')) => {
  const read = readItem(sent, before);
  return 'complaints' in read ? read.complaints.map(({ name }) => name) : [];
};

describe('A draft as programs read and write it', () => {
  test('what is read can be written back, and changes nothing', () => {
    fc.assert(
      fc.property(content, (practice) => {
        const form = formOf(practice);
        expect(readForm(typedIn(itemOf(form), form)).content).toEqual(readForm(form).content);
      }),
    );
  });

  test('what is written is what is read, in an empty draft', () => {
    fc.assert(
      fc.property(content, (practice) => {
        const item = itemOf(formOf(practice));
        expect(itemOf(typedIn(item))).toEqual(item);
      }),
    );
  });

  test('what is sent of some fields types into those and into no others', () => {
    fc.assert(
      fc.property(content, content, fc.subarray([...ITEM_FIELDS]), (practice, other, fields) => {
        const before = formOf(practice);
        const item = itemOf(formOf(other));
        const sent = Object.fromEntries(fields.filter((field) => field in item).map((field) => [field, item[field]]));
        const read = readItem(sent, before);
        // Two that are right apart may not go together: an end before the start, a translation into its own language.
        if ('complaints' in read) {
          const names = read.complaints.map(({ name }) => name.split('.')[0]);
          expect(['start', 'end', 'translations']).toEqual(expect.arrayContaining(names));
          return;
        }
        const asked = (name: string) => (name.includes('.') ? 'translations' : name);
        for (const name of Object.keys(read.typed)) expect(fields).toContain(asked(name));
      }),
    );
  });

  test('nothing that is sent is a fault: it is taken, or each thing wrong has a name', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom<string>(...ITEM_FIELDS, 'x'), fc.jsonValue())),
        (sent) => {
          const read = readItem(sent, emptyForm('fr'));
          if ('complaints' in read) expect(read.complaints.length).toBeGreaterThan(0);
          else expect(readForm({ ...emptyForm('fr'), ...read.typed }).complaints).toEqual([]);
        },
      ),
    );
  });

  test.each([
    [[], 'body'],
    [{ titel: 'x' }, 'titel'],
    [{ id: 'x' }, 'id'],
    [{ title: 3 }, 'title'],
    [{ title: 'two\nlines' }, 'title'],
    [{ summary: 'nul \0' }, 'summary'],
    [{ summary: 'half \ud800' }, 'summary'],
    [{ kind: 'laws' }, 'kind'],
    [{ sdg: '10.7' }, 'sdg'],
    [{ sdg: ['10.7', '99'] }, 'sdg'],
    [{ gcm: ['24'] }, 'gcm'],
    [{ countries: ['ke'] }, 'countries'],
    [{ regions: ['Africa'] }, 'regions'],
    [{ places: ['Nairobi', ''] }, 'places'],
    [{ places: ['Nairobi\nMombasa'] }, 'places'],
    [{ global: 'yes' }, 'global'],
    [{ start: '2017' }, 'start'],
    [{ start: 2017.5 }, 'start'],
    [{ start: 2020, end: 2018 }, 'end'],
    [{ links: ['www.example.org'] }, 'links'],
    [{ evaluations: ['javascript:alert(1)'] }, 'evaluations'],
    [{ language: 'de' }, 'language'],
    [{ replicates: ['papyrus-project'] }, 'replicates'],
    [{ translations: { de: {} } }, 'translations.de'],
    [{ translations: { fr: { sumary: 'x' } } }, 'translations.fr.sumary'],
    [{ translations: { fr: { title: 1 } } }, 'translations.fr.title'],
    [{ translations: { en: { title: 'x' } } }, 'translations.en'],
  ])('%j is refused, and %s is named', (sent, name) => expect(wrongIn(sent)).toEqual([name]));

  test('a text is as long as an Excel cell can hold, and a title as a line', () => {
    expect(wrongIn({ title: 'x'.repeat(301), summary: 'x'.repeat(30_001), owner: 'x'.repeat(300) })).toEqual([
      'title',
      'summary',
    ]);
  });

  test('all that is wrong is told at once', () => {
    expect(wrongIn({ colour: 'red', start: 'x', sdg: ['0'] })).toEqual(['colour', 'start', 'sdg']);
  });

  test('an end that is sent alone must not be before the start that stands', () => {
    expect(wrongIn({ end: 2010 }, { ...emptyForm('en'), start: '2017' })).toEqual(['end']);
  });

  test('of translations only the texts that are sent are changed', () => {
    const before = { ...emptyForm('en'), 'title.fr': 'Titre', 'summary.fr': 'Résumé', 'title.es': 'Título' };
    const after = typedIn({ translations: { fr: { summary: 'Autre' } } }, before);
    expect(after).toEqual({ ...before, 'summary.fr': 'Autre' });
  });

  test('the regions of its countries go without saying, and do not stay when the countries go', () => {
    const before = typedIn({ countries: ['KE'] });
    const read = itemOf(before);
    expect(read.regions).toEqual(['014']);
    const back = typedIn({ regions: read.regions }, before);
    expect(itemOf(typedIn({ countries: [] }, back)).regions).toEqual([]);
  });

  test('of attachments those that are sent stay, with their words; none is made up', () => {
    const one = { id: 'a', name: 'a.pdf', type: 'application/pdf', size: 3, caption: 'Old' };
    const before = { ...emptyForm('en'), attachments: [one, { ...one, id: 'b' }] };
    expect(typedIn({ attachments: [{ id: 'b' }, { id: 'a', caption: ' New ' }] }, before).attachments).toEqual([
      { ...one, id: 'b' },
      { ...one, caption: 'New' },
    ]);
    for (const bad of [{}, ['a'], [{ id: 'c' }], [{ id: 'a' }, { id: 'a' }], [{ id: 'a', size: 9 }]])
      expect(wrongIn({ attachments: bad }, before)).toEqual(['attachments']);
    expect(wrongIn({ attachments: [{ id: 'a', caption: 'x'.repeat(301) }] }, before)).toEqual(['attachments']);
  });

  test('every text that can be translated is an item’s field', () => {
    for (const field of TRANSLATED) expect(ITEM_FIELDS).toContain(field);
  });
});
