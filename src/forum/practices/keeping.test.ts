import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '#platform/open-database.ts';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { isStale } from './currency.ts';
import { practice } from './export/practices.fixture.ts';
import { practicesWithoutOwner } from './keeping.ts';
import { insertPractices, publishedLinks } from './store.ts';

eachDatabase('Which practices nobody has confirmed for long', (open) => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test('is the same to the database as to the rule', async () => {
    const came = ['2019-05-05T00:00:00.000Z', '2025-11-23T09:59:59.000Z', '2026-11-01T00:00:00.000Z'];
    const all = came.flatMap((createdAt) =>
      [null, '2026-01-01T00:00:00.000Z'].flatMap((confirmedAt) =>
        [null, 2018, 2026].flatMap((edition) =>
          (['published', 'archived'] as const).flatMap((standing) =>
            [
              { start: 2018, end: null, ongoing: true },
              { start: 2018, end: 2020, ongoing: false },
              { start: null, end: 2027, ongoing: false },
              { start: 2030, end: 2031, ongoing: false },
              { start: null, end: null, ongoing: false },
            ].map((years) => ({ ...years, createdAt, confirmedAt, standing, source: { edition, label: '' } })),
          ),
        ),
      ),
    );
    const practices = all.map((said, at) =>
      practice({ ...said, id: `0197f3c2-7a10-7000-8000-${String(at).padStart(12, '0')}`, slug: `practice-${at}` }),
    );
    await insertPractices(database.db, practices);
    for (const day of ['2025-01-01', '2026-11-23', '2026-11-24', '2028-02-29']) {
      const now = new Date(`${day}T10:00:00Z`);
      const { noneStale } = await practicesWithoutOwner(database.db, now);
      expect([day, noneStale]).toEqual([day, practices.filter((one) => isStale(one, now)).length]);
    }
  });

  test('every link of what is published is known once, and none of what is not', async () => {
    const links = ['https://example.org/one', 'https://example.org/two'];
    await insertPractices(database.db, [
      practice({ id: '0197f3c2-7a10-7000-8000-100000000001', slug: 'linked', links, evaluations: [links[1]!] }),
      practice({
        id: '0197f3c2-7a10-7000-8000-100000000002',
        slug: 'linked-archived',
        links: ['https://example.org/three'],
        standing: 'archived',
      }),
    ]);
    const known = await publishedLinks(database.db);
    expect(known.filter((address) => /one|two|three/.test(address)).sort()).toEqual(links);
  });
});
