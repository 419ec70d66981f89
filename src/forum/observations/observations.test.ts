import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { type Context, VISITOR } from '#platform/context.ts';
import { versionsOf } from '#platform/history.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { createEdition, emptyEdition, noTexts } from '#forum/editions/index.ts';
import { NotPermitted, OPERATOR } from '#forum/people/index.ts';
import { createSession, emptySession } from '#forum/programme/index.ts';
import {
  changeObservation,
  changeRecommendation,
  emptyObservation,
  emptyRecommendation,
  findRecommendations,
  formOfRecommendation,
  type Observation,
  observationsOnTheme,
  type Recommendation,
  recommendationAt,
  releaseObservation,
  stageRecommendation,
  withdrawObservation,
  writeObservation,
  writeRecommendation,
} from './index.ts';

const titled = (en: string) => ({ ...noTexts(), en });
const heard = (en: string) => ({ ...emptyObservation(['labour-mobility']), text: titled(en) });
const recommended = (en: string) => ({
  ...emptyRecommendation(),
  title: titled(en),
  themes: ['migration-data'],
  source: { label: 'Report of the edition', url: '' },
});

eachDatabase('What was heard', (open) => {
  let database: OpenDatabase;
  let session: string;
  const as = (actor: Context['actor']): Context => ({
    db: database.db,
    now: new Date('2026-11-24T10:00:00Z'),
    locale: 'en',
    actor,
  });
  const write = async (en: string) => (await writeObservation(as(OPERATOR), session, heard(en))) as Observation;

  beforeAll(async () => {
    database = await open();
    const edition = { ...emptyEdition(), number: '13', years: '2020', chairs: ['AE'] };
    await createEdition(as(OPERATOR), edition, 'planned');
    const form = { ...emptySession(), format: 'roundtable', title: titled('Skills') };
    session = ((await createSession(as(OPERATOR), '2020', form)) as { slug: string }).slug;
    await database.db.execute(
      sql`insert into persons (id, name, created_at) values ('0190a000-0000-7000-8000-000000000001', 'Amina Odhiambo', now())`,
    );
  });
  afterAll(() => database.close());

  test('is a draft that nobody else reads until it is released, and is hidden again once it is withdrawn', async () => {
    const draft = await write('Fees are still paid by workers.');
    expect(await observationsOnTheme(database.db, 'labour-mobility')).toEqual([]);
    const released = (await releaseObservation(as(OPERATOR), draft.id, 1, false)) as Observation;
    expect((await observationsOnTheme(database.db, 'labour-mobility')).map(({ id }) => id)).toEqual([draft.id]);
    expect(await observationsOnTheme(database.db, 'health')).toEqual([]);
    await withdrawObservation(as(OPERATOR), draft.id, released.version);
    expect(await observationsOnTheme(database.db, null)).toEqual([]);
  });

  test('is not released while it may tell who spoke, unless somebody says to have looked', async () => {
    const country = await write('Kenya said that fees are too high.');
    expect(await releaseObservation(as(OPERATOR), country.id, 1, false)).toEqual({
      named: [{ kind: 'country', words: 'Kenya said' }],
    });
    const person = await write('Fees are too high, AMINA ODHIAMBO thinks.');
    expect(await releaseObservation(as(OPERATOR), person.id, 1, false)).toEqual({
      named: [{ kind: 'person', words: 'AMINA ODHIAMBO' }],
    });
    expect(await releaseObservation(as(OPERATOR), country.id, 1, true)).toMatchObject({ stage: 'released' });
    expect((await versionsOf(database.db, country.id)).at(-1)!.action).toBe('observation.released-sure');
  });

  test('is a draft again when it is changed, so that no new text goes out unseen', async () => {
    const draft = await write('Data are missing.');
    const released = (await releaseObservation(as(OPERATOR), draft.id, 1, false)) as Observation;
    const changed = await changeObservation(as(OPERATOR), draft.id, released.version, heard('Data exist.'));
    expect(changed).toMatchObject({ stage: 'draft', text: { en: 'Data exist.' } });
    const late = await changeObservation(as(OPERATOR), draft.id, released.version, heard('Data?'));
    expect(late).toMatchObject({ now: { text: { en: 'Data exist.' } } });
  });

  test('has nothing in the database that says who spoke: neither a column nor a field', async () => {
    const { id } = await write('Something.');
    const [{ content }] = (await versionsOf(database.db, id)) as unknown as [{ content: object }];
    expect(Object.keys(content).sort()).toEqual(['session', 'stage', 'text', 'themes']);
  });

  test('is written by nobody who may not, and not without a text', async () => {
    await expect(writeObservation(as(VISITOR), session, heard('x'))).rejects.toThrow(NotPermitted);
    expect(await writeObservation(as(OPERATOR), session, emptyObservation([]))).toMatchObject({
      complaints: [{ name: 'text.en' }],
    });
    expect(await writeObservation(as(OPERATOR), 'nothing', heard('x'))).toBeNull();
  });

  test('a recommendation keeps its address, is read once it is released, and tells what has come of it', async () => {
    const made = (await writeRecommendation(as(OPERATOR), '2020', recommended('More data'))) as Recommendation;
    const again = (await writeRecommendation(as(OPERATOR), '2020', recommended('More data'))) as Recommendation;
    expect([made.slug, again.slug]).toEqual(['2020-more-data', '2020-more-data-2']);
    expect(await findRecommendations(database.db, { stages: ['released'] })).toEqual([]);
    const released = (await stageRecommendation(as(OPERATOR), made.slug, 1, 'released')) as Recommendation;
    const form = { ...formOfRecommendation(released), followUp: 'done', title: titled('Much more data') };
    await changeRecommendation(as(OPERATOR), made.slug, released.version, form);
    const [found, ...others] = await findRecommendations(database.db, {
      stages: ['released'],
      themes: ['migration-data'],
    });
    expect([found!.slug, found!.followUp, others.length]).toEqual(['2020-more-data', 'done', 0]);
    const late = await changeRecommendation(as(OPERATOR), made.slug, released.version, form);
    expect(late).toMatchObject({ now: { version: 3 } });
    expect((await recommendationAt(database.db, made.slug))!.version).toBe(3);
  });

  test('a recommendation without a source or with an unknown follow-up is refused by the name of the field', async () => {
    const form = { ...recommended('x'), source: { label: '', url: '' }, followUp: 'pledged' };
    const refused = await writeRecommendation(as(OPERATOR), '2020', form);
    expect(refused).toMatchObject({ complaints: [{ name: 'source.label' }, { name: 'followUp' }] });
  });
});
