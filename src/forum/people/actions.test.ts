import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { accountByEmail } from '#platform/accounts/store.ts';
import { type Context, VISITOR } from '#platform/context.ts';
import { claimMail } from '#platform/mail/queue.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { erasuresAsked } from './erasure/store.ts';
import { askErasure, changeOwn, endRole, handOver, invite, ownData, peopleSeenBy } from './actions.ts';
import { NotPermitted, OPERATOR } from './authority.ts';
import { startLink } from './start.ts';
import { actorOf, allPersons } from './store.ts';

eachDatabase('People', (open) => {
  let database: OpenDatabase;
  const now = new Date('2026-11-24T10:00:00Z');
  const as = (actor: Context['actor']): Context => ({ db: database.db, now, locale: 'en', actor });
  const form = (email: string, role: string, more: Partial<Parameters<typeof invite>[1]> = {}) => ({
    email,
    name: '',
    role,
    state: '',
    mechanism: '',
    language: 'en',
    ...more,
  });
  const signedIn = async (email: string) => actorOf(database.db, (await accountByEmail(database.db, email))!, now);
  const termsOf = async (email: string) =>
    (await allPersons(database.db)).find((person) => person.email === email)?.terms ?? [];

  beforeAll(async () => {
    database = await open();
    await invite(as(OPERATOR), form('kenya@example.org', 'focal-point', { state: 'ke', name: 'Amina' }));
    await invite(as(OPERATOR), form('morocco@example.org', 'focal-point', { state: 'MA' }));
    await invite(as(OPERATOR), form('unit@example.org', 'support-unit'));
  });
  afterAll(() => database.close());

  test('who is invited has an account, a role from today on, and a mail that waits', async () => {
    expect(await signedIn('kenya@example.org')).toMatchObject({
      name: 'Amina',
      roles: [{ role: 'focal-point', of: 'KE' }],
    });
    const mail = (await claimMail(database.db, now))!;
    expect(mail).toMatchObject({ to: 'kenya@example.org', letter: 'invitation' });
    expect(Object.keys(mail.data)).not.toContain('token');
  });

  test('invited twice to the same role, a person holds it once', async () => {
    await invite(as(OPERATOR), form('KENYA@example.org', 'focal-point', { state: 'KE' }));
    expect(await termsOf('kenya@example.org')).toHaveLength(1);
  });

  test.each([
    ['email', form('nobody', 'curator')],
    ['role', form('a@example.org', 'minister')],
    ['role', form('a@example.org', 'visitor')],
    ['state', form('a@example.org', 'focal-point')],
    ['state', form('a@example.org', 'focal-point', { state: 'ZZ' })],
    ['mechanism', form('a@example.org', 'mechanism-coordinator', { mechanism: 'KE' })],
    ['language', form('a@example.org', 'curator', { language: 'de' })],
    ['name', form('a@example.org', 'curator', { name: 'x'.repeat(121) })],
  ])('what is wrong with an invitation is said of its %s', async (field, sent) => {
    const refused = await invite(as(OPERATOR), sent);
    expect('complaints' in refused && refused.complaints.map(({ name }) => name)).toEqual([field]);
    expect(await accountByEmail(database.db, 'a@example.org')).toBeNull();
  });

  test('a focal point invites colleagues of her own state, and nobody else', async () => {
    const amina = as(await signedIn('kenya@example.org'));
    expect(await invite(amina, form('colleague@example.org', 'contributor', { state: 'KE' }))).not.toHaveProperty(
      'complaints',
    );
    for (const sent of [
      form('x@example.org', 'focal-point', { state: 'MA' }),
      form('x@example.org', 'contributor'),
      form('x@example.org', 'curator'),
      form('x@example.org', 'administrator', { state: 'KE' }),
    ])
      await expect(invite(amina, sent)).rejects.toBeInstanceOf(NotPermitted);
    await expect(invite(as(VISITOR), form('x@example.org', 'curator'))).rejects.toBeInstanceOf(NotPermitted);
    expect(await accountByEmail(database.db, 'x@example.org')).toBeNull();
  });

  test('a focal point sees and ends roles of her own state; another’s are as if they were not', async () => {
    const amina = as(await signedIn('kenya@example.org'));
    const seen = await peopleSeenBy(amina);
    expect(seen.map(({ email }) => email).sort()).toEqual(['colleague@example.org', 'kenya@example.org']);
    const [theirs] = await termsOf('morocco@example.org');
    expect(await endRole(amina, theirs!.id)).toBe(false);
    expect(await handOver(amina, theirs!.id, form('kenya@example.org', ''))).toBe(false);
    for (const id of ['', 'x', '\u0001', '00000000-0000-0000-0000-000000000000'])
      expect(await endRole(amina, id)).toBe(false);
    expect(await termsOf('morocco@example.org')).toMatchObject([{ until: null }]);
    const [own] = await termsOf('colleague@example.org');
    expect(await endRole(amina, own!.id)).toBe(true);
    expect((await signedIn('colleague@example.org')).roles).toEqual([]);
  });

  test('a post that is handed over is the successor’s from that moment, and no more hers who had it', async () => {
    const morocco = as(await signedIn('morocco@example.org'));
    const [post] = await termsOf('morocco@example.org');
    const same = await handOver(morocco, post!.id, { email: 'morocco@example.org', name: '', language: 'fr' });
    expect(same).toHaveProperty('complaints');
    expect(await handOver(morocco, post!.id, { email: 'next@example.org', name: 'Driss', language: 'fr' })).toBe(true);
    expect((await signedIn('morocco@example.org')).roles).toEqual([]);
    expect((await signedIn('next@example.org')).roles).toEqual([{ role: 'focal-point', of: 'MA' }]);
    await expect(
      invite(as(await signedIn('morocco@example.org')), form('y@example.org', 'contributor', { state: 'MA' })),
    ).rejects.toBeInstanceOf(NotPermitted);
  });

  test('one changes one’s own name, not another’s, and takes one’s own data along', async () => {
    const [amina, unit] = [await signedIn('kenya@example.org'), await signedIn('unit@example.org')];
    expect(await changeOwn(as(amina), amina.account!, { name: ' Amina\r\nOtieno ', language: 'fr' })).toBe(true);
    expect(await ownData(as(amina), amina.account!)).toMatchObject({
      name: 'Amina Otieno',
      language: 'fr',
      roles: [{ role: 'focal-point', of: 'KE' }],
    });
    await expect(changeOwn(as(unit), amina.account!, { name: 'x', language: 'en' })).rejects.toBeInstanceOf(
      NotPermitted,
    );
    await expect(ownData(as(unit), amina.account!)).rejects.toBeInstanceOf(NotPermitted);
  });

  test('who asks for erasure is seen to have asked, until it is taken back', async () => {
    const amina = await signedIn('kenya@example.org');
    const asked = async () =>
      (await allPersons(database.db)).find(({ account }) => account === amina.account)!.erasureAskedAt;
    await askErasure(as(amina), amina.account!, true);
    expect(await asked()).toEqual(now);
    expect(await erasuresAsked(database.db)).toMatchObject([{ name: 'Amina Otieno', askedAt: now }]);
    await askErasure(as(amina), amina.account!, false);
    expect(await asked()).toBeNull();
    expect(await erasuresAsked(database.db)).toEqual([]);
  });

  test('the last of the Support Unit ends no role of hers: nobody could give one any more', async () => {
    const unit = as(await signedIn('unit@example.org'));
    const [own] = await termsOf('unit@example.org');
    expect(await endRole(unit, own!.id)).toBe('last');
    expect(await termsOf('unit@example.org')).toMatchObject([{ until: null }]);
    await invite(unit, form('second@example.org', 'support-unit'));
    const [other] = await termsOf('second@example.org');
    expect(await endRole(unit, other!.id)).toBe(true);
    expect(await endRole(unit, own!.id)).toBe('last');
  });

  test('a forum where nobody of the Support Unit ever signed in has a link to begin with, and no other has', async () => {
    expect(await startLink(as(OPERATOR))).toMatch(/^[\w-]{43}$/);
    expect(await startLink(as(OPERATOR))).toMatch(/^[\w-]{43}$/);
    const { accounts } = await import('#platform/accounts/tables.ts');
    await database.db.update(accounts).set({ signedInAt: now });
    expect(await startLink(as(OPERATOR))).toBeNull();
  });
});
