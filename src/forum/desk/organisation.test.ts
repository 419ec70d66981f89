import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { accountByEmail } from '#platform/accounts/store.ts';
import { type Context, VISITOR } from '#platform/context.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { beginDraft, draftFor, publish, review, setChecks, takeTurn } from '#forum/drafts/index.ts';
import {
  actorOf,
  createOrganisation,
  emptyOrganisation,
  endPlace,
  givePlace,
  invite,
  mergeOrganisations,
  OPERATOR,
  personFile,
  personOfAccount,
} from '#forum/people/index.ts';
import { ALL_HOLD } from '../../../tests/support/checks.ts';
import { organisationWork } from './organisation.ts';
import { waitingCount, waitingOn } from './waiting.ts';

const LITTLE = { summary: 'What was done.', countries: ['KE'], owner: 'Red Line', sdg: ['10.7'] };

eachDatabase('The work of one’s organisation', (open) => {
  let database: OpenDatabase;
  const now = new Date('2026-11-24T10:00:00Z');
  const operator = (): Context => ({ db: database.db, now, locale: 'en', actor: OPERATOR });
  const accountOf = async (name: string) => (await accountByEmail(database.db, `${name}@example.org`))!;
  const as = async (name: string): Promise<Context> => ({
    ...operator(),
    actor: await actorOf(database.db, await accountOf(name), now),
  });
  const personNamed = async (name: string) => (await personOfAccount(database.db, (await accountOf(name)).id))!.id;
  const titles = async (name: string) => {
    const work = await organisationWork(await as(name));
    return (
      work && { drafts: work.drafts.map(({ draft }) => draft.title), practices: work.practices.map((one) => one.title) }
    );
  };

  beforeAll(async () => {
    database = await open();
    for (const name of ['Red Line', 'Blue Line', 'Old Red Line'])
      await createOrganisation(operator(), { ...emptyOrganisation(), name, kind: 'civil-society' });
    for (const [name, role, state, organisation] of [
      ['ana', 'contributor', '', 'Red Line'],
      ['ben', 'contributor', '', 'Red Line'],
      ['cora', 'curator', '', 'Red Line'],
      ['dan', 'contributor', '', 'Blue Line'],
      ['eve', 'contributor', '', ''],
      ['fay', 'contributor', '', 'Old Red Line'],
    ] as const) {
      await invite(operator(), { email: `${name}@example.org`, name, role, state, mechanism: '', language: 'en' });
      if (organisation)
        await givePlace(operator(), await personNamed(name), { organisation, organisationKind: '', title: '' });
    }
    const handedIn = await beginDraft(await as('ana'), { ...LITTLE, title: 'A hotline' });
    await takeTurn(await as('ana'), handedIn, 'hand-in');
    await beginDraft(await as('ana'), { ...LITTLE, title: 'First thoughts' });
    const shared = await beginDraft(await as('ana'), { ...LITTLE, title: 'A shelter' });
    await takeTurn(await as('ana'), shared, 'hand-in');
    await review(await as('cora'), shared, 'take');
    await setChecks(await as('cora'), shared, ALL_HOLD);
    await publish(await as('cora'), shared);
    await beginDraft(await as('fay'), { ...LITTLE, title: 'An old line' });
  });
  afterAll(() => database.close());

  test('is seen by its members: what colleagues have in work and have shared, and none of one’s own', async () => {
    expect(await titles('ben')).toEqual({ drafts: ['A hotline', 'First thoughts'], practices: ['A shelter'] });
    expect(await titles('ana')).toEqual({ drafts: [], practices: [] });
  });

  test('is nobody else’s', async () => {
    expect(await titles('dan')).toEqual({ drafts: [], practices: [] });
    expect(await titles('eve')).toBeNull();
    expect(await organisationWork({ ...operator(), actor: VISITOR })).toBeNull();
  });

  test('opens a draft to those who review it alone, and not before it was handed in', async () => {
    const doors = async (name: string) => (await organisationWork(await as(name)))!.drafts.map((one) => one.toReview);
    expect(await doors('ben')).toEqual([false, false]);
    expect(await doors('cora')).toEqual([true, false]);
    for (const { draft } of (await organisationWork(await as('ben')))!.drafts)
      expect(await draftFor(await as('ben'), draft.id)).toBeNull();
  });

  test('waits on none of them', async () => {
    const ben = await as('ben');
    expect(await waitingCount(ben)).toBe(0);
    expect((await waitingOn(ben)).toConfirm).toEqual([]);
  });

  test('goes on under the organisation another one is merged into', async () => {
    await mergeOrganisations(operator(), 'old-red-line', 'red-line');
    expect((await titles('ben'))!.drafts).toContain('An old line');
  });

  test('is closed to whoever belongs to it no more', async () => {
    const { places } = (await personFile(operator(), await personNamed('ben')))!;
    await endPlace(operator(), places[0]!.id);
    expect(await titles('ben')).toBeNull();
  });
});
