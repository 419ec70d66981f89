import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { LOCALES } from '#vocab/language.ts';
import { type Context, VISITOR } from '#platform/context.ts';
import { versionsOf } from '#platform/history.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { createEdition, emptyEdition, noTexts } from '#forum/editions/index.ts';
import { NotPermitted, OPERATOR } from '#forum/people/index.ts';
import {
  allSessions,
  changeSession,
  createSession,
  emptySession,
  findSessions,
  formOfSession,
  FORMATS,
  hideSession,
  parseSessionFilter,
  type Session,
  sessionAt,
  type SessionForm,
  sessionsOf,
  sessionsOnTheme,
} from './index.ts';
import { readSession } from './form.ts';
import { themeFault } from './model.ts';

const titled = (en: string) => ({ ...noTexts(), en });

describe('A regional consultation', () => {
  const themes = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 });
  test('takes up at most three themes, all of them its edition’s; other sessions may be about anything', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORMATS), themes, themes, (format, taken, ofEdition) => {
        const well = themeFault({ format, themes: taken }, ofEdition) === null;
        if (format !== 'regional-consultation') expect(well).toBe(true);
        else
          expect(well).toBe(
            taken.length <= 3 && (ofEdition.length === 0 || taken.every((theme) => ofEdition.includes(theme))),
          );
      }),
    );
  });
});

describe('What is typed of a session', () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 20 });
  const texts = fc.record(Object.fromEntries(LOCALES.map((locale) => [locale, line])) as Record<'en', typeof line>);
  const typed = fc.record({
    format: fc.constantFrom(...FORMATS, '', 'party'),
    title: texts,
    summary: texts,
    others: fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\r\n')),
    sdg: fc.constantFrom('', '8.8, 10.7', '4. 8, 10 and 17', '10.99', 'x'),
    gcm: fc.constantFrom('', '5, 6', 'Objective 24'),
    themes: fc.array(fc.constantFrom('education', 'health', 'nothing'), { maxLength: 3 }),
  });
  test('reads the same again once it was read, and is else refused by the name of a field', () => {
    fc.assert(
      fc.property(typed, (form) => {
        const read = readSession({ ...emptySession(), ...(form as object) });
        if ('complaints' in read) expect(read.complaints.every(({ name }) => name !== '')).toBe(true);
        else expect(readSession(formOfSession(read))).toEqual(read);
      }),
    );
  });

  test('references are read the way people write them, and what is none is named', () => {
    const read = readSession({
      ...emptySession(),
      format: 'plenary',
      title: titled('Opening'),
      sdg: '10.7 & 4. 8',
      gcm: '5 and 99',
    });
    expect(read).toEqual({
      complaints: [{ name: 'gcm', notice: { key: 'editions.bad-gcm', values: { text: '99' } } }],
    });
  });
});

describe('The address of a list of sessions', () => {
  const editions = [
    { id: 'seven', slug: '2014', years: [2013, 2014] },
    { id: 'twelve', slug: '2019', years: [2019] },
  ];
  const read = (query: string) => parseSessionFilter(new URLSearchParams(query), editions);
  test('names editions by address or year, themes and formats; several of one kind are any of them', () => {
    expect(read('edition=2013&edition=2019&edition=2014&theme=health&format=plenary&page=2&perPage=10')).toEqual({
      filter: {
        editions: ['seven', 'twelve'],
        themes: ['health'],
        formats: ['plenary'],
        page: 2,
        perPage: 10,
      },
      complaints: [],
    });
    expect(read('theme=&page=')).toEqual({ filter: allSessions(), complaints: [] });
  });
  test.each(['edition=2099', 'edition=201', 'theme=x', 'format=x', 'page=0', 'perPage=101', 'q=x', 'page=1&page=2'])(
    'refuses %s by name',
    (query) => {
      expect(read(query).complaints.map(({ name }) => name)).toEqual([query.split('=')[0]]);
    },
  );
});

