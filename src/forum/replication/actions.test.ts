import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { accountByEmail } from '#platform/accounts/store.ts';
import { type Context, VISITOR } from '#platform/context.ts';
import { claimMail, forgetMail } from '#platform/mail/queue.ts';
import { writeLetter } from '#platform/mail/letter.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { actorOf, endRole, allPersons, invite, NotPermitted, OPERATOR } from '#forum/people/index.ts';
import { importPractices, practiceAt, type ImportRow } from '#forum/practices/index.ts';
import { answerRequest, askedSince, askToReplicate, ownRequests, requestsFor } from './actions.ts';
import { replicationLetters } from './letters.ts';

eachDatabase('A place asks to replicate a practice', (open) => {
  let database: OpenDatabase;
  const now = new Date('2026-11-24T10:00:00Z');
  const as = (actor: Context['actor']): Context => ({ db: database.db, now, locale: 'en', actor });
  const signedIn = async (email: string) =>
    as(await actorOf(database.db, (await accountByEmail(database.db, email))!, now));
  const invited = (email: string, role: string, state = '', language = 'en') =>
    invite(as(OPERATOR), { email, name: email.split('@')[0]!, role, state, mechanism: '', language });
  const at = async (slug: string) => (await practiceAt(database.db, slug))!;
  const ASKED = { place: ' Cuenca,\n Ecuador ', message: 'How do you pay the clerks?' };

  /** What waits in the post, as it would be read, and is then forgotten. */
  async function post() {
    const letters = replicationLetters('https://forum.example');
    const sent: { to: string; letter: string; text: string }[] = [];
    for (let mail; (mail = await claimMail(database.db, now)); await forgetMail(database.db, mail.id)) {
      const letter = await letters[mail.letter]?.(database.db, mail, now);
      if (letter) sent.push({ to: mail.to, letter: mail.letter, text: writeLetter(letter, mail.locale).text });
    }
    return sent.sort((one, other) => (one.to < other.to ? -1 : 1));
  }

  beforeAll(async () => {
    database = await open();
    await invited('kenya@example.org', 'focal-point', 'KE', 'fr');
    await invited('morocco@example.org', 'focal-point', 'MA');
    await invited('ngo@example.org', 'contributor');
    await invited('unit@example.org', 'support-unit');
    await invited('curator@example.org', 'curator');
    await invited('asker@example.org', 'contributor');
    const rows = ['Of Kenya', 'Of an organisation', 'Of nobody'].map((title, number): ImportRow => ({
      number,
      content: { title },
      received: null,
      refusals: [],
    }));
    const silent = { progress: () => undefined, tell: async () => undefined };
    await importPractices(
      as(OPERATOR),
      { file: 'a.csv', apply: true, origin: '' },
      (async function* () {
        yield { ok: true as const, value: rows };
      })(),
      silent,
    );
    const { id } = (await accountByEmail(database.db, 'ngo@example.org'))!;
    await database.db.execute(sql`update practices set owner_state = 'KE' where slug = 'of-kenya'`);
    await database.db.execute(sql`update practices set owner_account = ${id} where slug = 'of-an-organisation'`);
    await post();
  });
  afterAll(() => database.close());

  test('and those who answer for it are told by mail in their language, without the address of whoever asks', async () => {
    const asker = await signedIn('asker@example.org');
    expect(await askToReplicate(asker, await at('of-kenya'), ASKED)).toBe(true);
    const [mail, ...more] = await post();
    expect([mail!.to, mail!.letter, more]).toEqual(['kenya@example.org', 'replication-asked', []]);
    expect(mail!.text).toContain('asker demande, pour Cuenca, Ecuador');
    expect(mail!.text).toContain(ASKED.message);
    expect(mail!.text).not.toContain('asker@');
    expect(await askedSince(asker, await at('of-kenya'))).toEqual(now);
    expect(await askedSince(asker, await at('of-nobody'))).toBeNull();
  });

  test.each([
    ['of-an-organisation', ['ngo@example.org']],
    ['of-nobody', ['unit@example.org']],
  ])('%s: %s are told', async (slug, owners) => {
    await askToReplicate(await signedIn('asker@example.org'), await at(slug), ASKED);
    expect((await post()).map(({ to }) => to)).toEqual(owners);
  });

  test('once until there is an answer, and not without a place and a question', async () => {
    const asker = await signedIn('asker@example.org');
    const refusals = async (place: string, message: string) => {
      const answer = await askToReplicate(asker, await at('of-kenya'), { place, message });
      return answer === true ? [] : answer.complaints.map(({ name }) => name);
    };
    expect(await refusals('Cuenca', 'Again?')).toEqual(['message']);
    expect(await refusals(' ', '\n')).toEqual(['place', 'message']);
    expect(await refusals('x'.repeat(201), 'y'.repeat(4001))).toEqual(['place', 'message']);
    expect(await post()).toEqual([]);
  });

  test('nobody asks who is not signed in', async () => {
    await expect(askToReplicate(as(VISITOR), await at('of-kenya'), ASKED)).rejects.toBeInstanceOf(NotPermitted);
  });

  test('what is asked is seen by those who answer for it and by whoever asked, and by nobody else', async () => {
    const seen = async (email: string) =>
      (await requestsFor(await signedIn(email))).map(({ practice }) => practice.slug).sort();
    const all = ['of-an-organisation', 'of-kenya', 'of-nobody'];
    expect(await seen('kenya@example.org')).toEqual(['of-kenya']);
    expect(await seen('morocco@example.org')).toEqual([]);
    expect(await seen('ngo@example.org')).toEqual(['of-an-organisation']);
    expect(await seen('asker@example.org')).toEqual([]);
    expect(await seen('unit@example.org')).toEqual(all);
    expect(await seen('curator@example.org')).toEqual(all);
    expect(await requestsFor(as(VISITOR))).toEqual([]);
    expect(await ownRequests(await signedIn('asker@example.org'))).toHaveLength(3);
    expect(await ownRequests(await signedIn('kenya@example.org'))).toEqual([]);
  });

  describe('and is answered', () => {
    const about = async (slug: string) =>
      (await ownRequests(await signedIn('asker@example.org'))).find(({ practice }) => practice.slug === slug)!;

    test('by nobody whose practice it is not', async () => {
      const { id } = await about('of-kenya');
      for (const email of ['morocco@example.org', 'ngo@example.org', 'asker@example.org'])
        expect(await answerRequest(await signedIn(email), id, { answer: 'yes', text: '' })).toBeNull();
      expect(
        await answerRequest(await signedIn('kenya@example.org'), 'nothing', { answer: 'yes', text: '' }),
      ).toBeNull();
      expect(await post()).toEqual([]);
    });

    test('after which what still waits stands before it, whichever was asked later', async () => {
      const slugs = async () =>
        (await ownRequests(await signedIn('asker@example.org'))).map(({ practice }) => practice.slug);
      const before = await slugs();
      const { id } = await about(before[0]!);
      const unit = await signedIn('unit@example.org');
      await answerRequest(unit, id, { answer: 'yes', text: 'Come and see.' });
      expect(await slugs()).toEqual([...before.slice(1), before[0]]);
      await post();
    });

    test('with a yes or a not now, and in so many words', async () => {
      const kenya = await signedIn('kenya@example.org');
      const { id } = await about('of-kenya');
      expect(await answerRequest(kenya, id, { answer: '', text: 'z'.repeat(4001) })).toMatchObject({
        complaints: [{ name: 'answer' }, { name: 'text' }],
      });
    });

    test('yes: each side is mailed the other’s address, and it cannot be answered again', async () => {
      const { id } = await about('of-kenya');
      const kenya = await signedIn('kenya@example.org');
      expect(await answerRequest(kenya, id, { answer: 'yes', text: 'Gladly.' })).toBe(true);
      const [toAsker, toOwner] = await post();
      expect([toAsker!.to, toOwner!.to]).toEqual(['asker@example.org', 'kenya@example.org']);
      expect(toAsker!.text).toContain('kenya@example.org');
      expect(toAsker!.text).toContain('Gladly.');
      expect(toOwner!.text).toContain('asker@example.org');
      expect(await about('of-kenya')).toMatchObject({ answer: 'yes', answeredBy: 'kenya', answeredAt: now });
      const again = await answerRequest(await signedIn('unit@example.org'), id, { answer: 'not-now', text: '' });
      expect(again).toMatchObject({ complaints: [{ name: 'answer' }] });
    });

    test('not now: no address is given to anybody', async () => {
      const { id } = await about('of-an-organisation');
      await answerRequest(await signedIn('ngo@example.org'), id, { answer: 'not-now', text: 'Ask us in spring.' });
      const mails = await post();
      expect(mails.map(({ to }) => to)).toEqual(['asker@example.org']);
      expect(mails[0]!.text).toContain('Ask us in spring.');
      expect(mails[0]!.text).not.toContain('ngo@');
    });

    test('after which the place may ask again', async () => {
      expect(await askToReplicate(await signedIn('asker@example.org'), await at('of-kenya'), ASKED)).toBe(true);
      await post();
    });
  });

  test('a state without a focal point is answered for by the Support Unit', async () => {
    const kenya = (await allPersons(database.db)).find(({ email }) => email === 'kenya@example.org')!;
    await endRole(as(OPERATOR), kenya.terms[0]!.id);
    await askToReplicate(await signedIn('ngo@example.org'), await at('of-kenya'), ASKED);
    expect((await post()).map(({ to }) => to)).toEqual(['unit@example.org']);
    expect(await requestsFor(await signedIn('kenya@example.org'))).toEqual([]);
  });

  test('what was withdrawn is not told of any more to whoever asked', async () => {
    await database.db.execute(sql`update practices set standing = 'withdrawn' where slug = 'of-nobody'`);
    const own = await ownRequests(await signedIn('asker@example.org'));
    expect(own.map(({ practice }) => practice.slug)).not.toContain('of-nobody');
  });
});
