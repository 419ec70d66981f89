import { linkAddress } from '#platform/accounts/letters.ts';
import { LINK_MINUTES } from '#platform/accounts/link-purposes.ts';
import { makeLink } from '#platform/accounts/links.ts';
import { accountById } from '#platform/accounts/store.ts';
import { translate } from '#platform/languages.ts';
import type { Composer } from '#platform/mail/worker.ts';
import { isRole } from './model.ts';
import { roleName } from './names.ts';

/** The letters about people: who is invited is told by whom, as what, and how to come in. */
export function peopleLetters(origin: string): Record<string, Composer> {
  return {
    invitation: async (db, { data, locale }, now) => {
      const account = await accountById(db, data['account']!);
      const role = data['role'];
      if (!account || !isRole(role)) return null;
      const token = await makeLink(db, now, { purpose: 'invitation', account: account.id });
      return {
        subject: translate(locale, 'accounts.mail-invitation-subject'),
        paragraphs: [
          translate(locale, 'accounts.mail-hello', { name: account.name }),
          translate(locale, 'accounts.mail-invitation-text', {
            by: data['by']!,
            role: roleName(locale, { role, of: data['of'] || null }),
          }),
        ],
        way: {
          label: translate(locale, 'accounts.invitation-accept'),
          href: linkAddress(origin, locale, '/invitation', token),
        },
        after: [
          translate(locale, 'accounts.mail-days', { days: LINK_MINUTES.invitation / 60 / 24 }),
          translate(locale, 'accounts.mail-invitation-not-you'),
        ],
      };
    },
  };
}
