import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountByEmail } from '#platform/accounts/store.ts';
import { doDueJobs } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { mailTransport } from '#platform/mail/transport.ts';
import { mails } from '#platform/mail/tables.ts';
import { sendDueMails } from '#platform/mail/worker.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { clockJobs } from '#platform/tables.ts';
import { settingsFrom } from '#platform/settings.ts';
import { waitingCount, waitingOn } from '#forum/desk/index.ts';
import {
  assign,
  beginDraft,
  changePractice,
  comment,
  changeStanding,
  confirmPractice,
  publish,
  restorePractice,
  review,
  saveDraft,
  setChecks,
  takeTurn,
  wantSecond,
  WAITS,
  withdrawPractice,
} from '#forum/drafts/index.ts';
import { actorOf, endRole, invite, OPERATOR, personOfAccount } from '#forum/people/index.ts';
import { practiceAt, practiceWithId } from '#forum/practices/index.ts';
import { askToReplicate } from '#forum/replication/index.ts';
import { ALL_HOLD } from '../../../tests/support/checks.ts';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { type MailServer, startMailServer, textOfMail } from '../../../tests/support/smtp.ts';
import { chooseMail, markAllRead, newsFor, newsLead, openNews, unreadCount } from './actions.ts';
import { notificationJobs } from './jobs.ts';
import { notificationLetters } from './letters.ts';
import type { Rhythm } from './rhythm.ts';
import { tellWhatHappened } from './telling.ts';
import { mailChoices, notifications } from './tables.ts';

const NAMES = ['amina', 'otieno', 'uganda', 'ngo', 'curator', 'second'] as const;
const ROLES = {
  amina: ['focal-point', 'KE'],
  otieno: ['focal-point', 'KE'],
  uganda: ['focal-point', 'UG'],
  ngo: ['contributor', ''],
  curator: ['curator', ''],
  second: ['curator', ''],
} as const;
type Name = (typeof NAMES)[number];
const LITTLE = {
  title: 'Fees for recruiters',
  summary: 'No worker pays.',
  countries: ['KE'],
  owner: 'Ministry',
  sdg: ['10.7'],
};
const MORNING = new Date('2026-03-09T05:00:00Z');
const HOUR = 60 * 60_000;
const log = pino({ level: 'silent' });

