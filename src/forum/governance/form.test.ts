import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BODY_FIELDS,
  type BodyForm,
  formOfBody,
  formOfTerm,
  formWith,
  MEETING_FIELDS,
  readBody,
  readMeeting,
  readTerm,
  TERM_FIELDS,
  type TermForm,
} from './form.ts';
import { readSource } from './reading.ts';

const body = (known: Partial<BodyForm>) =>
  readBody(formWith(BODY_FIELDS, { kind: 'working-group', 'name-en': 'Group', ...known }));
const term = (known: Partial<TermForm>, kind: Parameters<typeof readTerm>[0] = 'working-group') =>
  readTerm(kind, formWith(TERM_FIELDS, { from: '2020', ...known }));
const fields = (read: object) =>
  'complaints' in read ? (read.complaints as { name: string }[]).map(({ name }) => name) : read;

describe('What is typed of a body', () => {
  test('is read, and reads the same from the form it makes', () => {
    const read = body({
      'name-fr': 'Groupe',
      'mandate-en': 'Line one.\r\n\r\nLine two.',
      from: '2016',
      last: '2018-06',
      sources: 'The report https://example.org/report\n\nAnother source',
    });
    if ('complaints' in read) throw new Error(JSON.stringify(read));
    expect(read.mandate.en).toBe('Line one.\n\nLine two.');
    expect(read.sources).toEqual([
      { label: 'The report', url: 'https://example.org/report' },
      { label: 'Another source', url: '' },
    ]);
    expect(readBody(formOfBody(read))).toEqual(read);
  });

  test('is refused field by field', () => {
    expect(fields(body({ kind: 'committee' }))).toEqual(['kind']);
    expect(fields(body({ 'name-en': ' ' }))).toEqual(['name-en']);
    expect(fields(body({ from: 'spring 2016' }))).toEqual(['from']);
    expect(fields(body({ from: '2018', last: '2016' }))).toEqual(['last']);
    expect(fields(body({ last: '2016', endUnknown: 'yes' }))).toEqual(['last']);
    expect(fields(body({ kind: 'mechanism' }))).toEqual(['mechanism']);
    expect(fields(body({ 'mandate-ar': 'x'.repeat(3001) }))).toEqual(['mandate-ar']);
  });

  test('never breaks the reader, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: BODY_FIELDS.length }), (typed) => {
        const form = Object.fromEntries(BODY_FIELDS.map((field, at) => [field, typed[at]!])) as BodyForm;
        const read = readBody(form);
        if (!('complaints' in read)) expect(readBody(formOfBody(read))).toEqual(read);
      }),
    );
  });
});

describe('What is typed of a member', () => {
  test('says exactly one: a state, an organisation or a mechanism', () => {
    expect(term({ state: 'ca', part: 'co-chair' })).toMatchObject({
      member: { kind: 'state', of: 'CA' },
      part: 'co-chair',
    });
    expect(term({ mechanism: 'mayors' })).toMatchObject({
      member: { kind: 'mechanism', of: 'mayors' },
      part: 'member',
    });
    expect(term({ organisation: 'ICMC' })).toMatchObject({ member: { called: 'ICMC' } });
    expect(fields(term({}))).toEqual(['state']);
    expect(fields(term({ state: 'CA', mechanism: 'mayors' }))).toEqual(['mechanism']);
  });

  test('is refused where it could not sit there', () => {
    expect(fields(term({ mechanism: 'mayors' }, 'steering-group'))).toEqual(['mechanism']);
    expect(fields(term({ state: 'CA', part: 'co-chair' }, 'steering-group'))).toEqual(['part']);
    expect(fields(term({ state: 'CA' }, 'troika'))).toEqual(['state', 'part']);
    expect(fields(term({ state: 'ZZ' }))).toEqual(['state']);
    expect(fields(term({ state: 'CA', from: '' }))).toEqual(['from']);
    expect(fields(term({ state: 'CA', from: '2020', last: '2019' }))).toEqual(['last']);
  });

  test('reads the same from the form it makes', () => {
    const read = term({ state: 'CA', part: 'co-chair', last: '2021-03', source: 'A page https://example.org/' });
    if ('complaints' in read || 'called' in read.member) throw new Error(JSON.stringify(read));
    const made = formOfTerm({ ...read, member: read.member, id: 'one' }, '');
    expect(readTerm('working-group', made)).toEqual(read);
  });
});

test('A meeting has a day, and an edition that there is', () => {
  const meeting = (known: object) => readMeeting(formWith(MEETING_FIELDS, known), [12, 13]);
  expect(meeting({ day: '2020-03', edition: '13', place: 'Geneva', 'about-en': 'Narratives' })).toMatchObject({
    day: '2020-03',
    edition: 13,
    place: 'Geneva',
    about: { en: 'Narratives' },
  });
  expect(fields(meeting({ edition: '14' }))).toEqual(['day', 'edition']);
  expect(fields(meeting({ day: 'May' }))).toEqual(['day']);
});

test('A source is a name, an address, or both', () => {
  expect(readSource('')).toBeNull();
  expect(readSource('https://example.org/a')).toEqual({ label: 'example.org', url: 'https://example.org/a' });
  expect(readSource('javascript:alert(1)')).toEqual({ label: 'javascript:alert(1)', url: '' });
  fc.assert(fc.property(fc.string(), (line) => /^(https?:\/\/.*)?$/.test(readSource(line)?.url ?? '')));
});
