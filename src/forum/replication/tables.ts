import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Answer } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const replicationRequests = pgTable('replication_requests', {
  id: uuid('id').primaryKey(),
  practice: uuid('practice').notNull(),
  askedAt: moment('asked_at').notNull(),
  account: uuid('account').notNull(),
  place: text('place').notNull(),
  message: text('message').notNull(),
  answer: text('answer').$type<Answer>(),
  answerText: text('answer_text').notNull().default(''),
  answeredAt: moment('answered_at'),
  answeredBy: text('answered_by'),
});
