import { accountById } from '#platform/accounts/store.ts';
import type { Database } from '#platform/database.ts';
import { translate } from '#platform/languages.ts';
import { isNobody } from '#platform/mail/address.ts';
import type { Composer } from '#platform/mail/worker.ts';
import { readIn } from '#forum/practices/index.ts';
import type { Locale } from '#vocab/language.ts';
import { type ReplicationRequest, requestWithId } from './store.ts';

/** Where questions are read and answered. */
export const REQUESTS_PATH = '/replication-requests';

/** The letters about places that ask to replicate a practice: to whoever answers, and to whoever asked. */
export function replicationLetters(origin: string): Record<string, Composer> {
  const way = (locale: Locale, label: 'mail-asked-way' | 'mail-answered-way') => ({
    label: translate(locale, `replication.${label}`),
    href: `${origin}/${locale}${REQUESTS_PATH}`,
  });
  return {
    'replication-asked': async (db, { data, locale }) => {
      const request = await requestWithId(db, data['request']!);
      if (!request || request.answer !== null) return null;
      const { name, place, message } = request;
      return {
        subject: translate(locale, 'replication.mail-asked-subject', { title: titleOf(request, locale) }),
        paragraphs: [translate(locale, 'replication.mail-asked-text', { name, place }), message],
        way: way(locale, 'mail-asked-way'),
        after: [translate(locale, 'replication.mail-asked-after')],
      };
    },
    'replication-answered': async (db, { data, locale }) => {
      const request = await requestWithId(db, data['request']!);
      if (!request || request.answer === null) return null;
      const name = request.answeredBy!;
      const address = request.answer === 'yes' ? await addressOf(db, data['by']!) : null;
      return {
        subject: translate(locale, 'replication.mail-answered-subject', { title: titleOf(request, locale) }),
        paragraphs: [
          request.answer === 'not-now'
            ? translate(locale, 'replication.mail-answered-not-now', { name })
            : address === null
              ? translate(locale, 'replication.mail-answered-yes-alone', { name })
              : translate(locale, 'replication.mail-answered-yes', { name, address }),
          ...(request.answerText === '' ? [] : [request.answerText]),
        ],
        way: way(locale, 'mail-answered-way'),
      };
    },
    'replication-introduced': async (db, { data, locale }) => {
      const request = await requestWithId(db, data['request']!);
      if (!request || request.answer !== 'yes' || isNobody(request.email)) return null;
      const { name, place, email: address } = request;
      const title = titleOf(request, locale);
      return {
        subject: translate(locale, 'replication.mail-introduced-subject', { name, title }),
        paragraphs: [translate(locale, 'replication.mail-introduced-text', { name, place, address }), request.message],
      };
    },
  };
}

const titleOf = ({ practice }: ReplicationRequest, locale: Locale): string => readIn(locale, practice).title.text;

/** The mail address of an account; null where it has none that reaches anybody. */
async function addressOf(db: Database, account: string): Promise<string | null> {
  const kept = account === '' ? null : await accountById(db, account);
  return kept && !isNobody(kept.email) ? kept.email : null;
}
