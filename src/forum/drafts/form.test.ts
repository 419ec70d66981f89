import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AREAS, countryName } from '#vocab/countries.ts';
import { LOCALES } from '#vocab/language.ts';
import { REGIONS } from '#vocab/regions.ts';
import { GOALS, TARGETS } from '#vocab/sdg.ts';
import { THEMES } from '#vocab/themes.ts';
import {
  canonical,
  contentOf,
  EMPTY_CONTENT,
  KINDS,
  type PracticeContent,
  tidied,
  TRANSLATED,
} from '#forum/practices/index.ts';
import { type DraftForm, emptyForm, formOf, LIST_FIELDS, readForm, settled, SHARED, TEXT_FIELDS } from './form.ts';
import { changedFields, mergeForms } from './merge.ts';

const codes = (list: readonly { code: string }[]) =>
  fc.uniqueArray(fc.constantFrom(...list.map(({ code }) => code)), { maxLength: 4 });
const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map(tidied);
const line = text.map((one) => one.replaceAll('\n', ' '));
const names = fc.uniqueArray(
  line.filter((one) => one !== ''),
  { maxLength: 3 },
);
const year = fc.option(fc.integer({ min: 1950, max: 2050 }));

/** Contents as a form can write them. */
const content: fc.Arbitrary<PracticeContent> = fc
  .record({
    title: line,
    summary: text,
    kind: fc.option(fc.constantFrom(...KINDS)),
    sdg: codes([...GOALS, ...TARGETS]),
    gcm: fc.uniqueArray(fc.integer({ min: 1, max: 23 }).map(String), { maxLength: 3 }),
    countries: codes(AREAS),
    places: names,
    regions: codes(REGIONS),
    global: fc.boolean(),
    start: year,
    end: year,
    ongoing: fc.boolean(),
    partners: names,
    themes: codes(THEMES),
    owner: line,
    results: text,
    costs: text,
    lessons: text,
    needs: text,
    links: fc.uniqueArray(fc.webUrl(), { maxLength: 2 }),
    evaluations: fc.uniqueArray(fc.webUrl(), { maxLength: 2 }),
    language: fc.constantFrom(...LOCALES),
    translations: fc.dictionary(
      fc.constantFrom(...LOCALES),
      fc.record(Object.fromEntries(TRANSLATED.map((field) => [field, field === 'title' ? line : text]))) as never,
      { maxKeys: 2 },
    ),
  })
  .map(({ start, end, ...rest }) =>
    canonical({
      ...EMPTY_CONTENT,
      ...(rest as Partial<PracticeContent>),
      start: start !== null && end !== null ? Math.min(start, end) : start,
      end: start !== null && end !== null ? Math.max(start, end) : end,
      source: SHARED,
    }),
  );

/** Forms as people leave them: anything in any field. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '10.7, 8.8',
    '4. 8',
    'Kenya, Mombasa',
    '2017',
    '٢٠٢١',
    'www.example.org/x',
    'https://example.org',
    '99.9 and 8',
  ),
);
const anyForm: fc.Arbitrary<DraftForm> = fc
  .record({
    ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, anyText])),
    ...Object.fromEntries(
      LIST_FIELDS.map((field) => [
        field,
        fc.array(fc.constantFrom('10', '10.7', 'KE', 'yes', '002', '5', 'x'), { maxLength: 3 }),
      ]),
    ),
  })
  .map((said) => ({ ...emptyForm('en'), ...(said as Partial<DraftForm>) }));

describe('A form', () => {
  test('of a practice reads as that practice', () => {
    fc.assert(
      fc.property(content, (said) => {
        const { content: read, complaints } = readForm(formOf(said), said.source);
        expect(complaints).toEqual([]);
        expect(read).toEqual(said);
        expect(contentOf(read)).toEqual(read);
      }),
      { numRuns: 300 },
    );
  });

  test('says nothing else once it is settled, whatever was typed; settling again changes nothing', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const once = settled(form);
        expect(settled(once)).toEqual(once);
        expect(readForm(once).content).toEqual(readForm(form).content);
      }),
      { numRuns: 500 },
    );
  });

  test('takes references as people write them, and leaves what cannot be read where it was typed', () => {
    const form = settled({ ...emptyForm('en'), sdgMore: '10.7, 8.8 & 99' });
    expect(form.sdg).toEqual(expect.arrayContaining(['10.7', '8.8']));
    expect(form.sdgMore).toBe('99');
    expect(readForm(form).complaints.map(({ name }) => name)).toEqual(['sdgMore']);
  });

  test.each(LOCALES)('knows every country by its name (%s)', (locale) => {
    for (const { code } of AREAS)
      expect(settled({ ...emptyForm(locale), whereMore: countryName(code, locale) }).countries).toEqual([code]);
  });

  test('says what is missing, and asks for little', () => {
    expect(readForm(emptyForm('fr')).missing).toEqual(['title', 'summary', 'where', 'owner', 'sdg']);
    const little = {
      title: 'Visa law',
      summary: 'What it does.',
      whereMore: 'Kenya',
      owner: 'Ministry',
      sdgMore: '10.7',
    };
    expect(readForm({ ...emptyForm('en'), ...little }).missing).toEqual([]);
  });

  test('names the field that cannot be read and what to do', () => {
    const wrong = { start: 'last year', links: 'https://example.org\nfirst shelf' };
    expect(readForm({ ...emptyForm('en'), ...wrong }).complaints).toEqual([
      { name: 'start', notice: { key: 'drafts.no-year', values: { read: 'last year' } } },
      { name: 'links', notice: { key: 'drafts.no-web-address', values: { read: 'first shelf' } } },
    ]);
  });

  test('takes years in the digits of Arabic', () => {
    expect(readForm({ ...emptyForm('ar'), start: '٢٠١٧', end: '۲۰۲۰' }).content).toMatchObject({
      start: 2017,
      end: 2020,
    });
  });
});

describe('Two changes of one form', () => {
  test('lose nothing: every text of either side is in what comes of them or among what a person is asked', () => {
    fc.assert(
      fc.property(anyForm, anyForm, anyForm, (base, theirs, mine) => {
        const { form, conflicts } = mergeForms(base, theirs, mine);
        for (const field of TEXT_FIELDS) {
          const asked = conflicts.find((conflict) => conflict.field === field);
          if (asked) expect([form[field], asked.mine]).toEqual([theirs[field], mine[field]]);
          else if (mine[field] !== base[field]) expect(form[field]).toBe(mine[field]);
          else expect(form[field]).toBe(theirs[field]);
        }
        for (const field of LIST_FIELDS)
          for (const value of [...theirs[field], ...mine[field]])
            if (!base[field].includes(value)) expect(form[field]).toContain(value);
      }),
      { numRuns: 500 },
    );
  });

  test('of different fields are brought together without asking', () => {
    const base = { ...emptyForm('en'), title: 'Law' };
    const merged = mergeForms(base, { ...base, summary: 'Theirs' }, { ...base, needs: 'Mine' });
    expect(merged.conflicts).toEqual([]);
    expect(changedFields(base, merged.form)).toEqual(['summary', 'needs']);
  });
});
