import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Outcome } from './look.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const linkChecks = pgTable('link_checks', {
  address: text('address').primaryKey(),
  outcome: text('outcome').$type<Outcome>(),
  movedTo: text('moved_to'),
  status: integer('status'),
  checkedAt: moment('checked_at'),
  failures: integer('failures').notNull(),
  dueAt: moment('due_at').notNull(),
});
