import { boolean, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '#forum/people/index.ts';
import type { MilestoneContent } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const milestones = pgTable('milestones', {
  id: uuid('id').primaryKey(),
  edition: uuid('edition').notNull(),
  kind: text('kind').notNull(),
  due: date('due', { mode: 'string' }).notNull(),
  role: text('role').$type<Role>(),
  of: text('role_of'),
  public: boolean('public').notNull(),
  hidden: boolean('hidden').notNull().default(false),
  doneAt: moment('done_at'),
  actor: text('actor'),
  account: uuid('account'),
  content: jsonb('content').$type<MilestoneContent>().notNull(),
  version: integer('version').notNull(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

export const milestoneReminders = pgTable(
  'milestone_reminders',
  { milestone: uuid('milestone').notNull(), days: integer('days').notNull() },
  (table) => [primaryKey({ columns: [table.milestone, table.days] })],
);

export const planningFeeds = pgTable('planning_feeds', {
  account: uuid('account').primaryKey(),
  secretHash: text('secret_hash').notNull(),
  madeAt: moment('made_at').notNull(),
});

export const handoverTicks = pgTable(
  'handover_ticks',
  {
    edition: uuid('edition').notNull(),
    item: text('item').notNull(),
    at: moment('at').notNull(),
    actor: text('actor').notNull(),
    account: uuid('account'),
  },
  (table) => [primaryKey({ columns: [table.edition, table.item] })],
);
