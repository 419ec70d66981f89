import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { eachDatabase } from '../../../../tests/support/databases.ts';
import { makeLink } from '#platform/accounts/links.ts';
import { accountByEmail } from '#platform/accounts/store.ts';
import { sessions, signInWays } from '#platform/accounts/tables.ts';
import type { Context } from '#platform/context.ts';
import { rowsOf } from '#platform/database.ts';
import { recordAct, recordChanges } from '#platform/history.ts';
import { claimMail, forgetMail, postponeMail, queueMail } from '#platform/mail/queue.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { askErasure, changeOwn, endRole, handOver, invite } from '../actions.ts';
import { NotPermitted, OPERATOR } from '../authority.ts';
import { setOwnEntry } from '../directory/actions.ts';
import { giveAddress } from '../file-actions.ts';
import { actorOf, allPersons, personById, personOfAccount } from '../store.ts';
import { erasePerson, erasuresDone, planErasure } from './actions.ts';

eachDatabase('Erasing a person', (open) => {
  let database: OpenDatabase;
  let count = 0;
  let email: string;
  let name: string;
  let person: string;
  let account: string;
  const now = new Date('2026-11-24T10:00:00Z');
  const as = (actor: Context['actor']): Context => ({ db: database.db, now, locale: 'en', actor });
  const invited = async (more: object) => {
    const made = await invite(as(OPERATOR), {
      email: '',
      name: '',
      role: 'focal-point',
      state: 'KE',
      mechanism: '',
      language: 'fr',
      ...more,
    });
    if ('complaints' in made) throw new Error(JSON.stringify(made.complaints));
    return made.account;
  };
  const themselves = async () => as(await actorOf(database.db, (await accountByEmail(database.db, email))!, now));
  /** All that the database holds, as text. */
  const everything = async () => {
    const tables = rowsOf<{ table: string }>(
      await database.db.execute(
        sql`select table_name as "table" from information_schema.tables where table_schema = current_schema()`,
      ),
    );
    const texts = [];
    for (const { table } of tables)
      texts.push(
        `${table}: ${JSON.stringify(rowsOf(await database.db.execute(sql`select to_jsonb(t) as row from ${sql.identifier(table)} t`)))}`,
      );
    return texts;
  };
  const mails = async () => {
    const taken = [];
    for (let mail; (mail = await claimMail(database.db, now));) {
      taken.push(mail);
      await forgetMail(database.db, mail.id);
    }
    return taken;
  };

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    [email, name] = [`amina${++count}@example.org`, `Amina Otieno ${count}`];
    account = await invited({
      email,
      name,
      place: { organisation: 'Ministry', organisationKind: 'state', title: 'Director Otieno' },
    });
    person = (await personOfAccount(database.db, account))!.id;
  });

  test('leaves nothing of them anywhere, but that they were there', async () => {
    const { db } = database;
    await setOwnEntry(await themselves(), account, {
      post: 'Chief Otieno',
      phone: '+254 711 223344',
      'show-name': 'public',
      'show-post': 'public',
      'show-organisation': 'public',
      'show-email': 'public',
      'show-phone': 'public',
    });
    const times = { createdAt: now, updatedAt: now };
    await db
      .insert(sessions)
      .values({ id: person, userId: account, token: 't', expiresAt: new Date('2030-01-01'), ...times });
    await db
      .insert(signInWays)
      .values({ id: person, userId: account, providerId: 'credential', accountId: account, ...times });
    await makeLink(db, now, { purpose: 'sign-in', account });
    // She does something under one name, is renamed, and does something else.
    await recordChanges(db, await themselves(), 'draft', [
      { subject: person, number: 1, action: 'draft.saved', content: { title: 'Law' } },
    ]);
    const before = name;
    name = `Amina Otieno-Njoroge ${count}`;
    await changeOwn(await themselves(), account, { name, language: 'fr' });
    await invite(await themselves(), {
      email: `colleague${count}@example.org`,
      name: '',
      role: 'contributor',
      state: 'KE',
      mechanism: '',
      language: 'en',
    });
    await db.execute(sql`
      insert into drafts (id, stage, form, version, owner_state, author_name, checklist, created_at, updated_at, stage_since)
      values (${person}, 'draft', '{"title": "Law"}', 1, 'KE', ${name}, ${JSON.stringify({ sourced: { by: name } })},
        ${now.toISOString()}, ${now.toISOString()}, ${now.toISOString()})`);
    await db.execute(sql`
      insert into draft_turns (id, draft, at, account, actor, action, note)
      values (${person}, ${person}, ${now.toISOString()}, ${account}, ${before}, 'begun', '')`);
    await recordAct(db, as(OPERATOR), 'told', { to: email, of: name, words: `nothing of ${count}` });
    await askErasure(await themselves(), account, true);

    const plan = (await planErasure(as(OPERATOR), person))!;
    expect(plan.would).toMatchObject({ sessions: 1, roles: 1, places: 1 });
    const done = await erasePerson(as(OPERATOR), person);
    expect(done).toMatchObject({ number: 1, askedAt: now, done: { sessions: 1, roles: 1, places: 1 } });

    const texts = await everything();
    for (const secret of [name, before, 'Director Otieno', 'Chief Otieno', '711 223344', `"${account}"`])
      expect(texts.filter((text) => text.includes(secret))).toEqual([]);
    // Of the address only the last mail is left, which is not kept either.
    expect(texts.filter((text) => text.includes(email)).map((text) => text.split(':')[0])).toEqual(['mails']);
    expect(await personById(db, person)).toMatchObject({
      name: 'Erased person 1',
      account: null,
      terms: [{ role: 'focal-point', of: 'KE', until: '2026-11-24' }],
    });
    const versions = rowsOf<{ actor: string; content: object }>(
      await db.execute(sql`select actor, content from versions where kind = 'draft'`),
    );
    expect(versions).toEqual([{ actor: 'Erased person 1', content: { title: 'Law' } }]);
    // What belongs to the state stays.
    expect(rowsOf(await db.execute(sql`select owner_state, author_name from drafts`))).toEqual([
      { owner_state: 'KE', author_name: 'Erased person 1' },
    ]);
    expect(await planErasure(as(OPERATOR), person)).toBeNull();
    expect(await erasePerson(as(OPERATOR), person)).toBeNull();
    expect(await erasuresDone(as(OPERATOR))).toMatchObject([{ number: 1, actor: 'Support Unit', askedAt: now }]);
    const sent = await mails();
    expect(sent.filter(({ to }) => to === email)).toMatchObject([{ letter: 'erased', data: {}, locale: 'fr' }]);
    expect(sent.find(({ to }) => to === `colleague${count}@example.org`)!.data).toMatchObject({
      by: 'Erased person 1',
    });
  });

  test('of two of one name leaves the other’s name wherever it stands', async () => {
    const other = await invited({ email: `other${count}@example.org`, name, state: 'MA' });
    const hers = as(await actorOf(database.db, { id: other, name }, now));
    await recordAct(database.db, hers, 'hers', {});
    await recordAct(database.db, await themselves(), 'to be erased', {});
    await recordAct(database.db, { ...hers, actor: { ...hers.actor, account: null } }, 'nobody knows whose', {});
    const at = now.toISOString();
    for (const [id, author] of [
      [person, account],
      [other, other],
    ])
      await database.db.execute(sql`
        insert into drafts (id, stage, form, version, owner_state, author_name, account, checklist, created_at, updated_at, stage_since)
        values (${id}, 'draft', '{"title": "Law"}', 1, 'KE', ${name}, ${author}, '{}', ${at}, ${at}, ${at})`);
    const done = await erasePerson(as(OPERATOR), person);
    const number = (done as { number: number }).number;
    const authors = rowsOf<{ id: string; author: string; account: string | null }>(
      await database.db.execute(
        sql`select id, author_name as author, account from drafts where id in (${person}, ${other})`,
      ),
    );
    expect(authors).toHaveLength(2);
    expect(authors).toEqual(
      expect.arrayContaining([
        { id: person, author: `Erased person ${number}`, account: null },
        { id: other, author: name, account: other },
      ]),
    );
    const actors = rowsOf<{ actor: string }>(
      await database.db.execute(
        sql`select actor from audit where action in ('hers', 'to be erased', 'nobody knows whose') order by id`,
      ),
    );
    expect(actors.map(({ actor }) => actor)).toEqual([name, `Erased person ${number}`, name]);
    expect((await allPersons(database.db)).filter((one) => one.name === name)).toHaveLength(1);
    await mails();
  });

  test('takes back the mail that waits for them, and keeps no address of the last mail when it cannot be delivered', async () => {
    await queueMail(database.db, now, { to: email, letter: 'sign-in', data: { next: '/' }, locale: 'fr' });
    await erasePerson(as(OPERATOR), person);
    for (let mail; (mail = await claimMail(database.db, now));)
      if (mail.to === email) {
        expect(mail.letter).toBe('erased');
        expect(await postponeMail(database.db, mail, 'No such person', now, true)).toBe(true);
      } else await forgetMail(database.db, mail.id);
    expect((await everything()).filter((text) => text.includes(email))).toEqual([]);
  });

  test('is for the Support Unit alone, and for nobody of themselves', async () => {
    for (const work of [planErasure, erasePerson])
      await expect(work(await themselves(), person)).rejects.toBeInstanceOf(NotPermitted);
    await expect(erasuresDone(await themselves())).rejects.toBeInstanceOf(NotPermitted);
    const unit = await themselves();
    const own = await erasePerson({ ...unit, actor: { ...unit.actor, roles: OPERATOR.roles } }, person);
    expect(own).toMatchObject({ complaints: [{ name: 'person' }] });
    expect(await erasePerson(as(OPERATOR), '00000000-0000-0000-0000-000000000000')).toBeNull();
    for (const id of ['', 'x', "' or true"]) expect(await planErasure(as(OPERATOR), id)).toBeNull();
    await mails();
  });

  test('that fails in its middle has erased nothing', async () => {
    await database.db.execute(
      sql`create function refuse() returns trigger as 'begin raise exception ''no''; end' language plpgsql`,
    );
    await database.db.execute(sql`create trigger refuse before insert on erasures execute function refuse()`);
    await expect(erasePerson(as(OPERATOR), person)).rejects.toThrow();
    await database.db.execute(sql`drop trigger refuse on erasures`);
    expect(await accountByEmail(database.db, email)).toMatchObject({ name });
    expect(await personById(database.db, person)).toMatchObject({ name, terms: [{ until: null }] });
    await mails();
  });

  test('every table that says who did something says by which account, so that a name can be taken out of it', async () => {
    const named = rowsOf<{ table: string; column: string }>(
      await database.db.execute(sql`
        select table_name as "table", column_name as "column" from information_schema.columns
        where table_schema = current_schema() and column_name in ('actor', 'account') and table_name in (
          select table_name from information_schema.columns where table_schema = current_schema() and column_name = 'actor')`),
    );
    const tables = Map.groupBy(named, ({ table }) => table);
    for (const [table, columns] of tables) expect([table, columns.length]).toEqual([table, 2]);
    expect([...tables.keys()]).toEqual(expect.arrayContaining(['audit', 'versions', 'erasures']));
  });

  test('whose role ends, or whose post is handed over, hears of it in their own language', async () => {
    await mails();
    const term = (await personById(database.db, person))!.terms[0]!;
    await handOver(as(OPERATOR), term.id, { email: `next${count}@example.org`, name: 'Driss', language: 'es' });
    const [to, from] = (await mails()).sort((a, b) => b.to.localeCompare(a.to));
    expect([to, from]).toMatchObject([
      { to: `next${count}@example.org`, letter: 'invitation', locale: 'es' },
      { to: email, letter: 'handed-over', locale: 'fr', data: { by: 'Support Unit', role: 'focal-point', of: 'KE' } },
    ]);
    const next = (await personOfAccount(
      database.db,
      (await accountByEmail(database.db, `next${count}@example.org`))!.id,
    ))!;
    await endRole(as(OPERATOR), next.terms[0]!.id);
    expect(await mails()).toMatchObject([{ to: `next${count}@example.org`, letter: 'role-ended', locale: 'es' }]);
  });

  test('a lost mailbox is replaced by another address: everything that hung on it is void, and both are told', async () => {
    const { db } = database;
    await mails();
    const times = { createdAt: now, updatedAt: now };
    await db
      .insert(sessions)
      .values({ id: account, userId: account, token: `t${count}`, expiresAt: new Date('2030-01-01'), ...times });
    await db
      .insert(signInWays)
      .values({ id: account, userId: account, providerId: 'credential', accountId: account, password: 'x', ...times });
    await makeLink(db, now, { purpose: 'sign-in', account });
    await expect(giveAddress(await themselves(), person, 'a@example.org')).rejects.toBeInstanceOf(NotPermitted);
    for (const typed of ['nobody', 'x@y.invalid', email])
      expect(await giveAddress(as(OPERATOR), person, typed)).toMatchObject({ complaints: [{ name: 'email' }] });
    expect(await giveAddress(as(OPERATOR), account, 'a@example.org')).toBe(false);
    expect(await giveAddress(as(OPERATOR), person, ` Found${count}@Example.org`)).toBe(true);
    expect((await accountByEmail(db, `found${count}@example.org`))!.id).toBe(account);
    for (const table of ['sessions', 'sign_in_ways', 'one_time_links'])
      expect(rowsOf(await db.execute(sql`select 1 from ${sql.identifier(table)} where account = ${account}`))).toEqual(
        [],
      );
    const told = await mails();
    expect(told.map(({ to, letter, locale }) => [to, letter, locale])).toEqual([
      [email, 'address-taken-away', 'fr'],
      [`found${count}@example.org`, 'address-given', 'fr'],
    ]);
    // Whoever reads the old mailbox does not learn the new address.
    expect(JSON.stringify(told[0])).not.toContain('found');
  });
});
