import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATOR } from '#forum/people/index.ts';
import { openInMemory, type OpenDatabase } from '#platform/open-database.ts';
import { importPractices, type ImportRow, type PracticeContent } from '#forum/practices/index.ts';
import { annexReport, editionOfReport, reportsOf } from './catalogue.ts';

let open: OpenDatabase;
beforeAll(async () => (open = await openInMemory()));
afterAll(() => open.close());

const ORIGIN = 'https://forum.example';

async function* coming(value: ImportRow[]) {
  yield { ok: true as const, value };
}

async function add(...contents: Pick<PracticeContent, 'title' | 'source'>[]): Promise<void> {
  const rows = contents.map((content, at) => ({ number: at + 1, content, received: content, refusals: [] }));
  const ctx = { db: open.db, now: new Date(), locale: 'en' as const, actor: OPERATOR };
  const order = { file: 'annex.csv', apply: true, origin: '' };
  const { applied } = await importPractices(ctx, order, coming(rows), {
    progress: () => undefined,
    tell: async () => undefined,
  });
  expect(applied).toBe(true);
}

describe('the reports of a forum', () => {
  test('are none while it has no practices', async () => {
    expect(await reportsOf(open.db, 'en')).toEqual([]);
    expect(await annexReport(open.db, 2020, 'en', ORIGIN)).toBeNull();
  });

  test('are an annex for every edition that practices came from, the latest first', async () => {
    await add(
      { title: 'B', source: { edition: 2020, label: 'Call for inputs' } },
      { title: 'A', source: { edition: 2020, label: '2019 Roundtables' } },
      { title: 'C', source: { edition: 2022, label: '' } },
      { title: 'D', source: { edition: null, label: 'Elsewhere' } },
    );
    expect(await reportsOf(open.db, 'fr')).toEqual([
      { slug: 'annex-2022', edition: 2022, title: 'Annexe 2022\u00a0: pratiques présentées au Forum', count: 1 },
      { slug: 'annex-2020', edition: 2020, title: 'Annexe 2020\u00a0: pratiques présentées au Forum', count: 2 },
    ]);
  });

  test('hold the practices of their edition in the order in which they came', async () => {
    const annex = await annexReport(open.db, 2020, 'en', ORIGIN);
    expect(annex!.parts.flatMap(({ rows }) => rows.map(({ name, href }) => [name, href]))).toEqual([
      ['B', 'https://forum.example/practices/b'],
      ['A', 'https://forum.example/practices/a'],
    ]);
  });
});

test('the address of an annex names its edition', () => {
  expect(editionOfReport('annex-2020')).toBe(2020);
});

test.each(['annex', 'annex-20', 'annex-2020-1', 'Annex-2020', 'hlpf-2020', ''])(
  '“%s” is the address of no annex',
  (slug) => {
    expect(editionOfReport(slug)).toBeNull();
  },
);
