import { linkAddress } from '#platform/accounts/letters.ts';
import { LINK_MINUTES } from '#platform/accounts/link-purposes.ts';
import { makeLink } from '#platform/accounts/links.ts';
import { accountById } from '#platform/accounts/store.ts';
import { type MessageKey, translate } from '#platform/languages.ts';
import type { Composer } from '#platform/mail/worker.ts';
import type { Locale } from '#vocab/language.ts';
import { isRole } from './model.ts';
import { actorName, roleName } from './names.ts';
import { personById } from './store.ts';

/** The letters about people: who is invited, who has a role no more, whose address was changed, who was erased. */
export function peopleLetters(origin: string): Record<string, Composer> {
  const page = (locale: Locale, path: string, key: MessageKey) => ({
    label: translate(locale, key),
    href: `${origin}/${locale}${path}`,
  });
  return {
    invitation: async (db, { data, locale }, now) => {
      const account = await accountById(db, data['account']!);
      const role = data['role'];
      if (!account || !isRole(role)) return null;
      const token = await makeLink(db, now, { purpose: 'invitation', account: account.id });
      return {
        subject: translate(locale, 'accounts.mail-invitation-subject'),
        paragraphs: [
          translate(locale, 'accounts.mail-hello', { name: actorName(locale, account.name) }),
          translate(locale, 'accounts.mail-invitation-text', {
            by: actorName(locale, data['by']!),
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
    'role-ended': async (db, { data, locale }) => {
      const account = await accountById(db, data['account']!);
      if (!account) return null;
      return {
        subject: translate(locale, 'people.mail-role-ended-subject'),
        paragraphs: [
          translate(locale, 'accounts.mail-hello', { name: actorName(locale, account.name) }),
          translate(locale, 'people.mail-role-ended-text', {
            by: actorName(locale, data['by']!),
            role: roleIn(data, locale),
          }),
        ],
        way: page(locale, '/account', 'accounts.my-account'),
        after: [translate(locale, 'people.mail-ask-unit')],
      };
    },
    'handed-over': async (db, { data, locale }) => {
      const account = await accountById(db, data['account']!);
      const successor = await personById(db, data['successor']!);
      if (!account || !successor) return null;
      return {
        subject: translate(locale, 'people.mail-handed-over-subject'),
        paragraphs: [
          translate(locale, 'accounts.mail-hello', { name: actorName(locale, account.name) }),
          translate(locale, 'people.mail-handed-over-text', {
            by: actorName(locale, data['by']!),
            role: roleIn(data, locale),
            successor: actorName(locale, successor.name),
          }),
          translate(locale, 'people.mail-handed-over-stays'),
        ],
        way: page(locale, '/account', 'accounts.my-account'),
        after: [translate(locale, 'people.mail-ask-unit')],
      };
    },
    'address-taken-away': async (db, { data, locale }) => {
      const account = await accountById(db, data['account']!);
      if (!account) return null;
      return {
        subject: translate(locale, 'accounts.mail-email-subject'),
        paragraphs: [
          translate(locale, 'accounts.mail-hello', { name: actorName(locale, account.name) }),
          translate(locale, 'people.mail-address-taken-away'),
        ],
        after: [translate(locale, 'people.mail-address-not-you')],
      };
    },
    'address-given': async (db, { data, locale }) => {
      const account = await accountById(db, data['account']!);
      if (!account) return null;
      return {
        subject: translate(locale, 'accounts.mail-email-subject'),
        paragraphs: [
          translate(locale, 'accounts.mail-hello', { name: actorName(locale, account.name) }),
          translate(locale, 'people.mail-address-given'),
        ],
        way: page(locale, '/sign-in', 'accounts.sign-in'),
        after: [translate(locale, 'people.mail-address-not-you')],
      };
    },
    // To somebody of whom nothing is kept any more, not even the name to greet them by.
    erased: async (_, { locale }) => ({
      subject: translate(locale, 'people.mail-erased-subject'),
      paragraphs: [translate(locale, 'people.mail-erased-text'), translate(locale, 'people.mail-erased-stays')],
      after: [translate(locale, 'people.mail-erased-last')],
    }),
  };
}

function roleIn(data: Record<string, string>, locale: Locale): string {
  return roleName(locale, { role: data['role']!, of: data['of'] || null });
}
