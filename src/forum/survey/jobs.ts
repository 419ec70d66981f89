import type { Job } from '#platform/clock.ts';
import type { Database } from '#platform/database.ts';
import { OPERATOR } from '#forum/people/index.ts';
import { forgetAddresses } from './invitations.ts';
import { closeSurvey, inviteMissing, remindThose } from './life.ts';
import type { Survey } from './model.ts';
import { openSurveys, setReminded } from './store.ts';

const DAY = 24 * 60 * 60_000;

/** How long after the end of a survey the addresses of colleagues without an account are kept, in days: for late questions. */
const ADDRESS_DAYS = 30;

/** What the clock of the server does for surveys. */
export const surveyJobs: readonly Job[] = [{ name: 'surveys', every: 60, run: lookAfterSurveys }];

/** Closes what is over, invites focal points and coordinators who came since, reminds when it is time. */
export async function lookAfterSurveys(db: Database, now: Date): Promise<void> {
  for (const survey of await openSurveys(db)) {
    if (survey.closesAt! <= now) await closeSurvey({ db, now, locale: 'en', actor: OPERATOR }, survey.id);
    else {
      await remindWhenDue(db, now, survey);
      await inviteMissing(db, now, survey);
    }
  }
  await forgetAddresses(db, new Date(now.getTime() - ADDRESS_DAYS * DAY));
}

/** Of several reminders that became due while no server ran, one goes out. */
async function remindWhenDue(db: Database, now: Date, survey: Survey): Promise<void> {
  const due = dueReminders(survey, now);
  if (due.length === 0) return;
  await setReminded(db, survey.id, [...survey.remindedDays, ...due]);
  await remindThose(db, now, survey);
}

/** The reminders whose day has come, in days before the end. One whose day had passed when the survey was opened is none. */
export function dueReminders(
  {
    closesAt,
    openedAt,
    remindDays,
    remindedDays,
  }: Pick<Survey, 'closesAt' | 'openedAt' | 'remindDays' | 'remindedDays'>,
  now: Date,
): number[] {
  if (!closesAt || !openedAt) return [];
  return remindDays.filter((days) => {
    const at = closesAt.getTime() - days * DAY;
    return !remindedDays.includes(days) && at > openedAt.getTime() && at <= now.getTime();
  });
}
