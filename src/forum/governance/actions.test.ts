import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../../tests/support/databases.ts';
import type { Context } from '#platform/context.ts';
import { versionsOf } from '#platform/history.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import {
  createOrganisation,
  emptyOrganisation,
  holdersSeenBy,
  invite,
  NotPermitted,
  OPERATOR,
  setOwnEntry,
} from '../people/index.ts';
import { accountByEmail } from '#platform/accounts/store.ts';
import {
  addMeeting,
  addTerm,
  changeMembership,
  changeTerm,
  createBody,
  describeBody,
  removeMeeting,
  removeTerm,
  setBodyHidden,
} from './actions.ts';
import {
  BODY_FIELDS,
  type BodyForm,
  formOfBody,
  formWith,
  MEETING_FIELDS,
  TERM_FIELDS,
  type TermForm,
} from './form.ts';
import { type Body, membersOn, statesAmong } from './model.ts';
import { allBodies, bodyAt } from './store.ts';

eachDatabase('The bodies of the Forum', (open) => {
  let database: OpenDatabase;
  const now = new Date('2026-11-24T10:00:00Z');
  const as = (actor: Context['actor']): Context => ({ db: database.db, now, locale: 'en', actor });
  const office = () => as(OPERATOR);
  const chair = () => as({ account: null, name: 'The chair', roles: [{ role: 'chair', of: null }] });
  const visitor = () => as({ account: null, name: 'visitor', roles: [] });
  const form = (more: Partial<BodyForm>) => formWith(BODY_FIELDS, more);
  const term = (more: Partial<TermForm>) => formWith(TERM_FIELDS, more);
  const ok = (outcome: Body | false | { complaints: unknown }): Body => {
    if (outcome === false || 'complaints' in outcome) throw new Error(JSON.stringify(outcome));
    return outcome;
  };
  const fieldsOf = (outcome: object | false) =>
    outcome && 'complaints' in outcome ? (outcome.complaints as { name: string }[]).map(({ name }) => name) : outcome;
  const statesOn = async (slug: string, day: string) =>
    statesAmong(membersOn((await bodyAt(database.db, slug))!.terms, day)).sort();

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test('are written down by those who prepare an edition, and by nobody else', async () => {
    ok(await createBody(chair(), form({ kind: 'steering-group', 'name-en': 'Steering Group' })));
    for (const change of [
      () => createBody(visitor(), form({ kind: 'working-group', 'name-en': 'Mine' })),
      () => addTerm(visitor(), 'steering-group', term({ state: 'CA', from: '2020' })),
      () => setBodyHidden(visitor(), 'steering-group', 1, true),
      () => changeMembership(visitor(), 'steering-group', 1, { day: '2020-01-01', add: ['CA'], remove: [] }),
    ])
      await expect(change()).rejects.toThrow(NotPermitted);
  });

  test('there is one Steering Group, and working groups of one name have addresses of their own', async () => {
    expect(fieldsOf(await createBody(office(), form({ kind: 'steering-group', 'name-en': 'Another' })))).toEqual([
      'kind',
    ]);
    const [one, other] = [
      ok(await createBody(office(), form({ kind: 'working-group', 'name-en': 'New' }))),
      ok(await createBody(office(), form({ kind: 'working-group', 'name-en': 'New' }))),
    ];
    expect([one.slug, other.slug]).toEqual(['new-2', 'new-3']);
    expect(fieldsOf(await describeBody(office(), one.slug, 1, { ...formOfBody(one), kind: 'steering-group' }))).toEqual(
      ['kind'],
    );
  });

  test('have members from a day on and until a day, and none twice at one time', async () => {
    ok(await addTerm(office(), 'steering-group', term({ state: 'CA', from: '2016', last: '2018-05-31' })));
    ok(await addTerm(office(), 'steering-group', term({ state: 'CA', from: '2018-06-01' })));
    ok(await addTerm(office(), 'steering-group', term({ state: 'KE', from: '2018' })));
    expect(fieldsOf(await addTerm(office(), 'steering-group', term({ state: 'CA', from: '2017' })))).toEqual(['from']);
    expect(await statesOn('steering-group', '2017-06-01')).toEqual(['CA']);
    expect(await statesOn('steering-group', '2018-05-31')).toEqual(['CA', 'KE']);
  });

  test('change all at once on a day, or not at all', async () => {
    const { version } = (await bodyAt(database.db, 'steering-group'))!;
    const day = '2020-03-01';
    expect(
      fieldsOf(await changeMembership(chair(), 'steering-group', version, { day, add: ['MA', 'CA'], remove: ['KE'] })),
    ).toEqual(['add']);
    expect(await statesOn('steering-group', day)).toEqual(['CA', 'KE']);
    const after = ok(await changeMembership(chair(), 'steering-group', version, { day, add: ['MA'], remove: ['KE'] }));
    expect(after.version).toBe(version + 1);
    expect(await statesOn('steering-group', '2020-02-29')).toEqual(['CA', 'KE']);
    expect(await statesOn('steering-group', day)).toEqual(['CA', 'MA']);
    // Who proposed on what was read before that is told, and nothing is overwritten.
    expect(
      fieldsOf(await changeMembership(chair(), 'steering-group', version, { day, add: ['PH'], remove: [] })),
    ).toEqual(['version']);
  });

  test('keep every state they were in, with who made it', async () => {
    const body = (await bodyAt(database.db, 'steering-group'))!;
    const versions = await versionsOf(database.db, body.id);
    expect(versions.map(({ number }) => number)).toEqual(versions.map((_, at) => at + 1));
    expect(versions.at(-1)).toMatchObject({ actor: 'The chair', action: 'body.membership-changed' });
    expect((versions.at(-2)!.content as Body).terms).toHaveLength(3);
    expect(versions.at(-1)!.content).toMatchObject({ slug: 'steering-group', kind: 'steering-group' });
  });

  test('let nobody overwrite what somebody else saved in between', async () => {
    const made = ok(await createBody(office(), form({ kind: 'working-group', 'name-en': 'Narratives' })));
    ok(await describeBody(office(), made.slug, 1, { ...formOfBody(made), 'mandate-en': 'Hers' }));
    expect(fieldsOf(await describeBody(office(), made.slug, 1, { ...formOfBody(made), 'mandate-en': 'His' }))).toEqual([
      'version',
    ]);
    expect((await bodyAt(database.db, made.slug))!.mandate.en).toBe('Hers');
    expect(await describeBody(office(), 'nowhere', 1, formOfBody(made))).toBe(false);
    expect(await bodyAt(database.db, 'a\0b')).toBeNull();
  });

  test('can be co-chaired by a state and a mechanism, and joined by an organisation by its name', async () => {
    const organisation = await createOrganisation(office(), {
      ...emptyOrganisation(),
      name: 'International Catholic Migration Commission',
      acronym: 'ICMC',
      kind: 'faith-based',
    });
    if ('complaints' in organisation) throw new Error(JSON.stringify(organisation.complaints));
    ok(await addTerm(office(), 'narratives', term({ state: 'CA', part: 'co-chair', from: '2020-02' })));
    ok(await addTerm(office(), 'narratives', term({ mechanism: 'mayors', part: 'co-chair', from: '2020-02' })));
    const body = ok(await addTerm(office(), 'narratives', term({ organisation: 'icmc', from: '2020' })));
    const own = body.terms.find(({ member }) => member.kind === 'organisation')!;
    expect(own.member.of).toBe(organisation.id);
    expect(fieldsOf(await addTerm(office(), 'narratives', term({ organisation: 'Nobody', from: '2020' })))).toEqual([
      'organisation',
    ]);
    const changed = ok(
      await changeTerm(
        office(),
        'narratives',
        body.version,
        own.id,
        term({ organisation: 'ICMC', from: '2020', last: '2021' }),
      ),
    );
    expect(changed.terms.find(({ id }) => id === own.id)!.last).toBe('2021');
    expect(ok(await removeTerm(office(), 'narratives', changed.version, own.id)).terms).toHaveLength(2);
    expect(await removeTerm(office(), 'narratives', changed.version + 1, own.id)).toBe(false);
    // What could not sit in another kind of body keeps it from becoming one.
    const now2 = (await bodyAt(database.db, 'narratives'))!;
    expect(
      fieldsOf(
        await describeBody(office(), now2.slug, now2.version, {
          ...formOfBody(now2),
          kind: 'mechanism',
          mechanism: 'mayors',
        }),
      ),
    ).toEqual(['kind']);
  });

  test('have meetings, which can be taken out again', async () => {
    const meeting = formWith(MEETING_FIELDS, { day: '2020-03', place: 'Geneva', 'about-en': 'First exchange' });
    const body = ok(await addMeeting(office(), 'narratives', meeting));
    expect(body.meetings).toMatchObject([{ day: '2020-03', place: 'Geneva' }]);
    expect(fieldsOf(await addMeeting(office(), 'narratives', { ...meeting, edition: '99' }))).toEqual(['edition']);
    expect(ok(await removeMeeting(office(), 'narratives', body.version, body.meetings[0]!.id)).meetings).toEqual([]);
  });

  test('are taken from the pages and brought back, and never deleted', async () => {
    const { version } = (await bodyAt(database.db, 'new-2'))!;
    const slugs = async (hidden: 'with-hidden' | 'without-hidden') =>
      (await allBodies(database.db, hidden)).map(({ slug }) => slug);
    ok(await setBodyHidden(office(), 'new-2', version, true));
    expect(await slugs('without-hidden')).not.toContain('new-2');
    expect(await slugs('with-hidden')).toContain('new-2');
    ok(await setBodyHidden(office(), 'new-2', version + 1, false));
    expect(await slugs('without-hidden')).toContain('new-2');
  });

  test('show of those who coordinate a mechanism only who shows their name, to whom they show it', async () => {
    const coordinator = async (email: string, name: string, shown: 'nobody' | 'readers' | 'public') => {
      await invite(office(), {
        email,
        name,
        role: 'mechanism-coordinator',
        state: '',
        mechanism: 'business',
        language: 'en',
      });
      const account = (await accountByEmail(database.db, email))!;
      const own = as({ account: account.id, name, roles: [] });
      const entry = {
        post: 'Head',
        phone: '',
        'show-name': shown,
        'show-post': shown,
        'show-organisation': 'nobody',
        'show-email': 'nobody',
        'show-phone': 'nobody',
      };
      expect(await setOwnEntry(own, account.id, entry as never)).toBe(true);
    };
    await coordinator('a@example.org', 'Amina', 'public');
    await coordinator('b@example.org', 'Bela', 'readers');
    await coordinator('c@example.org', 'Chen', 'nobody');
    const seen = async (ctx: Context) =>
      (await holdersSeenBy(ctx, { role: 'mechanism-coordinator', of: 'business' })).map(({ shown }) => shown);
    expect(await seen(visitor())).toEqual([{ name: 'Amina', post: 'Head' }]);
    expect((await seen(chair())).map(({ name }) => name)).toEqual(['Amina', 'Bela']);
    expect(await holdersSeenBy(chair(), { role: 'mechanism-coordinator', of: 'mayors' })).toEqual([]);
  });
});