eachDatabase('Notifications', (open) => {
  let database: OpenDatabase;
  let server: MailServer;
  const accounts = {} as Record<Name, string>;
  /** Sunday morning. */
  const now = new Date('2026-03-08T10:00:00Z');
  const after = (hours: number) => new Date(now.getTime() + hours * HOUR);
  const ctx = async (name: Name, at = now): Promise<Context> => ({
    db: database.db,
    now: at,
    locale: 'en',
    actor: await actorOf(database.db, { id: accounts[name], name }, at),
  });
  const operator = (): Context => ({ db: database.db, now, locale: 'en', actor: OPERATOR });
  const tell = (at: Date) => doDueJobs(database.db, notificationJobs, () => at, log);
  const told = async (name: Name) =>
    (await newsFor(await ctx(name), { before: null, limit: 50 })).news.map(({ kind, title }) => `${kind}: ${title}`);
  const post = async (at: Date) => {
    const transport = mailTransport(settingsFrom({ SMTP_URL: server.url, MAIL_FROM: 'forum@example.org' }), 2_000);
    const composers = notificationLetters('https://forum.example');
    await sendDueMails({ db: database.db, transport, composers, log }, () => at);
    transport.close();
  };
  const mailed = (name: Name) =>
    server.taken.filter(({ to }) => to.includes(`${name}@example.org`)).map(({ raw }) => textOfMail(raw));
  const wants = async (name: Name, rhythm: Rhythm) => chooseMail(await ctx(name), rhythm);
  const begun = async (name: Name = 'amina', title = LITTLE.title) => beginDraft(await ctx(name), { ...LITTLE, title });
  const handedIn = async (name: Name = 'amina', title?: string) => {
    const id = await begun(name, title);
    await takeTurn(await ctx(name), id, 'hand-in');
    return id;
  };
  const published = async (title: string, at = now, name: Name = 'amina') => {
    const id = await handedIn(name, title);
    await review(await ctx('curator', at), id, 'take');
    await setChecks(await ctx('curator', at), id, ALL_HOLD);
    const { slug } = (await publish(await ctx('curator', at), id)) as { slug: string };
    return (await practiceAt(database.db, slug))!;
  };

  beforeAll(async () => {
    database = await open();
    server = await startMailServer('takes');
    for (const name of NAMES) {
      const email = `${name}@example.org`;
      const [role, state] = ROLES[name];
      const language = name === 'otieno' ? 'fr' : 'en';
      await invite(
        { ...operator(), now: new Date('2024-01-01') },
        { email, name, role, state, mechanism: '', language },
      );
      accounts[name] = (await accountByEmail(database.db, email))!.id;
    }
  });
  beforeEach(async () => {
    await database.db.delete(clockJobs);
    await tell(new Date('2020-01-01'));
    await database.db.delete(clockJobs);
    await database.db.delete(notifications);
    await database.db.delete(mails);
    await database.db.delete(mailChoices);
    server.taken.length = 0;
  });
  afterEach(async () => {
    // Every test begins with nothing on anybody's desk.
    await database.db.execute('delete from drafts');
    await database.db.execute("update practices set standing = 'withdrawn'");
  });
  afterAll(async () => {
    await server.stop();
    await database.close();
  });

  test('each turn is told to those it concerns, never to who took it, and to nobody else', async () => {
    const id = await handedIn();
    await tell(after(1));
    expect(await told('amina')).toEqual([]);
    expect(await told('uganda')).toEqual([]);
    for (const name of ['otieno', 'curator', 'second'] as const)
      expect(await told(name)).toEqual(['hand-in: Fees for recruiters']);
    await review(await ctx('curator'), id, 'take');
    await review(await ctx('curator'), id, 'ask', 'Which year?');
    await comment(await ctx('curator'), id, 'summary', 'Which workers?');
    await tell(after(2));
    expect(await told('amina')).toEqual(['remark', 'ask', 'take'].map((kind) => `${kind}: Fees for recruiters`));
    expect(await told('second')).toHaveLength(1);
    await takeTurn(await ctx('otieno'), id, 'answer');
    await wantSecond(await ctx('curator'), id, true);
    await tell(after(3));
    expect((await told('curator'))[0]).toBe('answer: Fees for recruiters');
    expect((await told('amina'))[0]).toBe('answer: Fees for recruiters');
    expect((await told('second'))[0]).toBe('second-wanted: Fees for recruiters');
  });

  test('a draft given to one curator and at once to another is told to the second alone', async () => {
    const id = await handedIn();
    await assign(await ctx('curator'), id, accounts.curator);
    await assign(await ctx('curator'), id, accounts.second);
    await tell(after(1));
    expect((await told('second'))[0]).toBe('assign: Fees for recruiters');
    expect(await told('curator')).toEqual([]);
  });

  test('an owner hears when a practice is withdrawn, archived or published again by others', async () => {
    const { id } = await published('Village courts');
    await changeStanding(await ctx('curator'), id, 'archive');
    await changeStanding(await ctx('curator'), id, 'publish-again');
    await withdrawPractice(await ctx('amina'), id, { why: 'Another law came.', public: false });
    await tell(after(1));
    expect((await told('amina')).slice(0, 3)).toEqual([
      'practice.publish-again: Village courts',
      'practice.archive: Village courts',
      'publish: Village courts',
    ]);
    expect((await told('otieno'))[0]).toBe('practice.withdraw: Village courts');
  });

  test('an owner hears when a curator brings back an earlier version', async () => {
    const { id } = await published('Village courts');
    const draft = (await changePractice(await ctx('amina'), id))!;
    await saveDraft(await ctx('amina'), draft, 1, { summary: 'Worse.' });
    await takeTurn(await ctx('amina'), draft, 'hand-in');
    await review(await ctx('curator'), draft, 'take');
    await setChecks(await ctx('curator'), draft, ALL_HOLD);
    expect(await publish(await ctx('curator'), draft)).toMatchObject({ outcome: 'published' });
    expect(await restorePractice(await ctx('curator'), id, 1)).toEqual({ outcome: 'restored' });
    await tell(after(1));
    expect((await told('amina'))[0]).toBe('practice.restored: Village courts');
  });

  test('two servers that look at once, and one that looks again, tell nobody twice', async () => {
    await handedIn();
    await Promise.all([tell(after(1)), tell(after(1)), tell(after(1))]);
    // Somebody opens the desk, on each of the servers.
    await handedIn('ngo', 'Shelters');
    const atDesk = () => tellWhatHappened(database.db, after(1.5));
    await Promise.all([atDesk(), tell(after(1.5)), atDesk(), atDesk()]);
    expect(await told('curator')).toHaveLength(2);
    await tell(after(2));
    expect(await told('curator')).toHaveLength(2);
  });

  test('when a server falls in between, nothing is lost and nothing told twice', async () => {
    await handedIn();
    await handedIn('ngo', 'Shelters');
    const falling = notificationJobs.map((job) => ({
      ...job,
      run: async (...given: Parameters<typeof job.run>) => {
        await job.run(...given);
        throw new Error('the power is cut before the commit');
      },
    }));
    await doDueJobs(database.db, falling, () => after(1), log);
    expect(await told('curator')).toEqual([]);
    await tell(after(1));
    expect((await told('curator')).sort()).toEqual(['hand-in: Fees for recruiters', 'hand-in: Shelters']);
  });

  test('whose role has ended is told nothing, and no longer sees what was told', async () => {
    const extra = {
      email: 'leaving@example.org',
      name: 'leaving',
      role: 'focal-point',
      state: 'KE',
      mechanism: '',
      language: 'en',
    };
    const { account } = (await invite({ ...operator(), now: new Date('2025-01-01') }, extra)) as { account: string };
    const leaving = async (at: Date): Promise<Context> => ({
      db: database.db,
      now: at,
      locale: 'en',
      actor: await actorOf(database.db, { id: account, name: 'leaving' }, at),
    });
    await chooseMail(await leaving(now), 'at-once');
    await handedIn();
    await tell(after(1));
    expect(await unreadCount(await leaving(after(1)))).toBe(1);
    const { news } = await newsFor(await leaving(now), { before: null, limit: 9 });
    const [term] = (await personOfAccount(database.db, account))!.terms;
    await endRole(operator(), term!.id);
    // Its mail was queued before the role ended, and is composed after.
    await post(after(2));
    expect(server.taken.filter(({ to }) => to.includes('leaving@example.org'))).toEqual([]);
    expect(await newsFor(await leaving(after(2)), { before: null, limit: 9 })).toEqual({ news: [], older: null });
    expect(await unreadCount(await leaving(after(2)))).toBe(0);
    expect(await openNews(await leaving(after(2)), news[0]!.id)).toBeNull();
  });

  test('nobody opens, or marks as read, what somebody else was told', async () => {
    await handedIn();
    await tell(after(1));
    const [mine] = (await newsFor(await ctx('curator'), { before: null, limit: 9 })).news;
    expect(await openNews(await ctx('second'), mine!.id)).toBeNull();
    expect(await openNews(await ctx('curator'), 'no id at all')).toBeNull();
    await markAllRead(await ctx('second'));
    expect(await unreadCount(await ctx('curator'))).toBe(1);
    expect(newsLead((await openNews(await ctx('curator'), mine!.id))!)).toBe(
      `/desk/review/${'draft' in mine!.about ? mine!.about.draft : ''}`,
    );
    expect(await unreadCount(await ctx('curator'))).toBe(0);
  });

  test('older ones are on pages of their own, and none is on two', async () => {
    for (let at = 0; at < 7; at++) await handedIn('ngo', `Practice ${at}`);
    await tell(after(1));
    const pages: string[] = [];
    for (let before: string | null = null, more = true; more;) {
      const page: Awaited<ReturnType<typeof newsFor>> = await newsFor(await ctx('curator'), { before, limit: 3 });
      pages.push(...page.news.map(({ title }) => title));
      more = page.older !== null;
      before = page.older;
    }
    expect(pages).toEqual(Array.from({ length: 7 }, (_, at) => `Practice ${6 - at}`));
  });

  describe('By mail', () => {
    test('a digest comes once a day, in the reader’s language, with what waits first, why it comes and how to end it', async () => {
      await wants('amina', 'daily');
      await wants('otieno', 'daily');
      const id = await handedIn();
      await review(await ctx('curator'), id, 'ask', 'Which year?');
      await tell(after(1));
      await post(after(1));
      expect(server.taken).toEqual([]);
      await tell(MORNING);
      await post(MORNING);
      await tell(new Date(MORNING.getTime() + HOUR));
      await post(new Date(MORNING.getTime() + HOUR));
      const [french, ...others] = mailed('otieno');
      expect(others).toEqual([]);
      expect(french).toContain('Bonjour');
      const [waits, news] = [french!.indexOf('À faire'), french!.indexOf('Ce qui s’est passé')];
      expect(waits).toBeGreaterThan(0);
      expect(news).toBeGreaterThan(waits);
      expect(french).toContain('Une question pour vous\u00a0: Fees for recruiters');
      expect(french).toContain('https://forum.example/fr/desk/drafts/');
      expect(french).toContain('Point focal');
      expect(french).toContain('https://forum.example/fr/account#mail');
      expect(french).toMatch(/^List-Unsubscribe: <https:\/\/forum\.example\/fr\/account#mail>$/m);
      expect(mailed('amina')).toHaveLength(1);
      expect(mailed('uganda')).toEqual([]);
    });

    test('who wants it at once gets it at once, weekly on Monday, and who wants none only what waits on them', async () => {
      await wants('curator', 'at-once');
      await wants('second', 'weekly');
      await wants('amina', 'never');
      await wants('otieno', 'never');
      const id = await handedIn();
      await tell(after(0.1));
      await post(after(0.1));
      expect(server.taken.map(({ to }) => to[0])).toEqual(['curator@example.org']);
      await review(await ctx('curator'), id, 'take');
      await review(await ctx('curator'), id, 'ask', 'Which year?');
      await tell(after(1));
      await tell(MORNING);
      await post(MORNING);
      expect(mailed('second')).toHaveLength(1);
      expect(mailed('amina')[0]).toContain('has a question to you: Fees for recruiters');
      expect(mailed('amina')[0]).not.toContain('has begun to review');
      expect(mailed('curator')).toHaveLength(1);
    });

    test('until somebody chooses, what waits on them comes at once and the news in the morning', async () => {
      const id = await handedIn();
      await tell(after(0.5));
      await review(await ctx('curator'), id, 'take');
      await review(await ctx('curator'), id, 'ask', 'Which year?');
      await tell(after(1));
      await post(after(1));
      // Handed in is news to all curators; the question waits on those whose draft it is.
      expect(server.taken.flatMap(({ to }) => to).sort()).toEqual(['amina@example.org', 'otieno@example.org']);
      const [asked] = mailed('amina');
      expect(asked).toContain('has a question to you: Fees for recruiters');
      expect(asked).not.toContain('has begun to review');
      expect(asked).toContain('What waits on you comes at once, the rest at most once a day.');
      await tell(after(2));
      await post(after(2));
      expect(mailed('amina')).toHaveLength(1);
      await tell(MORNING);
      await post(MORNING);
      expect(mailed('amina')[1]).toContain('has begun to review: Fees for recruiters');
      expect(mailed('amina')[1]).not.toContain('has a question to you');
      expect(mailed('second')).toHaveLength(1);
    });

    test('an answer, a draft given to somebody and a wish for a second pair of eyes come at once to the one they wait on', async () => {
      const id = await handedIn();
      await assign(await ctx('curator'), id, accounts.second);
      await tell(after(1));
      await post(after(1));
      expect(mailed('second').map((mail) => mail.includes('gave you to look after: Fees'))).toEqual([true]);
      expect(mailed('curator')).toEqual([]);
      await review(await ctx('second'), id, 'ask', 'Which year?');
      await takeTurn(await ctx('amina'), id, 'answer');
      await wantSecond(await ctx('second'), id, true);
      await tell(after(2));
      await post(after(2));
      expect(mailed('second').at(-1)).toContain('answered: Fees for recruiters');
      expect(mailed('curator').at(-1)).toContain('asks for a second pair of eyes: Fees for recruiters');
      await review(await ctx('second'), id, 'give-back', 'Too short.');
      await tell(after(3));
      await post(after(3));
      expect(mailed('amina').at(-1)).toContain('gave back to you');
      await takeTurn(await ctx('amina'), id, 'hand-in');
      await tell(after(4));
      await post(after(4));
      expect(mailed('second').at(-1)).toContain('handed in: Fees for recruiters');
      // Another who curates hears of it in the morning.
      expect(mailed('curator')).toHaveLength(1);
    });

    test('whoever chose once a day gets what waits on them once a day', async () => {
      await wants('amina', 'daily');
      const id = await handedIn();
      await review(await ctx('curator'), id, 'ask', 'Which year?');
      await tell(after(1));
      await post(after(1));
      expect(mailed('amina')).toEqual([]);
      expect(mailed('otieno')).toHaveLength(1);
    });

    test('two servers queue one digest, and what is read before it is sent is in none', async () => {
      await handedIn();
      await tell(after(1));
      await markAllRead(await ctx('second'));
      await Promise.all([tell(MORNING), tell(MORNING)]);
      await post(MORNING);
      expect([mailed('curator'), mailed('second')].map((list) => list.length)).toEqual([1, 0]);
    });

    test('a digest that was due while the server stood still comes when it runs again', async () => {
      await handedIn();
      await tell(after(1));
      const days = new Date('2026-03-19T14:00:00Z');
      await tell(days);
      await post(days);
      expect(mailed('curator')).toHaveLength(1);
    });

    test('a title with line ends and markup ends no header and runs nothing', async () => {
      await wants('curator', 'at-once');
      await handedIn('ngo', 'Shelters <script>alert(1)</script>\r\nBcc: evil@example.org');
      await tell(after(1));
      await post(after(1));
      const { raw } = server.taken[0]!;
      expect(raw).not.toMatch(/^Bcc:/im);
      expect(textOfMail(raw)).not.toMatch(/<a[^>]*>[^<]*<script>/);
    });
  });

  describe('After twelve months', () => {
    const year = new Date('2027-03-08T12:00:00Z');
    const asked = async (name: Name) =>
      (await newsFor(await ctx(name, year), { before: null, limit: 50 })).news.filter(({ kind }) => kind === 'remind')
        .length;

    test('the owner is asked if a practice is still as described, again after three months, and not once it was confirmed', async () => {
      const { id } = await published('Village courts');
      await tell(new Date('2027-03-08T09:00:00Z'));
      expect(await asked('amina')).toBe(0);
      await tell(year);
      expect([await asked('amina'), await asked('otieno'), await asked('uganda')]).toEqual([1, 1, 0]);
      expect((await practiceWithId(database.db, id))!.remindedAt).toBe(year.toISOString());
      expect((await waitingOn(await ctx('amina', year))).toConfirm.map(({ title }) => title)).toEqual([
        'Village courts',
      ]);
      await tell(new Date('2027-04-08T12:00:00Z'));
      expect(await asked('amina')).toBe(1);
      await tell(new Date('2027-06-08T13:00:00Z'));
      expect(await asked('amina')).toBe(2);
      await confirmPractice(await ctx('amina', new Date('2027-06-09T13:00:00Z')), id);
      await tell(new Date('2027-10-08T13:00:00Z'));
      expect(await asked('amina')).toBe(2);
      expect(await waitingCount(await ctx('amina', new Date('2027-10-08T13:00:00Z')))).toBe(0);
    });

    test('the mail says what to do', async () => {
      await published('Village courts');
      await tell(now);
      await markAllRead(await ctx('amina'));
      await tell(year);
      const next = new Date('2027-03-09T05:00:00Z');
      await tell(next);
      await post(next);
      expect(mailed('amina').at(-1)).toContain('Is it still as described? Confirm, change or archive: Village courts');
      expect(mailed('amina').at(-1)).toContain('https://forum.example/en/desk#confirm');
    });
  });

  test('the number beside the desk is that of what waits there', async () => {
    const courts = await published('Village courts', new Date('2025-01-01'));
    const question = { place: 'Kampala', message: 'How did you begin?' };
    expect(await askToReplicate(await ctx('uganda'), courts, question)).toBe(true);
    const ids = [await handedIn(), await handedIn('ngo', 'Shelters'), await handedIn('amina', 'Visas')];
    await review(await ctx('curator'), ids[0]!, 'ask', 'Which year?');
    await review(await ctx('curator'), ids[1]!, 'give-back', 'Too short.');
    await assign(await ctx('curator'), ids[2]!, accounts.curator);
    await wantSecond(await ctx('curator'), ids[2]!, true);
    const expected = { amina: 3, otieno: 3, uganda: 0, ngo: 1, curator: 1, second: 1 };
    for (const name of NAMES) {
      const { drafts, asked, toConfirm } = await waitingOn(await ctx(name));
      const listed = WAITS.reduce((sum, wait) => sum + drafts[wait].length, asked.length + toConfirm.length);
      expect([name, await waitingCount(await ctx(name)), listed]).toEqual([name, expected[name], expected[name]]);
    }
  });
});
