import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Locale } from '#vocab/language.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const mails = pgTable('mails', {
  id: uuid('id').primaryKey(),
  recipient: text('recipient').notNull(),
  letter: text('letter').notNull(),
  data: jsonb('data').$type<Record<string, string>>().notNull(),
  language: text('language').$type<Locale>().notNull(),
  state: text('state').$type<'waiting' | 'given-up'>().notNull(),
  queuedAt: moment('queued_at').notNull(),
  dueAt: moment('due_at').notNull(),
  claimedUntil: moment('claimed_until'),
  tries: integer('tries').notNull(),
  problem: text('problem'),
  forgotten: boolean('forgotten').notNull().default(false),
});
