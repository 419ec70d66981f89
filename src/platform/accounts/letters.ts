import { translate } from '../languages.ts';
import type { Composer } from '../mail/worker.ts';
import { accountByEmail, accountById } from './store.ts';
import { LINK_MINUTES } from './link-purposes.ts';
import { makeLink } from './links.ts';
import { pendingChange } from './email-change.ts';

/** The address of a page for one link: its language, its path, the link's secret part. */
export function linkAddress(origin: string, locale: string, path: string, token: string, next?: string): string {
  const query = new URLSearchParams({ token, ...(next && { next }) });
  return `${origin}/${locale}${path}?${query}`;
}

/**
 * The letters about accounts. Their links are made when the letter is written, so that none ever stands in the database, and
 * somebody without an account is found to have none only here, long after the page has answered.
 */
export function accountLetters(origin: string): Record<string, Composer> {
  return {
    'sign-in': async (db, { to, data, locale }, now) => {
      const account = await accountByEmail(db, to);
      if (!account) return null;
      const token = await makeLink(db, now, { purpose: 'sign-in', account: account.id });
      return {
        subject: translate(locale, 'accounts.mail-sign-in-subject'),
        paragraphs: [
          translate(locale, 'accounts.mail-hello', { name: account.name }),
          translate(locale, 'accounts.mail-sign-in-text'),
        ],
        way: {
          label: translate(locale, 'accounts.sign-in'),
          href: linkAddress(origin, locale, '/sign-in/link', token, data['next']),
        },
        after: [
          translate(locale, 'accounts.mail-minutes', { minutes: LINK_MINUTES['sign-in'] }),
          translate(locale, 'accounts.mail-not-you'),
        ],
      };
    },
    'email-old': (db, { data, locale }, now) => emailLetter('email-old', db, data['account']!, locale, now),
    'email-new': (db, { data, locale }, now) => emailLetter('email-new', db, data['account']!, locale, now),
  };

  async function emailLetter(
    purpose: 'email-old' | 'email-new',
    db: Parameters<Composer>[0],
    id: string,
    locale: Parameters<Composer>[1]['locale'],
    now: Date,
  ) {
    const [account, change] = await Promise.all([accountById(db, id), pendingChange(db, id)]);
    if (!account || !change) return null;
    const token = await makeLink(db, now, { purpose, account: id, address: change.address });
    return {
      subject: translate(locale, 'accounts.mail-email-subject'),
      paragraphs: [
        translate(locale, 'accounts.mail-hello', { name: account.name }),
        translate(locale, `accounts.mail-${purpose}-text`, { old: account.email, new: change.address }),
      ],
      way: {
        label: translate(locale, 'accounts.email-confirm'),
        href: linkAddress(origin, locale, '/account/email', token),
      },
      after: [
        translate(locale, 'accounts.mail-hours', { hours: LINK_MINUTES[purpose] / 60 }),
        translate(locale, 'accounts.mail-email-not-you'),
      ],
    };
  }
}
