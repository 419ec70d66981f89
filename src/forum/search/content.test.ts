import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#platform/context.ts';
import { openInMemory, type OpenDatabase } from '#platform/open-database.ts';
import { OPERATOR } from '#forum/people/index.ts';
import { importPractices, type ImportRow, type Said, wholeCatalogue } from '#forum/practices/index.ts';
import { createPracticeSearch } from './index.ts';

let open: OpenDatabase;
const search = createPracticeSearch();
const now = new Date('2026-03-08T10:00:00Z');

const CATALOGUE: Said[] = [
  {
    title: 'Village savings desks',
    summary: 'Families meet a clerk.',
    translations: {
      fr: {
        title: 'Guichets d’épargne villageois',
        summary: 'Un commis reçoit les familles.',
        lessons: 'Former les commis',
      },
      ar: { title: 'مكاتب الادخار في القرى' },
    },
    countries: ['KE'],
  },
  {
    title: 'Nurse exchange',
    owner: 'Ministry of Hospitals',
    results: 'Four hundred midwives returned.',
    costs: 'Two million kroner.',
    lessons: 'Housing came too late.',
    needs: 'A registry of diplomas.',
    countries: ['NO'],
  },
  { title: 'Midwives of the north', summary: 'They travel.', countries: ['SE'] },
];

async function* rows() {
  yield {
    ok: true as const,
    value: CATALOGUE.map((content, at): ImportRow => ({ number: at + 2, content, received: null, refusals: [] })),
  };
}

beforeAll(async () => {
  open = await openInMemory();
  const ctx: Context = { db: open.db, now, locale: 'en', actor: OPERATOR };
  const silent = { progress: () => undefined, tell: async () => undefined };
  const { applied } = await importPractices(ctx, { file: 'a.json', apply: true, origin: '' }, rows(), silent);
  expect(applied).toBe(true);
});
afterAll(() => open.close());

const find = async (q: string) => {
  const { practices, marked } = await search.find(open.db, { ...wholeCatalogue(), q, sort: 'relevance' }, now);
  return { titles: practices.map(({ title }) => title), marked };
};

describe('A practice is found', () => {
  test.each([
    ['épargne', 'a word of its French name'],
    ['familles', 'a French plural'],
    ['famille', 'a French word by its stem'],
    ['former', 'what its translation says was learnt'],
    ['الادخار', 'a word of its Arabic name'],
    ['families', 'a word it was written with'],
  ])('by “%s”: %s', async (q) => expect((await find(q)).titles).toEqual(['Village savings desks']));

  test.each(['hospitals', 'returned', 'kroner', 'housing', 'diplomas'])('by “%s”, told of it besides', async (q) =>
    expect((await find(q)).titles).toEqual(['Nurse exchange']),
  );

  test('rather by its name than by what came of it', async () =>
    expect((await find('midwives')).titles).toEqual(['Midwives of the north', 'Nurse exchange']));

  test('and what was searched for is marked in the translation a reader is shown', async () => {
    const { marked } = await find('épargne');
    expect(
      marked('Guichets d’épargne villageois')
        .filter(({ hit }) => hit)
        .map(({ text }) => text),
    ).toEqual(['d’épargne']);
  });
});
