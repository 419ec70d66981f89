import type { Database } from '../database.ts';
import type { Logger } from '../log.ts';
import type { Letter } from './letter.ts';
import { writeLetter } from './letter.ts';
import { isNobody } from './address.ts';
import { claimMail, type ClaimedMail, forgetMail, postponeMail } from './queue.ts';
import { MailRefused, type Transport } from './transport.ts';

/** Makes the letters of one kind when they are sent; null where there is nothing to say (any more). */
export type Composer = (db: Database, mail: ClaimedMail, now: Date) => Promise<Letter | null>;

/** What the post needs. */
export interface Post {
  db: Database;
  transport: Transport;
  /** By the name of the letter. */
  composers: Readonly<Record<string, Composer>>;
  log: Logger;
}

/** Sends what is due at `now`, one after the other. A mail that cannot be sent stops no other one. */
export async function sendDueMails(post: Post, now: () => Date): Promise<void> {
  for (let mail; (mail = await claimMail(post.db, now()));) await sendOne(post, mail, now());
}

async function sendOne({ db, transport, composers, log }: Post, mail: ClaimedMail, now: Date): Promise<void> {
  const { id, letter: name, tries } = mail;
  try {
    const letter = isNobody(mail.to) ? null : await composed(composers, db, mail, now);
    if (letter) await transport.deliver({ id, to: mail.to, date: now, ...writeLetter(letter, mail.locale) });
    await forgetMail(db, id);
    if (letter) log.info({ mail: id, letter: name, tries }, 'mail sent');
  } catch (error) {
    // What a mail server says may name the recipient: it is kept with the mail, and not logged.
    const code = (error as { code?: string }).code ?? 'unknown';
    const problem = error instanceof Error ? error.message : String(error);
    const givenUp = await postponeMail(db, mail, problem, now, error instanceof MailRefused);
    if (givenUp) log.error({ mail: id, letter: name, tries, code }, 'mail given up');
    else log.warn({ mail: id, letter: name, tries, code }, 'mail not sent yet');
  }
}

async function composed(
  composers: Post['composers'],
  db: Database,
  mail: ClaimedMail,
  now: Date,
): Promise<Letter | null> {
  const compose = Object.hasOwn(composers, mail.letter) ? composers[mail.letter] : undefined;
  if (!compose) throw new Error(`There is no letter “${mail.letter}”.`);
  return compose(db, mail, now);
}

/** How often the queue is looked at, in milliseconds: another process may have put something there. */
const PAUSE = 2_000;

/** Sends mail for as long as the server runs. `close` waits for the mail on its way. */
export function startPost(post: Post): { close(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let idle = true;
  const look = () => {
    if (!idle) return;
    idle = false;
    running = sendDueMails(post, () => new Date())
      .catch((error: unknown) => post.log.error({ err: error }, 'the post failed'))
      .finally(() => {
        idle = true;
      });
  };
  look();
  const timer = setInterval(look, PAUSE);
  return {
    async close() {
      clearInterval(timer);
      await running;
      post.transport.close();
    },
  };
}
