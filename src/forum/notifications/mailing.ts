import { v7 as uuidv7 } from 'uuid';
import { accountById } from '#platform/accounts/store.ts';
import type { Database } from '#platform/database.ts';
import { queueMail } from '#platform/mail/queue.ts';
import { duePart } from './rhythm.ts';
import { putInMail, unmailed } from './store.ts';

/**
 * Queues one mail to each person to whom mail is due, with what of their news is due and in none yet. What it says is composed when it is sent (letters.ts). In the
 * caller's transaction: the news is in the mail when the mail is in the queue, and neither without the other.
 */
export async function queueDueMail(tx: Database, now: Date): Promise<void> {
  for (const { recipient, rhythm, ...news } of await unmailed(tx)) {
    const part = duePart(rhythm, news, now);
    if (part === null) continue;
    const account = await accountById(tx, recipient);
    if (!account) continue;
    const mail = uuidv7();
    await putInMail(tx, recipient, mail, part);
    const data = { account: recipient, mail };
    await queueMail(tx, now, { to: account.email, letter: 'digest', data, locale: account.language });
  }
}
