import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { type Context, VISITOR } from '#platform/context.ts';
import { changedSince, versionsOf } from '#platform/history.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { NotPermitted, OPERATOR } from '#forum/people/index.ts';
import {
  changeEdition,
  closeEdition,
  createEdition,
  type Edition,
  editionAt,
  type EditionForm,
  editionCalled,
  emptyEdition,
  formOfEdition,
  openEdition,
  presentEdition,
} from './index.ts';

eachDatabase('Editions', (open) => {
  let database: OpenDatabase;
  const now = new Date('2026-11-24T10:00:00Z');
  const as = (actor: Context['actor']): Context => ({ db: database.db, now, locale: 'en', actor });
  const chair = () => as({ account: null, name: 'chair', roles: [{ role: 'chair', of: null }] });
  const form = (number: number, years: string, chairs: string[], more: Partial<EditionForm> = {}): EditionForm => ({
    ...emptyEdition(),
    number: String(number),
    years,
    chairs,
    ...more,
  });
  const fieldsOf = (answer: object | null) =>
    answer && 'complaints' in answer ? (answer.complaints as { name: string }[]).map(({ name }) => name) : answer;
  const made = async (...typed: Parameters<typeof form>) =>
    (await createEdition(chair(), form(...typed), 'planned')) as Edition;

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test('are written down by those who prepare them and by nobody else', async () => {
    const edition = await made(14, '2022, 2023, 2024', ['FR']);
    expect(edition).toMatchObject({ slug: '2024', stage: 'planned', version: 1, chairs: ['FR'] });
    for (const actor of [VISITOR, { account: null, name: 'focal', roles: [{ role: 'focal-point', of: 'FR' }] }])
      await expect(createEdition(as(actor), form(15, '2025', ['CO']), 'planned')).rejects.toBeInstanceOf(NotPermitted);
    expect(await editionCalled(database.db, '2022')).toMatchObject({ id: edition.id });
    expect(await editionCalled(database.db, '2021')).toBeNull();
    expect(await editionAt(database.db, '2\0')).toBeNull();
  });

  test('have each a number of its own and an address that no other gets', async () => {
    expect(fieldsOf(await createEdition(chair(), form(14, '2030', ['CO']), 'planned'))).toEqual(['number']);
    expect(await made(15, '2024', ['CO'])).toMatchObject({ slug: '2024-15' });
    const moved = (await changeEdition(chair(), '2024-15', 1, form(15, '2025', ['CO']))) as Edition;
    expect(moved).toMatchObject({ slug: '2024-15', years: [2025], version: 2 });
    expect(fieldsOf(await changeEdition(chair(), '2024-15', 2, form(14, '2025', ['CO'])))).toEqual(['number']);
  });

  test('keep every state as a version, and of two who change one at once neither overwrites the other', async () => {
    const before = (await editionAt(database.db, '2024'))!;
    const theme = { en: 'Mobility', fr: '', es: '', ar: '' };
    await changeEdition(chair(), '2024', 1, { ...formOfEdition(before), theme });
    const late = await changeEdition(chair(), '2024', 1, formOfEdition(before));
    expect(late && 'now' in late ? late.now.theme : late).toEqual({ en: 'Mobility' });
    expect(await editionAt(database.db, '2024')).toMatchObject({ theme: { en: 'Mobility' }, version: 2 });
    const kept = await versionsOf(database.db, before.id);
    expect(kept.map(({ number, action }) => [number, action])).toEqual([
      [1, 'edition.created'],
      [2, 'edition.changed'],
    ]);
    expect(kept[0]!.content).toMatchObject({ slug: '2024', stage: 'planned', theme: {} });
    expect(await changedSince(database.db, 'edition', 0)).toContain(before.id);
    expect(await changeEdition(chair(), 'nothing', 1, formOfEdition(before))).toBeNull();
  });

  test('one at most is the present one: it is closed before another is opened', async () => {
    expect(await presentEdition(database.db)).toBeNull();
    expect(fieldsOf(await closeEdition(chair(), '2024'))).toEqual(['stage']);
    expect(await openEdition(chair(), '2024')).toMatchObject({ stage: 'current', version: 3 });
    expect(await openEdition(chair(), '2024')).toMatchObject({ version: 3 });
    expect(fieldsOf(await openEdition(chair(), '2024-15'))).toEqual(['stage']);
    expect(await closeEdition(chair(), '2024')).toMatchObject({ stage: 'past', version: 4 });
    expect(await openEdition(chair(), '2024-15')).toMatchObject({ stage: 'current' });
    expect(await presentEdition(database.db)).toMatchObject({ number: 15 });
    await expect(closeEdition(as(VISITOR), '2024-15')).rejects.toBeInstanceOf(NotPermitted);
    expect(await openEdition(chair(), 'nothing')).toBeNull();
  });

  test('two who write down one of the same number at once do not both', async () => {
    const both = await Promise.all(
      ['2040', '2041'].map((year) => createEdition(as(OPERATOR), form(40, year, ['KE']), 'past')),
    );
    expect(both.filter((one) => 'complaints' in one)).toHaveLength(1);
  });
});
