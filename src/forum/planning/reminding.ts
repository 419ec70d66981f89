import { accountById } from '#platform/accounts/store.ts';
import type { Job } from '#platform/clock.ts';
import type { Database } from '#platform/database.ts';
import { translate } from '#platform/languages.ts';
import { queueMail } from '#platform/mail/queue.ts';
import type { Composer } from '#platform/mail/worker.ts';
import { textIn } from '#vocab/texts.ts';
import { actorsOn, dayOf } from '#forum/people/index.ts';
import { dayAfter, daysBetween, dayText, EARLIEST_REMINDER, isOwedBy, remindersDue } from './model.ts';
import { milestoneWithId, noteReminders, openMilestones, remindersGiven } from './store.ts';

/**
 * Reminds those who owe what is due soon, as many days before as was asked for. Where nobody holds the role nothing is noted: whoever comes to
 * hold it is reminded then.
 */
export async function remindOfMilestones(tx: Database, now: Date): Promise<void> {
  const today = dayOf(now);
  const open = await openMilestones(tx, dayAfter(today, EARLIEST_REMINDER));
  const given = await remindersGiven(
    tx,
    open.map(({ id }) => id),
  );
  const due = open
    .map((milestone) => ({ milestone, days: remindersDue(milestone, given.get(milestone.id) ?? [], today) }))
    .filter(({ days }) => days.length > 0);
  const people = due.length === 0 ? [] : await actorsOn(tx, now);
  for (const { milestone, days } of due) {
    const owing = people.filter((one) => isOwedBy(milestone, one));
    for (const { account } of owing) {
      const to = await accountById(tx, account);
      if (to)
        await queueMail(tx, now, {
          to: to.email,
          letter: 'milestone',
          data: { account, milestone: milestone.id },
          locale: to.language,
        });
    }
    if (owing.length > 0) await noteReminders(tx, milestone.id, days);
  }
}

/** What the clock of the server does for planning. */
export const planningJobs: readonly Job[] = [{ name: 'milestones', every: 60 * 60, run: remindOfMilestones }];

/** The letters of planning: what is due, as it stands when the mail is sent. What is done meanwhile needs none. */
export function planningLetters(origin: string): Record<string, Composer> {
  return {
    milestone: async (db, { data, locale }, now) => {
      const account = await accountById(db, data['account']!);
      const milestone = await milestoneWithId(db, data['milestone']!);
      if (!account || !milestone || milestone.done) return null;
      const days = daysBetween(dayOf(now), milestone.due);
      const title = textIn(milestone.title, locale).text;
      const day = dayText(milestone.due, locale);
      const note = textIn(milestone.note, locale).text;
      return {
        subject: translate(locale, 'planning.mail-subject', { title, days }),
        paragraphs: [
          translate(locale, 'accounts.mail-hello', { name: account.name }),
          translate(locale, 'planning.mail-text', { title, day, days }),
          ...(note === '' ? [] : [note]),
        ],
        way: { label: translate(locale, 'planning.mail-open'), href: `${origin}/${locale}/planning#m-${milestone.id}` },
        after: [translate(locale, 'planning.mail-why')],
      };
    },
  };
}