eachDatabase('Sessions', (open) => {
  let database: OpenDatabase;
  let edition: string;
  const ctx = (actor: Context['actor'] = OPERATOR): Context => ({
    db: database.db,
    now: new Date('2026-11-24T10:00:00Z'),
    locale: 'en',
    actor,
  });
  const form = (en: string, more: Partial<SessionForm> = {}): SessionForm => ({
    ...emptySession(),
    format: 'roundtable',
    title: titled(en),
    ...more,
  });
  const made = async (en: string, more: Partial<SessionForm> = {}) =>
    (await createSession(ctx(), '2020', form(en, more))) as Session;
  const fieldsOf = (answer: object | null) =>
    answer && 'complaints' in answer ? (answer.complaints as { name: string }[]).map(({ name }) => name) : answer;

  beforeAll(async () => {
    database = await open();
    const subThemes = ['labour-mobility', 'education', 'health', 'remittances'].map((theme) => ({
      title: titled(theme),
      themes: [theme],
    }));
    const of = { ...emptyEdition(), number: '13', years: '2020', chairs: ['AE'], subThemes };
    const written = await createEdition(ctx(), of, 'planned');
    edition = 'id' in written ? written.id : '';
  });
  afterAll(() => database.close());

  test('stand on a programme by day, those without one behind; addresses are given once and stay', async () => {
    await made('Labour mobility');
    await made('Labour mobility', { from: '2020-06-02' });
    await made('Opening', { format: 'plenary', from: '2020-06-01' });
    expect((await sessionsOf(database.db, edition, 'shown')).map(({ slug }) => slug)).toEqual([
      '2020-opening',
      '2020-labour-mobility-2',
      '2020-labour-mobility',
    ]);
    const renamed = await changeSession(ctx(), '2020-opening', 1, form('Welcome', { format: 'plenary' }));
    expect(renamed).toMatchObject({ slug: '2020-opening', title: { en: 'Welcome' }, version: 2 });
    expect(await createSession(ctx(), '1999', form('Nowhere'))).toBeNull();
  });

  test('are changed by those who prepare the programme only, and none overwrites another', async () => {
    await expect(createSession(ctx(VISITOR), '2020', form('X'))).rejects.toBeInstanceOf(NotPermitted);
    await expect(hideSession(ctx(VISITOR), '2020-opening', true)).rejects.toBeInstanceOf(NotPermitted);
    const late = await changeSession(ctx(), '2020-opening', 1, form('Other'));
    expect(late && 'now' in late ? late.now.title : late).toEqual({ en: 'Welcome' });
    expect(await changeSession(ctx(), 'nothing', 1, form('Other'))).toBeNull();
  });

  test('a regional consultation is refused with more than three themes, or with one that is not the edition’s', async () => {
    const about = (...themes: string[]) => form('Consultation', { format: 'regional-consultation', themes });
    for (const themes of [['labour-mobility', 'education', 'health', 'remittances'], ['climate-and-displacement']])
      expect(fieldsOf(await createSession(ctx(), '2020', about(...themes)))).toEqual(['themes']);
    const well = await createSession(ctx(), '2020', about('labour-mobility', 'education', 'health'));
    expect(well).toMatchObject({ slug: '2020-consultation' });
  });

  test('are found by edition, theme and format, page by page', async () => {
    const slugs = async (more: Partial<Parameters<typeof findSessions>[1]>) => {
      const { total, sessions } = await findSessions(database.db, { ...allSessions(), ...more });
      return [total, ...sessions.map(({ slug }) => slug)];
    };
    expect(await slugs({ themes: ['health', 'remittances'] })).toEqual([1, '2020-consultation']);
    expect(await slugs({ formats: ['roundtable'], perPage: 1, page: 2 })).toEqual([2, '2020-labour-mobility-2']);
    expect(await slugs({ editions: [edition], formats: ['plenary', 'regional-consultation'] })).toEqual([
      2,
      '2020-opening',
      '2020-consultation',
    ]);
    expect((await sessionsOnTheme(database.db, 'education')).map(({ slug }) => slug)).toEqual(['2020-consultation']);
  });

  test('that are taken off the programme are found nowhere, keep their address and versions, and come back', async () => {
    expect(await hideSession(ctx(), '2020-consultation', true)).toMatchObject({ hidden: true, version: 2 });
    expect(await sessionsOnTheme(database.db, 'education')).toEqual([]);
    expect(await sessionsOf(database.db, edition, 'shown')).toHaveLength(3);
    expect(await sessionsOf(database.db, edition, 'hidden')).toHaveLength(4);
    const hidden = (await sessionAt(database.db, '2020-consultation'))!;
    expect(hidden.hidden).toBe(true);
    await hideSession(ctx(), '2020-consultation', false);
    expect((await versionsOf(database.db, hidden.id)).map(({ action }) => action)).toEqual([
      'session.created',
      'session.hidden',
      'session.shown',
    ]);
    expect(await sessionsOnTheme(database.db, 'education')).toHaveLength(1);
  });
});
