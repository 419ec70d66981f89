import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NotPermitted, OPERATOR } from '#forum/people/index.ts';
import { VISITOR, type Context } from '#platform/context.ts';
import { eachDatabase } from '../../../tests/support/databases.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { importPractices } from './actions.ts';
import { EXPORT_FORMATS, writeExport } from './export/formats.ts';
import { anyCatalogue } from './export/practices.fixture.ts';
import { importWhole } from './import/import-whole.fixture.ts';
import type { ImportRow } from './import/import-row.ts';
import { readImportRows } from './import/read-rows.ts';
import { refused } from './import/table.ts';
import type { Practice } from './model.ts';
import { allPractices, countPractices, practiceAt, practicesAt, practicesById } from './store.ts';
import { versionsOfPractice } from './versions.ts';

eachDatabase('Importing practices', (open) => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  const ctx = (): Context => ({
    db: database.db,
    now: new Date('2020-03-08T10:00:00Z'),
    locale: 'en',
    actor: OPERATOR,
  });
  const row = (number: number, content: ImportRow['content'], more: Partial<ImportRow> = {}): ImportRow => ({
    number,
    content,
    received: content,
    refusals: [],
    ...more,
  });
  const run = (rows: ImportRow[], apply = true) =>
    importWhole(ctx(), { file: 'test.csv', apply, origin: 'http://forum.example' }, rows);

  test('a new practice is written with its first version and the row it came from', async () => {
    const outcome = await run([row(2, { title: 'Village offices', countries: ['KE'], sdg: ['10.7', '8'] })]);
    expect(outcome.new).toEqual([{ row: 2, title: 'Village offices', slug: 'village-offices' }]);
    const practice = (await practiceAt(database.db, 'village-offices'))!;
    expect(practice).toMatchObject({ sdg: ['8', '10.7'], regions: ['014'], version: 1 });
    expect(await versionsOfPractice(database.db, practice.id)).toHaveLength(1);
  });

  test('the same row again changes nothing, and what a row does not speak of stays', async () => {
    expect((await run([row(2, { title: 'VILLAGE OFFICES', countries: ['KE'] })])).changed[0]?.differences).toEqual([
      { field: 'title', before: 'Village offices', after: 'VILLAGE OFFICES' },
    ]);
    const { unchanged } = await run([row(2, { title: 'VILLAGE OFFICES', countries: ['KE'] })]);
    expect(unchanged).toHaveLength(1);
    const practice = (await practiceAt(database.db, 'village-offices'))!;
    expect(practice).toMatchObject({ sdg: ['8', '10.7'], version: 2 });
    const versions = await versionsOfPractice(database.db, practice.id);
    expect(versions.map(({ changed }) => changed)).toEqual([[], ['title']]);
    expect(versions[0]!.content.title).toBe('Village offices');
  });

  test('the same name in another country is another practice with an address of its own', async () => {
    const outcome = await run([row(2, { title: 'Village offices', countries: ['UG'] })]);
    expect(outcome.new[0]?.slug).toBe('village-offices-2');
  });

  test('a row that repeats an earlier one is refused, and then none is written', async () => {
    const before = await countPractices(database.db);
    const outcome = await run([
      row(2, { title: 'Twice', countries: ['KE'] }),
      row(3, { title: 'Twice', countries: ['KE'] }),
    ]);
    expect(outcome).toMatchObject({ applied: false, refused: [{ row: 3, column: 'title' }] });
    expect(await countPractices(database.db)).toBe(before);
  });

  test('a link of the name to our own page is the practice’s address, not a link of it', async () => {
    const links = ['http://forum.example/fr/practices/village-offices'];
    const outcome = await run([row(2, { title: 'Village offices renamed', links })], false);
    expect(outcome.changed[0]).toMatchObject({ slug: 'village-offices' });
    expect(outcome.changed[0]!.differences.map(({ field }) => field)).toEqual(['title']);
  });

  test('two imports at once of the same file write it once', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => row(at + 2, { title: `Together ${at}`, countries: ['TZ'] }));
    const outcomes = await Promise.all([run(rows), run(rows)]);
    expect(outcomes.map((outcome) => outcome.new.length).sort()).toEqual([0, 30]);
    const slugs = [];
    for await (const batch of allPractices(database.db)) slugs.push(...batch.map(({ slug }) => slug));
    expect(slugs.filter((slug) => slug.startsWith('together-'))).toHaveLength(30);
  });

  test('a file that breaks off after its first rows writes none of them, and the rest is not waited for', async () => {
    const before = await countPractices(database.db);
    async function* breaking() {
      yield { ok: true as const, value: [row(2, { title: 'Before the break', countries: ['KE'] })] };
      yield refused('import.delimited-broken', { line: 3 });
      throw new Error('nobody is to ask for more');
    }
    const order = { file: 'test.csv', apply: true, origin: '' };
    const silent = { progress: () => undefined, tell: async () => undefined };
    const outcome = await importPractices(ctx(), order, breaking(), silent);
    expect(outcome).toMatchObject({ applied: false, problem: { key: 'import.delimited-broken' } });
    expect(await countPractices(database.db)).toBe(before);
  });

  test('many rows of one name have addresses one after the other, also with those that are there', async () => {
    const named = (from: number) =>
      Array.from({ length: 40 }, (_, at) =>
        row(at, { title: 'Same name', countries: ['KE'], places: [`Place ${from + at}`] }),
      );
    const first = await run(named(0));
    expect(first.new.map(({ slug }) => slug).slice(0, 3)).toEqual(['same-name', 'same-name-2', 'same-name-3']);
    const ids = named(100).map((one, at) => ({ ...one, id: `0190b3a8-0000-7000-8000-0000000000${10 + at}` }));
    expect((await run(ids.map((one) => ({ ...one, content: { ...one.content, countries: ['BD'] } })))).refused).toEqual(
      [],
    );
    const slugs = [];
    for await (const batch of allPractices(database.db)) slugs.push(...batch.map(({ slug }) => slug));
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  test('a practice told by its id can move to another address and back; every address it had leads to it', async () => {
    const { id } = (await practiceAt(database.db, 'village-offices'))!;
    const move = async (slug: string) => (await run([row(2, { title: 'VILLAGE OFFICES' }, { id, slug })])).changed[0];
    expect(await move('offices')).toMatchObject({
      slug: 'offices',
      differences: [{ field: 'slug', before: 'village-offices', after: 'offices' }],
    });
    expect((await practiceAt(database.db, 'village-offices'))!.slug).toBe('offices');
    expect(await practicesAt(database.db, ['offices', 'village-offices', 'nothing'])).toHaveProperty('size', 2);

    const other = await run([row(2, { title: 'Village offices', countries: ['AR'] })]);
    expect(other.new[0]!.slug).not.toBe('village-offices');
    const unsaid = await run([
      row(2, { title: 'VILLAGE OFFICES', summary: 'By its former address.' }, { slug: 'village-offices' }),
    ]);
    expect(unsaid.changed[0]).toMatchObject({ slug: 'offices' });

    expect(await move('village-offices')).toMatchObject({ slug: 'village-offices' });
    expect((await practiceAt(database.db, 'offices'))!.slug).toBe('village-offices');
    expect(await move(other.new[0]!.slug)).toMatchObject({ slug: `${other.new[0]!.slug}-2` });
  });

  test('half a character, which JSON can say and no database takes, is written as a mark for it', async () => {
    const read = await readImportRows({
      name: 'half.json',
      chunks: () => [Buffer.from('[{"title":"Half \\ud800 a sign","summary":"\\udc00"}]')],
    });
    if (!read.ok) throw new Error(read.problem.key);
    const rows: ImportRow[] = [];
    for await (const step of read.rows) if (step.ok) rows.push(...step.value);
    expect((await run(rows)).applied).toBe(true);
    expect(await practiceAt(database.db, 'half-a-sign')).toMatchObject({
      title: 'Half \ufffd a sign',
      summary: '\ufffd',
    });
  });

  describe('what a practice was taken over from', () => {
    const slugsOf = async (slug: string) => {
      const { replicates } = (await practiceAt(database.db, slug))!;
      return (await practicesById(database.db, replicates)).map((practice) => practice.slug).sort();
    };
    const origin = (number: number, title: string, replicates: string[], more: Partial<ImportRow> = {}) =>
      row(number, { title, countries: ['PE'], replicates }, more);

    test('is named by id, by address, by the address of its page in any language, or by a row that comes later', async () => {
      const { id } = (await practiceAt(database.db, 'half-a-sign'))!;
      const outcome = await run([
        origin(2, 'Taken over', [
          id,
          'village-offices',
          'http://forum.example/fr/practices/other-office',
          'third-office',
        ]),
        origin(3, 'Other office', []),
        origin(4, 'Third office', ['other-office']),
      ]);
      expect([outcome.refused, outcome.new.length]).toEqual([[], 3]);
      const moved = (await practiceAt(database.db, 'village-offices'))!.slug;
      expect(await slugsOf('taken-over')).toEqual(['half-a-sign', 'other-office', 'third-office', moved]);
      expect(await slugsOf('third-office')).toEqual(['other-office']);
      const again = await run([origin(2, 'Taken over', ['third-office', 'village-offices'])]);
      expect(again.changed[0]!.differences).toMatchObject([{ field: 'replicates' }]);
      expect((await run([row(2, { title: 'Taken over', countries: ['PE'] })])).unchanged).toHaveLength(1);
    });

    test('is refused by name where there is no such practice, and then nothing is written', async () => {
      const before = await countPractices(database.db);
      const outcome = await run([origin(2, 'Lost', ['nowhere', 'third-office']), origin(3, 'Found', ['third-office'])]);
      expect(outcome).toMatchObject({
        applied: false,
        refused: [{ row: 2, column: 'replicates', read: 'nowhere', why: { key: 'import.unknown-practice' } }],
      });
      expect(await countPractices(database.db)).toBe(before);
    });

    test('is never itself, by whatever way', async () => {
      const outcome = await run([
        origin(2, 'Ring one', ['ring-two']),
        origin(3, 'Ring two', ['ring-three']),
        origin(4, 'Ring three', ['ring-one']),
        origin(5, 'Behind the ring', ['ring-one']),
      ]);
      expect(outcome.applied).toBe(false);
      expect(outcome.refused.map((refusal) => [refusal.row, refusal.why.key])).toEqual(
        [2, 3, 4].map((number) => [number, 'import.replicates-itself']),
      );
      const back = await run([origin(2, 'Other office', ['third-office'])]);
      expect(back.refused).toMatchObject([{ row: 2, why: { key: 'import.replicates-itself' } }]);
    });
  });

  test('a translation is added text by text, and what a file does not speak of stays', async () => {
    const speak = (content: ImportRow['content']) =>
      run([row(2, { title: 'Third office', countries: ['PE'], ...content })]);
    await speak({ translations: { fr: { title: 'Troisième bureau' } } });
    await speak({ translations: { fr: { summary: 'Un résumé' }, es: { title: 'Tercera oficina' } } });
    const practice = (await practiceAt(database.db, 'third-office'))!;
    expect(practice.translations).toMatchObject({
      fr: { title: 'Troisième bureau', summary: 'Un résumé' },
      es: { title: 'Tercera oficina' },
    });
    expect((await speak({ translations: practice.translations })).unchanged).toHaveLength(1);
    const own = await speak({ translations: { en: { title: 'Bureau' } } });
    expect(own.refused).toMatchObject([{ column: 'title.en', why: { key: 'import.translated-into-itself' } }]);
  });

  test.each(EXPORT_FORMATS)(
    'whatever the catalogue holds, written as %s, imports into an empty one and is written the same',
    async (format) => {
      const write = async (list: Practice[]) => (await writeExport(format, list, 'http://forum.example', 2024)).body;
      await fc.assert(
        fc.asyncProperty(anyCatalogue, async (practices) => {
          await database.db.execute(sql`truncate practices, former_addresses, versions cascade`);
          const bytes = await write(practices);
          const read = await readImportRows({ name: `practices.${format}`, chunks: () => [bytes] });
          if (!read.ok) throw new Error(read.problem.key);
          const rows: ImportRow[] = [];
          for await (const step of read.rows) if (step.ok) rows.push(...step.value);
          const outcome = await run(rows);
          expect([outcome.refused, outcome.applied]).toEqual([[], true]);
          const kept: Practice[] = [];
          for await (const batch of allPractices(database.db)) kept.push(...batch);
          expect(await write(kept)).toEqual(bytes);
          expect((await run(rows)).unchanged).toHaveLength(practices.length);
        }),
        { numRuns: 12 },
      );
    },
  );

  test('a visitor may not import', async () => {
    const asked = importWhole({ ...ctx(), actor: VISITOR }, { file: 'x', apply: true, origin: '' }, []);
    await expect(asked).rejects.toBeInstanceOf(NotPermitted);
  });
});
