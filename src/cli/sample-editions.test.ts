import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eachDatabase } from '../../tests/support/databases.ts';
import { LOCALES } from '#vocab/language.ts';
import { isWritten } from '#vocab/texts.ts';
import { isTarget, isGoal } from '#vocab/sdg.ts';
import type { Context } from '#platform/context.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { programFolder } from '#platform/settings.ts';
import {
  allEditions,
  type Edition,
  type EditionContent,
  editionCalled,
  presentEdition,
  troikaOf,
} from '#forum/editions/index.ts';
import { OPERATOR } from '#forum/people/index.ts';
import { type Session, type SessionContent, sessionsOf, sessionsOnTheme } from '#forum/programme/index.ts';
import { loadEditions } from './first-start.ts';

/**
 * Who led in each year, written by hand from the facts (Focused Input to the HLPF 2020, section I; PRODUCT.md, rule 6): previous, current and next chairs.
 * Germany and Morocco chaired 2017 and 2018 together, so each is named once, in the present.
 */
const TROIKAS: Record<number, [previous: string, current: string, next: string]> = {
  2007: ['', 'BE', 'PH'],
  2008: ['BE', 'PH', 'GR'],
  2009: ['PH', 'GR', 'MX'],
  2010: ['GR', 'MX', 'CH'],
  2011: ['MX', 'CH', 'MU'],
  2012: ['CH', 'MU', 'SE'],
  2013: ['MU', 'SE', 'TR'],
  2014: ['MU', 'SE', 'TR'],
  2015: ['SE', 'TR', 'BD'],
  2016: ['TR', 'BD', 'DE MA'],
  2017: ['BD', 'DE MA', ''],
  2018: ['', 'DE MA', 'EC'],
  2019: ['DE MA', 'EC', 'AE'],
  2020: ['EC', 'AE', ''],
};

