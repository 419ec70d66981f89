import { accountById } from '#platform/accounts/store.ts';
import type { Context } from '#platform/context.ts';
import { translate } from '#platform/languages.ts';
import type { Composer } from '#platform/mail/worker.ts';
import type { Locale } from '#vocab/language.ts';
import { textIn } from '#vocab/texts.ts';
import { type Waiting, waitingOn } from '#forum/desk/index.ts';
import { WAITS } from '#forum/drafts/index.ts';
import { actorName, actorOf, roleName } from '#forum/people/index.ts';
import { dayText } from '#forum/planning/index.ts';
import { zonedTime } from '#forum/survey/index.ts';
import { REQUESTS_PATH } from '#forum/replication/index.ts';
import { type News, seen } from './actions.ts';
import { newsText } from './words.ts';
import { notificationsInMail, rhythmOf } from './store.ts';

/** As many lines as each list of a mail has; the desk has the rest. */
const MOST_LINES = 20;

/**
 * The mail of what happened, in the language of who gets it: what waits on them first, as it is when the mail is sent, then what they were told. Whoever has
 * read it all on the desk meanwhile, or may no longer see it, gets none.
 */
export function notificationLetters(origin: string): Record<string, Composer> {
  return {
    digest: async (db, { data, locale }, now) => {
      const account = await accountById(db, data['account']!);
      if (!account) return null;
      const ctx: Context = { db, now, locale, actor: await actorOf(db, account, now) };
      const news = await seen(ctx, await notificationsInMail(db, account.id, data['mail']!));
      if (news.length === 0) return null;
      const address = (path: string) => `${origin}/${locale}${path}`;
      const waiting = waitingLines(await waitingOn(ctx), locale, address);
      const rhythm = await rhythmOf(db, account.id);
      const roles = ctx.actor.roles.map((role) => roleName(locale, role));
      return {
        subject: subjectOf(news, waiting.length, locale),
        paragraphs: [translate(locale, 'accounts.mail-hello', { name: actorName(locale, account.name) })],
        way: { label: translate(locale, 'desk.mail-open'), href: address('/desk') },
        lists: [
          ...(waiting.length === 0 ? [] : [listOf(translate(locale, 'desk.waits'), waiting, locale)]),
          listOf(
            translate(locale, 'desk.mail-news'),
            news.map((one) => ({ text: newsText(one, locale), href: address(`/desk/notifications/${one.id}`) })),
            locale,
          ),
        ],
        preferences: address('/account#mail'),
        after: [
          translate(locale, `desk.mail-why-${rhythm}`, { roles: new Intl.ListFormat(locale).format(roles) }),
          `${translate(locale, 'desk.mail-change')}\n${address('/account#mail')}`,
        ],
      };
    },
  };
}

/** What is in it: the one thing told, or how many; and how many wait. */
function subjectOf(news: readonly News[], waits: number, locale: Locale): string {
  const [only] = news;
  if (news.length === 1) return newsText(only!, locale);
  return translate(locale, 'desk.mail-subject', { news: news.length, waits });
}

interface Line {
  text: string;
  href: string;
}

function listOf(title: string, lines: readonly Line[], locale: Locale) {
  const rest = lines.length - MOST_LINES;
  return {
    title,
    lines: lines.slice(0, MOST_LINES),
    ...(rest > 0 && { more: translate(locale, 'desk.mail-more', { count: rest }) }),
  };
}

function waitingLines(
  { drafts, asked, toConfirm, milestones, surveys }: Waiting,
  locale: Locale,
  address: (path: string) => string,
): { text: string; href: string }[] {
  const named = (title: string) => title || translate(locale, 'desk.untitled');
  return [
    ...WAITS.flatMap((wait) =>
      drafts[wait].map(({ id, title }) => ({
        text: translate(locale, `desk.waits-${wait}`, { title: named(title) }),
        href: address(wait === 'question' || wait === 'given-back' ? `/desk/drafts/${id}/what` : `/desk/review/${id}`),
      })),
    ),
    ...asked.map(({ practice, place }) => ({
      text: translate(locale, 'desk.waits-asked', { title: practice.title, place }),
      href: address(REQUESTS_PATH),
    })),
    ...surveys.map(({ slug, content, closesAt, zone }) => ({
      text: translate(locale, 'survey.waits', {
        title: textIn(content.title, locale).text,
        when: zonedTime(locale, closesAt!, zone),
      }),
      href: address(`/surveys/${encodeURIComponent(slug)}/answer`),
    })),
    ...milestones.map(({ id, title, due }) => ({
      text: translate(locale, 'planning.waits-milestone', {
        title: textIn(title, locale).text,
        day: dayText(due, locale),
      }),
      href: address(`/planning#m-${id}`),
    })),
    ...toConfirm.map(({ title }) => ({
      text: translate(locale, 'desk.waits-to-confirm', { title }),
      href: address('/desk#confirm'),
    })),
  ];
}
