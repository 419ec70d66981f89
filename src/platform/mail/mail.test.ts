import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { freePort } from '../../../tests/support/postgres.ts';
import { type MailServer, startMailServer, textOfMail } from '../../../tests/support/smtp.ts';
import type { OpenDatabase } from '../open-database.ts';
import { settingsFrom } from '../settings.ts';
import { type Letter, writeLetter } from './letter.ts';
import { claimMail, countMails, queueMail } from './queue.ts';
import { mails } from './tables.ts';
import { mailTransport } from './transport.ts';
import { type Composer, sendDueMails } from './worker.ts';

const LETTER: Letter = {
  subject: 'Your link',
  paragraphs: ['Dear Amina,'],
  way: { label: 'Sign in', href: 'https://forum.example/en/sign-in/link?token=abc&next=%2F' },
};
const MINUTE = 60_000;
const start = new Date('2026-11-24T08:00:00Z');
const later = (minutes: number) => new Date(start.getTime() + minutes * MINUTE);

eachDatabase('Mail', (open) => {
  let database: OpenDatabase;
  const servers: MailServer[] = [];
  const logged: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void logged.push(line) });
  const serving = async (...words: Parameters<typeof startMailServer>) => {
    const server = await startMailServer(...words);
    servers.push(server);
    return server;
  };
  const say = (letter: Letter | null): Record<string, Composer> => ({ greeting: async () => letter });
  const wanted = (to = 'amina@example.org') =>
    queueMail(database.db, start, { to, letter: 'greeting', data: {}, locale: 'en' });
  const send = async (url: string, at: Date, letter: Letter | null = LETTER) => {
    const settings = settingsFrom({ SMTP_URL: url, MAIL_FROM: 'forum@example.org' });
    const transport = mailTransport(settings, 400);
    await sendDueMails({ db: database.db, transport, composers: say(letter), log }, () => at);
    transport.close();
  };

  beforeAll(async () => {
    database = await open();
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
    await database.db.delete(mails);
    logged.length = 0;
  });
  afterAll(() => database.close());

  test('goes out through the server of SMTP_URL, once, and is forgotten', async () => {
    const server = await serving('takes');
    await wanted();
    await send(server.url, start);
    await send(server.url, later(1));
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]!.to).toEqual(['amina@example.org']);
    expect(textOfMail(server.taken[0]!.raw)).toContain(LETTER.way!.href);
    expect(await countMails(database.db)).toEqual({ waiting: 0, givenUp: 0 });
  });

  test('queued in a transaction that fails is never sent', async () => {
    const server = await serving('takes');
    const failing = database.db.transaction(async (tx) => {
      await queueMail(tx, start, { to: 'amina@example.org', letter: 'greeting', data: {}, locale: 'en' });
      throw new Error('something else went wrong');
    });
    await expect(failing).rejects.toThrow('something else');
    await send(server.url, start);
    expect(server.taken).toEqual([]);
  });

  test('waits while the server is down, with longer and longer pauses, and goes out when it is up', async () => {
    const port = await freePort();
    await wanted();
    await send(`smtp://127.0.0.1:${port}`, start);
    await send(`smtp://127.0.0.1:${port}`, later(0.5));
    await send(`smtp://127.0.0.1:${port}`, later(1));
    const [row] = await database.db.select().from(mails);
    expect([row!.tries, row!.dueAt]).toEqual([2, later(6)]);
    const server = await serving('takes', port);
    await send(server.url, later(6));
    expect(server.taken).toHaveLength(1);
  });

  test('that a server does not want yet is tried again; after seven times it is given up, and the log says so', async () => {
    const server = await serving('later');
    await wanted();
    for (const minutes of [0, 1, 6, 21, 81, 321, 1041]) await send(server.url, later(minutes));
    expect(await countMails(database.db)).toEqual({ waiting: 0, givenUp: 1 });
    expect(logged.filter((line) => line.includes('mail given up'))).toHaveLength(1);
    expect(logged.join('')).not.toContain('amina');
  });

  test('that a server refuses for good is given up at once', async () => {
    const server = await serving('refuses');
    await wanted();
    await send(server.url, start);
    expect(await countMails(database.db)).toEqual({ waiting: 0, givenUp: 1 });
  });

  test('does not wait for ever for a server that hangs, and other mail is not lost', async () => {
    const server = await serving('hangs');
    await wanted();
    await wanted('second@example.org');
    await send(server.url, start);
    expect(await countMails(database.db)).toEqual({ waiting: 2, givenUp: 0 });
    const awake = await serving('takes');
    await send(awake.url, later(1));
    expect(awake.taken).toHaveLength(2);
  });

  test('is sent once by two processes that look at the same time, and again where one died over it', async () => {
    await wanted();
    const claimed = await Promise.all([claimMail(database.db, start), claimMail(database.db, start)]);
    expect(claimed.filter(Boolean)).toHaveLength(1);
    expect(await claimMail(database.db, later(4))).toBeNull();
    expect(await claimMail(database.db, later(6))).not.toBeNull();
  });

  test('for nobody’s address, or with nothing to say, goes nowhere', async () => {
    const server = await serving('takes');
    await wanted('support-unit@common-space.invalid');
    await send(server.url, start);
    await wanted();
    await send(server.url, start, null);
    expect([server.taken, await countMails(database.db)]).toEqual([[], { waiting: 0, givenUp: 0 }]);
  });

  test('to two addresses written as one, or with a header in its subject, goes to one and has no such header', async () => {
    const server = await serving('takes');
    await wanted('a@example.org,evil@example.org');
    await wanted();
    await send(server.url, start, { ...LETTER, subject: 'Hello\r\nBcc: evil@example.org' });
    for (const { to, raw } of server.taken) {
      expect(to).not.toContain('evil@example.org');
      expect(raw).not.toMatch(/^Bcc:/im);
    }
  });
});

describe('Mail without a server', () => {
  test('is written to the outbox, readable for its owner alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'common-space-mail-'));
    const transport = mailTransport(settingsFrom({ DATA_DIR: folder }));
    await transport.deliver({ id: '1', to: 'amina@example.org', date: start, ...writeLetter(LETTER, 'en') });
    const [name] = readdirSync(join(folder, 'outbox'));
    const path = join(folder, 'outbox', name!);
    expect(name).toMatch(/\.eml$/);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(textOfMail(readFileSync(path, 'utf8'))).toContain('To: amina@example.org');
    rmSync(folder, { recursive: true });
  });
});

describe('A letter', () => {
  test('reads from right to left in Arabic, its address from left to right', () => {
    const { html, text } = writeLetter(LETTER, 'ar');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<p dir="ltr"');
    expect(text).toContain(`\n${LETTER.way!.href}\n`);
  });

  test('shows what a person is called, and never runs it', () => {
    const { html } = writeLetter({ subject: 'x', paragraphs: ['<script>alert(1)</script>'] }, 'en');
    expect(html).not.toContain('<script>');
  });
});
