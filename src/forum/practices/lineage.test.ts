import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { OpenDatabase } from '#platform/open-database.ts';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { practice } from './export/practices.fixture.ts';
import { lineageOf, MOST_GENERATIONS, MOST_RELATIVES } from './lineage.ts';
import type { Practice } from './model.ts';
import { insertPractices, practiceAt, replicatesItself } from './store.ts';

eachDatabase('The lineage of a practice', (open) => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  const ids = new Map<string, string>();
  const idOf = (slug: string) => ids.get(slug) ?? ids.set(slug, uuidv7()).get(slug)!;
  const add = (slug: string, origins: string[], more: Partial<Practice> = {}) =>
    insertPractices(database.db, [
      practice({ id: idOf(slug), slug, title: slug, replicates: origins.map(idOf), ...more }),
    ]);
  const told = async (slug: string) => {
    const { relatives, complete } = await lineageOf(database.db, (await practiceAt(database.db, slug))!);
    return { complete, relatives: relatives.map(({ practice: one, generation }) => `${generation} ${one.slug}`) };
  };

  test('tells where it comes from and where it went, each practice once, the nearest first', async () => {
    await add('origin', []);
    await add('left', ['origin'], { start: 2001 });
    await add('right', ['origin'], { start: 2002 });
    await add('here', ['left', 'right']);
    await add('after', ['here', 'origin']);
    await add('last', ['after']);
    expect(await told('here')).toEqual({
      complete: true,
      relatives: ['-1 left', '-1 right', '-2 origin', '1 after', '2 last'],
    });
    expect((await told('origin')).relatives).toEqual(['1 left', '1 right', '1 after', '2 here', '2 last']);
  });

  test('of one that stands alone is empty', async () => {
    await add('alone', []);
    expect(await told('alone')).toEqual({ complete: true, relatives: [] });
  });

  test('has nothing in it that was withdrawn, nor what is only reached through that; what is archived is in it', async () => {
    await add('gone', [], { standing: 'withdrawn' });
    await add('kept', [], { standing: 'archived' });
    await add('taker', ['gone', 'kept', 'nowhere']);
    await add('hidden', ['taker'], { standing: 'withdrawn' });
    await add('beyond', ['hidden']);
    expect((await told('taker')).relatives).toEqual(['-1 kept']);
  });

  test('is cut, and said to be, where it is long or wide', async () => {
    for (let at = 0; at <= MOST_GENERATIONS + 2; at++) await add(`long-${at}`, at === 0 ? [] : [`long-${at - 1}`]);
    const long = await told('long-0');
    expect([long.complete, long.relatives.length]).toEqual([false, MOST_GENERATIONS]);
    await add('wide', []);
    for (let at = 0; at <= MOST_RELATIVES; at++) await add(`wide-${at}`, ['wide']);
    const wide = await told('wide');
    expect([wide.complete, wide.relatives.length]).toEqual([false, MOST_RELATIVES]);
    expect((await told('long-8')).complete).toBe(false);
  });

  test('ends even where the data hold a circle, which a rule keeps out', async () => {
    await add('circle-1', ['circle-2']);
    await add('circle-2', ['circle-1']);
    expect((await told('circle-1')).relatives).toEqual(['-1 circle-2']);
    expect(await replicatesItself(database.db, idOf('origin'), [idOf('last')])).toBe(true);
    expect(await replicatesItself(database.db, idOf('origin'), [idOf('origin')])).toBe(true);
    expect(await replicatesItself(database.db, idOf('last'), [idOf('origin')])).toBe(false);
    expect(await replicatesItself(database.db, idOf('alone'), [])).toBe(false);
  });

  test('asks the database once a generation, however many practices there are', async () => {
    let asked = 0;
    const counting = new Proxy(database.db, {
      get: (target, name) => (name === 'select' && asked++, Reflect.get(target, name) as unknown),
    });
    await lineageOf(counting, (await practiceAt(database.db, 'wide'))!);
    expect(asked).toBeLessThanOrEqual(4);
  });
});
