import type { Job } from '#platform/clock.ts';
import { queueDueMail } from './mailing.ts';
import { askOwners } from './reminders.ts';
import { tellWhatHappened } from './telling.ts';

/** What the clock of the server does for notifications. */
export const notificationJobs: readonly Job[] = [
  {
    name: 'notifications',
    every: 5,
    run: async (db, now) => {
      await tellWhatHappened(db, now);
      await queueDueMail(db, now);
    },
  },
  { name: 'reminders', every: 60 * 60, run: askOwners },
];