eachDatabase('The history of the sample’s forum', (open) => {
  let database: OpenDatabase;
  let editions: Edition[];
  const sessions = new Map<number, Session[]>();
  const roundtables = (number: number) => sessions.get(number)!.filter(({ format }) => format === 'roundtable');
  /** The numbers of the editions with a session of a theme. */
  const numbersOf = (theme: string, of = (number: number) => sessions.get(number)!) =>
    editions.map(({ number }) => number).filter((number) => of(number).some(({ themes }) => themes.includes(theme)));

  beforeAll(async () => {
    database = await open();
    const ctx: Context = { db: database.db, now: new Date('2026-11-24T10:00:00Z'), locale: 'en', actor: OPERATOR };
    await loadEditions(ctx);
    editions = await allEditions(database.db);
    for (const { id, number } of editions) sessions.set(number, await sessionsOf(database.db, id, 'shown'));
  });
  afterAll(() => database.close());

  test('has thirteen editions, from Brussels in 2007 to the present one', async () => {
    expect(editions.map(({ number, slug, city }) => `${number} ${slug} ${city}`.trim())).toEqual([
      '1 2007 Brussels',
      '2 2008 Manila',
      '3 2009 Athens',
      '4 2010 Puerto Vallarta',
      '5 2011 Geneva',
      '6 2012 Port Louis',
      '7 2014 Stockholm',
      '8 2015 Istanbul',
      '9 2016 Dhaka',
      '10 2017 Berlin',
      '11 2018 Marrakesh',
      '12 2019 Quito',
      '13 2020',
    ]);
    expect((await presentEdition(database.db))?.number).toBe(13);
    expect(editions.filter(({ stage }) => stage === 'past')).toHaveLength(12);
    expect((await editionCalled(database.db, '2013'))?.city).toBe('Stockholm');
  });

  test.each(Object.entries(TROIKAS))('the Troika of %s follows from the chairs', async (year, written) => {
    const { number } = (await editionCalled(database.db, year))!;
    const { previous, current, next } = troikaOf(editions, number);
    expect([previous, current, next].map((states) => states.join(' '))).toEqual(written);
  });

  test('policy coherence led the first four: no other theme was on a roundtable of each, and none was on more of them', () => {
    const counts = new Map<string, number>();
    for (const number of [1, 2, 3, 4])
      for (const theme of roundtables(number).flatMap(({ themes }) => themes))
        counts.set(theme, (counts.get(theme) ?? 0) + 1);
    const inAll = [...counts.keys()].filter((theme) =>
      [1, 2, 3, 4].every((number) => roundtables(number).some(({ themes }) => themes.includes(theme))),
    );
    expect(inAll).toEqual(['policy-coherence']);
    expect([...counts].toSorted(([, a], [, b]) => b - a)[0]![0]).toBe('policy-coherence');
  });

  test('labour mobility was on a roundtable of the first and of at least seven of the next twelve', async () => {
    const [first, ...others] = numbersOf('labour-mobility', roundtables);
    expect(first).toBe(1);
    expect(others.length).toBeGreaterThanOrEqual(7);
    const found = await sessionsOnTheme(database.db, 'labour-mobility');
    expect(new Set(found.map(({ edition }) => edition)).size).toBe(others.length + 1);
  });

  test('migration in development planning was on roundtables of at least five', () => {
    expect(numbersOf('mainstreaming', roundtables).length).toBeGreaterThanOrEqual(5);
  });

  test('the Millennium Development Goals in 2009; narratives, mixed migration and rural development from 2019 on; technology from 2020 on', () => {
    expect(roundtables(3).some(({ title }) => title.en?.includes('Millennium Development Goals'))).toBe(true);
    expect(numbersOf('migration-narratives')[0]).toBe(12);
    expect(numbersOf('mixed-migration')[0]).toBe(12);
    expect(numbersOf('rural-development')[0]).toBe(12);
    expect(numbersOf('technology-and-digital')).toEqual([13]);
  });

  test('2020 set itself six themes and prepares them in six regional consultations', () => {
    expect(editions.at(-1)!.subThemes).toHaveLength(6);
    expect(sessions.get(13)!.filter(({ format }) => format === 'regional-consultation')).toHaveLength(6);
  });

  test.each([
    [1, 'King Baudouin'],
    [2, 'two days'],
    [3, 'working groups'],
    [3, 'Regional Consultative Processes'],
    [4, 'Common Space'],
    [4, 'Platform for Partnerships'],
    [5, 'fourteen thematic meetings'],
    [6, 'first Forum in Africa'],
    [7, 'Migrants in Countries in Crisis'],
    [9, 'Business Mechanism'],
    [11, 'Mayors’ Mechanism'],
    [11, 'Migration Lab'],
    [12, 'World Café'],
    [12, 'Tech Garden'],
    [13, 'Six regional consultations'],
  ])('edition %i did for the first time: %s, and says where that is known from', (number, words) => {
    const { innovations } = editions.find((edition) => edition.number === number)!;
    expect(innovations.find(({ text }) => text.en?.includes(words))?.source?.label).toMatch(/./);
  });
});

describe('The files of the sample', () => {
  const read = <Data>(file: string) =>
    JSON.parse(readFileSync(join(programFolder(), 'sample', file), 'utf8')) as Data[];
  const editions = read<EditionContent>('editions.json');
  const sessions = read<SessionContent & { edition: string }>('sessions.json');

  test('are written in all four languages, wherever they say something', () => {
    const texts = [
      ...editions.flatMap(({ theme, summary, outcome, subThemes, innovations }) => [
        theme,
        summary,
        outcome,
        ...subThemes.map(({ title }) => title),
        ...innovations.map(({ text }) => text),
      ]),
      ...sessions.flatMap(({ title, summary }) => [title, summary]),
    ].filter(isWritten);
    for (const text of texts) expect(LOCALES.filter((locale) => !text[locale])).toEqual([]);
  });

  test('say of every edition, of every first and of every session where it is known from', () => {
    for (const { sources, innovations } of editions) {
      expect(sources.length).toBeGreaterThan(0);
      expect(innovations.filter(({ source }) => source === null)).toEqual([]);
    }
    expect(sessions.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  test('name only SDG references that there are', () => {
    const all = sessions.flatMap(({ sdg }) => sdg);
    expect(all.filter((code) => !isTarget(code) && !isGoal(code))).toEqual([]);
  });
});
