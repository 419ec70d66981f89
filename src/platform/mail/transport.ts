import { mkdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import type { Settings } from '../settings.ts';
import { type WrittenLetter } from './letter.ts';

/** One mail on its way: to one address. */
export interface Message extends WrittenLetter {
  id: string;
  to: string;
  date: Date;
}

/** Takes mails out of the house. Throws `MailRefused` where trying again is of no use, anything else where it may be. */
export interface Transport {
  deliver(message: Message): Promise<void>;
  close(): void;
}

/** The receiving side said no for good (an SMTP answer of the 500s). */
export class MailRefused extends Error {}

/** How long a mail server may take for one step, in milliseconds. */
const PATIENCE = 20_000;

/** The way mail goes by these settings: the server of `SMTP_URL`, or files in the folder `outbox`. */
export function mailTransport(settings: Settings, patience = PATIENCE): Transport {
  return settings.smtpUrl === undefined
    ? toFolder(join(settings.dataDir, 'outbox'), settings.mailFrom)
    : toServer(settings.smtpUrl, settings.mailFrom, patience);
}

function toServer(url: string, from: string, patience: number): Transport {
  const transporter = nodemailer.createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async deliver(message) {
      await transporter.sendMail(asMail(message, from)).catch((error: Error & { responseCode?: number }) => {
        const code = error.responseCode ?? 0;
        // 535 and its like say that our password is wrong, not that the mail is: an operator can mend that.
        if (code >= 550 && code < 560) throw new MailRefused(error.message);
        throw error;
      });
    },
    close: () => transporter.close(),
  };
}

function toFolder(folder: string, from: string): Transport {
  const writer = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    async deliver(message) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const { message: bytes } = await writer.sendMail(asMail(message, from));
      const name = join(folder, `${message.date.toISOString().replaceAll(':', '-')}-${message.id}.eml`);
      // Whoever watches the folder sees whole files only. They hold sign-in links: nobody else may read them.
      await writeFile(`${name}.part`, bytes as Buffer, { mode: 0o600 });
      await rename(`${name}.part`, name);
    },
    close: () => writer.close(),
  };
}

/** The address goes in as an object, never as text: text would be read as a list, and "a@b.org, c@d.org" go to two. */
function asMail({ id, to, date, subject, text, html, preferences }: Message, from: string) {
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    html,
    date,
    // The same mail tried twice carries the same number, by which the receiving side knows it.
    messageId: `<${id}@common-space>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(preferences !== undefined && { list: { unsubscribe: preferences } }),
  };
}
