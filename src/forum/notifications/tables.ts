import { boolean, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Kind } from './model.ts';
import type { Rhythm } from './rhythm.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const notifications = pgTable('notifications', {
  id: uuid('id').primaryKey(),
  recipient: uuid('recipient').notNull(),
  kind: text('kind').$type<Kind>().notNull(),
  source: uuid('source').notNull(),
  draft: uuid('draft'),
  practice: uuid('practice'),
  account: uuid('account'),
  actor: text('actor').notNull(),
  at: moment('at').notNull(),
  toldAt: moment('told_at').notNull(),
  waits: boolean('waits').notNull(),
  readAt: moment('read_at'),
  mail: uuid('mail'),
});

export const mailChoices = pgTable('mail_choices', {
  account: uuid('account').primaryKey(),
  rhythm: text('rhythm').$type<Rhythm>().notNull(),
});
