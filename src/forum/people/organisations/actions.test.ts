import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../../../tests/support/databases.ts';
import { accountByEmail } from '#platform/accounts/store.ts';
import { type Context, VISITOR } from '#platform/context.ts';
import { versionsOf } from '#platform/history.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { invite } from '../actions.ts';
import { NotPermitted, OPERATOR } from '../authority.ts';
import { givePlace, endPlace, personFile } from '../file-actions.ts';
import { actorOf, personOfAccount } from '../store.ts';
import { changeOrganisation, createOrganisation, membersSeenBy, mergeOrganisations } from './actions.ts';
import { allOrganisations, type OrganisationFilter } from './filter.ts';
import { emptyOrganisation, formOf, type OrganisationForm } from './form.ts';
import type { Organisation } from './model.ts';
import { findOrganisations, idsOfOrganisation, organisationAt } from './store.ts';

eachDatabase('Organisations', (open) => {
  let database: OpenDatabase;
  const now = new Date('2026-11-24T10:00:00Z');
  const as = (actor: Context['actor']): Context => ({ db: database.db, now, locale: 'en', actor });
  const holder = (role: string, of: string): Context['actor'] => ({ account: null, name: role, roles: [{ role, of }] });
  const kenya = () => as(holder('focal-point', 'KE'));
  const business = () => as(holder('mechanism-coordinator', 'business'));
  const form = (more: Partial<OrganisationForm>) => ({ ...emptyOrganisation(), ...more });
  const made = async (ctx: Context, more: Partial<OrganisationForm>): Promise<Organisation> => {
    const organisation = await createOrganisation(ctx, form(more));
    if ('complaints' in organisation) throw new Error(JSON.stringify(organisation.complaints));
    return organisation;
  };
  const found = async (more: Partial<OrganisationFilter>) =>
    (await findOrganisations(database.db, { ...allOrganisations(), ...more }, 'own')).organisations.map(
      ({ name }) => name,
    );
  const fieldsOf = (answer: object | false) =>
    answer && 'complaints' in answer ? (answer.complaints as { name: string }[]).map(({ name }) => name) : answer;

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test('a focal point writes down organisations of her own state, a coordinator those of the mechanism, nobody else any', async () => {
    await made(kenya(), { name: 'Ministry of Labour', kind: 'state', country: 'KE' });
    await made(business(), { name: 'Acme Recruitment', kind: 'business', country: 'MA' });
    for (const [ctx, more] of [
      [kenya(), { kind: 'state', country: 'MA' }],
      [kenya(), { kind: 'civil-society' }],
      [kenya(), { kind: 'international-organisation', country: 'KE' }],
      [business(), { kind: 'civil-society', country: 'MA' }],
      [business(), { kind: 'foundation', mechanism: 'mayors' }],
      [as(holder('curator', 'KE')), { kind: 'state', country: 'KE' }],
      [as(VISITOR), { kind: 'state', country: 'KE' }],
    ] as const)
      expect(fieldsOf(await createOrganisation(ctx, form({ name: 'Nobody’s', ...more })))).toEqual(['kind']);
    await made(business(), { name: 'Trade Foundation', kind: 'foundation', mechanism: 'business' });
    expect(await found({ q: 'Nobody' })).toEqual([]);
  });

  test('nobody takes one over by saying that it is of their own state', async () => {
    await made(as(OPERATOR), { name: 'Ministère du travail', kind: 'state', country: 'MA' });
    const theirs = (await organisationAt(database.db, 'ministere-du-travail'))!;
    expect(await changeOrganisation(kenya(), theirs.slug, 1, { ...formOf(theirs), country: 'KE' })).toBe(false);
    const own = (await organisationAt(database.db, 'ministry-of-labour'))!;
    expect(fieldsOf(await changeOrganisation(kenya(), own.slug, 1, { ...formOf(own), country: 'MA' }))).toEqual([
      'kind',
    ]);
  });

  test('the same organisation is not written down twice; another of its name gets another address', async () => {
    expect(
      fieldsOf(await createOrganisation(kenya(), form({ name: 'MINISTRY OF LABOUR', kind: 'state', country: 'KE' }))),
    ).toEqual(['name']);
    expect((await made(as(OPERATOR), { name: 'Ministry of Labour', kind: 'state', country: 'GH' })).slug).toBe(
      'ministry-of-labour-2',
    );
    expect((await made(as(OPERATOR), { name: 'New', kind: 'youth' })).slug).toBe('new-2');
  });

  test('is found by the beginning of any word of any of its names, by city, kind and country', async () => {
    await made(as(OPERATOR), {
      name: 'Université Mohammed V',
      acronym: 'UM5',
      'name-ar': 'جامعة محمد الخامس',
      kind: 'academia',
      country: 'MA',
      city: 'Rabat',
    });
    for (const q of ['universite', 'MOHAM', 'um5', 'محمد', 'rabat', 'univ rab'])
      expect(await found({ q })).toEqual(['Université Mohammed V']);
    for (const q of ['iversite', '%', '_', '!', "'", 'universite kenya']) expect(await found({ q })).toEqual([]);
    expect(await found({ kind: ['state'], country: ['KE', 'GH'] })).toEqual([
      'Ministry of Labour',
      'Ministry of Labour',
    ]);
    expect(await found({ country: ['MA'], perPage: 1, page: 2 })).toEqual(['Ministère du travail']);
    // In Arabic it stands under its Arabic name, behind those that have none.
    const inArabic = await findOrganisations(database.db, { ...allOrganisations(), country: ['MA'] }, 'ar');
    expect(inArabic.organisations.map(({ name }) => name)).toEqual([
      'Acme Recruitment',
      'Ministère du travail',
      'Université Mohammed V',
    ]);
  });

  test('another name gives another address, to which every former one leads; each change is a version', async () => {
    const labour = (await organisationAt(database.db, 'ministry-of-labour'))!;
    const renamed = await changeOrganisation(kenya(), labour.slug, 1, {
      ...formOf(labour),
      name: 'Ministry of Labour and Social Protection',
    });
    expect(renamed).toMatchObject({ slug: 'ministry-of-labour-and-social-protection', version: 2 });
    expect(await organisationAt(database.db, 'ministry-of-labour')).toMatchObject({ id: labour.id, version: 2 });
    const back = await changeOrganisation(kenya(), 'ministry-of-labour', 2, formOf(labour));
    expect(back).toMatchObject({ slug: 'ministry-of-labour', version: 3 });
    expect((await versionsOf(database.db, labour.id)).map(({ action, actor }) => [action, actor])).toEqual([
      ['organisation.created', 'focal-point'],
      ['organisation.changed', 'focal-point'],
      ['organisation.changed', 'focal-point'],
    ]);
  });

  test('of two who change one at once the later overwrites nothing', async () => {
    const acme = (await organisationAt(database.db, 'acme-recruitment'))!;
    await changeOrganisation(business(), acme.slug, 1, { ...formOf(acme), city: 'Casablanca' });
    expect(fieldsOf(await changeOrganisation(business(), acme.slug, 1, { ...formOf(acme), city: 'Fès' }))).toEqual([
      'version',
    ]);
    expect(await organisationAt(database.db, acme.slug)).toMatchObject({ city: 'Casablanca', version: 2 });
  });

  test('somebody is invited into one that is here, or into a new one; then belongs there until that ends', async () => {
    const ask = (organisation: string, organisationKind = '', more = {}) =>
      invite(as(OPERATOR), {
        email: `${organisation.replace(/\W/g, '') || 'nobody'}@example.org`,
        name: 'Wanjiku',
        role: 'contributor',
        state: 'KE',
        mechanism: '',
        language: 'en',
        place: { organisation, organisationKind, title: 'Head of section', ...more },
      });
    expect(fieldsOf(await ask('Ministry of Nothing'))).toEqual(['organisationKind']);
    expect(await accountByEmail(database.db, 'ministryofnothing@example.org')).toBeNull();
    expect(fieldsOf(await ask(''))).toEqual(['organisation']);
    // Two ministries have this name: the one of the role's state is meant.
    const { account } = (await ask('ministry of labour')) as { account: string };
    const labour = (await organisationAt(database.db, 'ministry-of-labour'))!;
    expect(await membersSeenBy(as(OPERATOR), labour.id)).toMatchObject([{ name: 'Wanjiku', title: 'Head of section' }]);
    expect(await membersSeenBy(kenya(), labour.id)).toBeNull();
    await ask('County of Mombasa', 'local-authority');
    expect(await organisationAt(database.db, 'county-of-mombasa')).toMatchObject({
      kind: 'local-authority',
      country: 'KE',
    });

    const person = (await personOfAccount(database.db, account))!.id;
    const file = (await personFile(as(OPERATOR), person))!;
    expect(await endPlace(as(OPERATOR), file.places[0]!.id)).toBe(true);
    expect(await endPlace(as(OPERATOR), file.places[0]!.id)).toBe(false);
    expect(await membersSeenBy(as(OPERATOR), labour.id)).toEqual([]);
    expect(
      await givePlace(as(OPERATOR), person, { organisation: 'acme recruitment', organisationKind: '', title: '' }),
    ).toBe(true);
    expect((await personFile(as(OPERATOR), person))!.places.map(({ until }) => until)).toEqual(['2026-11-24', null]);
    const someone = as(await actorOf(database.db, { id: account, name: 'Wanjiku' }, now));
    await expect(personFile(someone, person)).rejects.toBeInstanceOf(NotPermitted);
    await expect(
      givePlace(someone, person, { organisation: 'x', organisationKind: '', title: '' }),
    ).rejects.toBeInstanceOf(NotPermitted);
  });

  test('a focal point writes down with an invitation only what she may describe', async () => {
    const answer = await invite(kenya(), {
      email: 'far@example.org',
      name: '',
      role: 'contributor',
      state: 'KE',
      mechanism: '',
      language: 'en',
      place: { organisation: 'World Body', organisationKind: 'international-organisation', title: '' },
    });
    expect(fieldsOf(answer)).toEqual(['organisation']);
    expect(await accountByEmail(database.db, 'far@example.org')).toBeNull();
  });

  test('two that are one are merged: addresses, people and records lead to the one that stands, from chains too', async () => {
    const [one, two, three] = [
      await made(as(OPERATOR), { name: 'Diaspora Council', kind: 'diaspora' }),
      await made(as(OPERATOR), { name: 'Council of the Diaspora', kind: 'diaspora' }),
      await made(as(OPERATOR), { name: 'Diaspora Board', kind: 'diaspora' }),
    ];
    const person = (await personOfAccount(
      database.db,
      (await accountByEmail(database.db, 'CountyofMombasa@example.org'.toLowerCase()))!.id,
    ))!.id;
    await givePlace(as(OPERATOR), person, { organisation: one.slug, organisationKind: '', title: 'Chair' });
    expect(await mergeOrganisations(as(OPERATOR), one.slug, one.slug)).toBe(false);
    expect(await mergeOrganisations(as(OPERATOR), one.slug, 'nothing')).toBe(false);
    await expect(mergeOrganisations(kenya(), one.slug, two.slug)).rejects.toBeInstanceOf(NotPermitted);
    expect(await mergeOrganisations(as(OPERATOR), one.slug, two.slug)).toMatchObject({ slug: two.slug });
    expect(await mergeOrganisations(as(OPERATOR), two.slug, three.slug)).toMatchObject({ slug: three.slug });
    for (const { slug } of [one, two, three])
      expect(await organisationAt(database.db, slug)).toMatchObject({ id: three.id });
    expect((await idsOfOrganisation(database.db, three.id)).sort()).toEqual([one.id, two.id, three.id].sort());
    expect(await membersSeenBy(as(OPERATOR), three.id)).toMatchObject([{ person, title: 'Chair' }]);
    expect(await found({ kind: ['diaspora'] })).toEqual(['Diaspora Board']);
    expect((await versionsOf(database.db, one.id)).at(-1)).toMatchObject({ action: 'organisation.merged' });
    // The address of one that is gone is given to no other.
    expect((await made(as(OPERATOR), { name: 'Diaspora Council', kind: 'diaspora', country: 'KE' })).slug).toBe(
      'diaspora-council-2',
    );
  });
});
